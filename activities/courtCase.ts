import { Context } from '@temporalio/activity';
import type { CourtRecord } from '../domain/court/courtRecord';
import type { Telling } from '../domain/court/tellings';

export type CourtCaseActivities = ReturnType<typeof courtCaseActivities>;

/** Where prosecutions are kept, and how a case of ours is told. */
export interface CourtCaseWork {
  loadCourtRecord(courtCaseId: string): Promise<CourtRecord | undefined>;
  saveCourtRecord(record: CourtRecord): Promise<void>;
  /** Has lists read again that named a prosecution before it was one of ours. */
  letListsGoAgain(courtCaseId: string): Promise<void>;
  /** The code of the refusal, where the case refuses. Throws where it is to be tried again. */
  tell(courtCaseId: string, telling: Telling): Promise<string | undefined>;
}

const casesAtOnce = 8;

export const courtCaseActivities = (work: CourtCaseWork) => ({
  /** It only reads. */
  async loadCourtRecord({ courtCaseId }: { courtCaseId: string }): Promise<CourtRecord | null> {
    return (await work.loadCourtRecord(courtCaseId)) ?? null;
  },

  /** Twice is harmless: an older record never overwrites a newer. */
  async saveCourtCase({ record, isFirst }: { record: CourtRecord; isFirst?: boolean | undefined }): Promise<void> {
    await work.saveCourtRecord(record);
    // Only once it is saved: a list that comes from now on finds it.
    if (isFirst) await work.letListsGoAgain(record.courtCaseId);
  },

  /**
   * Tells each case its news in the order given, several cases side by side. Twice is harmless: each telling is a command
   * with an id of its own. One case that cannot be told now does not keep the others waiting.
   */
  async tellLinkedCases({
    courtCaseId,
    tellings,
  }: {
    courtCaseId: string;
    tellings: readonly Telling[];
  }): Promise<{ refused?: string | undefined }[]> {
    const context = Context.current();
    const answers = tellings.map((): { refused?: string | undefined } => ({}));
    const byCase = new Map<string, [number, Telling][]>();
    for (const [index, telling] of tellings.entries()) {
      byCase.set(telling.caseId, [...(byCase.get(telling.caseId) ?? []), [index, telling]]);
    }
    const left = [...byCase.values()];
    const failures: unknown[] = [];
    const takeTurns = async () => {
      for (let theirs = left.shift(); theirs; theirs = left.shift()) {
        try {
          for (const [index, telling] of theirs) answers[index] = { refused: await work.tell(courtCaseId, telling) };
        } catch (error) {
          failures.push(error);
        }
        context.heartbeat();
      }
    };
    await Promise.all(Array.from({ length: casesAtOnce }, takeTurns));
    if (failures.length > 0) throw failures[0];
    return answers;
  },
});
