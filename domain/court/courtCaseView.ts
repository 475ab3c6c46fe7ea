import type { CourtRecord } from './courtRecord';
import { suspectsOf } from './courtNews';
import { defendantsOf } from './defendants';
import { hearingsOf, type Hearing } from './hearings';
import { pleaOf, sentenceOf, verdictOf, type Outcome } from './outcomes';

/** What somebody has to decide, since no message says it. */
export type CourtQuestion =
  | { readonly ask: 'hearingMissingFromList'; readonly hearingId: string }
  | { readonly ask: 'whichDefendant'; readonly caseId: string; readonly suspectId: string }
  | { readonly ask: 'caseRefusedNews'; readonly caseId: string; readonly heading: string; readonly code: string };

/** A prosecution as people see it. No names: those are read from the linked cases and the stored messages. */
export interface CourtCaseView {
  readonly courtCaseId: string;
  readonly urn: string;
  readonly version: number;
  readonly defendants: readonly {
    readonly defendantId: string;
    readonly plea?: Outcome['data'] | undefined;
    readonly verdict?: Outcome['data'] | undefined;
    readonly sentence?: Outcome['data'] | undefined;
  }[];
  readonly hearings: readonly Omit<Hearing, 'by'>[];
  readonly linked: readonly { readonly caseId: string; readonly role: string; readonly since: string }[];
  readonly questions: readonly CourtQuestion[];
}

export function courtCaseView(record: CourtRecord): CourtCaseView {
  const defendants = defendantsOf(record);
  const hearings = hearingsOf(record, defendants).map(({ by: _by, ...hearing }) => hearing);
  const linked = Object.values(record.linked).filter(({ ended }) => !ended);
  return {
    courtCaseId: record.courtCaseId,
    urn: record.urn,
    version: record.version,
    defendants: defendants.map(({ defendantId, ids }) => ({
      defendantId,
      plea: pleaOf(record, ids)?.data,
      verdict: verdictOf(record, ids)?.data,
      sentence: sentenceOf(record, ids)?.data,
    })),
    hearings,
    linked: linked.map(({ caseId, role, since }) => ({ caseId, role, since })),
    questions: [
      ...hearings
        .filter(({ missingFromList }) => missingFromList)
        .map(({ hearingId }) => ({ ask: 'hearingMissingFromList' as const, hearingId })),
      ...linked.flatMap((each) => {
        const known = new Set(suspectsOf(each, defendants).values());
        const open = defendants.length === 0 ? [] : each.suspects.filter((suspectId) => !known.has(suspectId));
        return open.map((suspectId) => ({ ask: 'whichDefendant' as const, caseId: each.caseId, suspectId }));
      }),
      ...Object.entries(record.told).flatMap(([caseId, headings]) =>
        Object.entries(headings).flatMap(([heading, { refused }]) =>
          refused === undefined ? [] : { ask: 'caseRefusedNews' as const, caseId, heading, code: refused }
        )
      ),
    ],
  };
}

/** Whether every defendant's way through the courts has ended, as far as anybody said. */
export function isOver(record: CourtRecord): boolean {
  const defendants = defendantsOf(record);
  if (defendants.length === 0) return false;
  return defendants.every(({ ids }) => {
    const verdict = verdictOf(record, ids);
    const isCleared =
      verdict?.kind === 'prosecutionStopped' ||
      (verdict?.kind === 'verdictGiven' && verdict.data.verdict === 'notGuilty');
    return isCleared || sentenceOf(record, ids) !== undefined;
  });
}
