import type { CaseSummary } from '../projection/caseSummary';
import { isRecordingDay } from './measures/recordingDays';
import type { CalendarDay, Instant } from '../time/londonTime';

/** One hearing in the diary of whoever may see a case that it concerns. */
export interface DiaryEntry {
  /** The same for life, whatever becomes of the hearing. */
  readonly key: string;
  readonly hearingId: string;
  readonly hearing: string;
  readonly on: CalendarDay;
  readonly at?: Instant | undefined;
  readonly untilOn?: CalendarDay | undefined;
  readonly certainty?: string | undefined;
  readonly court?: string | undefined;
  readonly cancelled: boolean;
  readonly urns: readonly string[];
  readonly cases: readonly { readonly caseId: string; readonly role: string }[];
  /** Grows whenever one of the cases hears another word on it. */
  readonly sequence: number;
}

/** The hearings of these cases on the given days, in their order. A hearing of forty witnesses is one entry. */
export function diaryOf(cases: readonly CaseSummary[], from: CalendarDay, to: CalendarDay): DiaryEntry[] {
  const entries = new Map<string, DiaryEntry>();
  const heard = new Map<string, { readonly fact: number; readonly isEnded: boolean }>();
  for (const { caseId, role, urns, hearings, endedAt } of [...cases].sort(openFirst)) {
    const isEnded = endedAt !== undefined;
    for (const { hearingId, vacated, fact = 0, ...dates } of hearings) {
      const key = keyOf(hearingId, urns, caseId);
      const known = entries.get(key);
      const last = heard.get(key);
      // While one case has heard more than another, the newer word is shown; one that has ended hears nothing more.
      const isNewer = !known || !last || (last.isEnded === isEnded && fact > last.fact);
      if (isNewer) heard.set(key, { fact, isEnded });
      entries.set(key, {
        key,
        ...(isNewer ? { hearingId, ...dates, cancelled: vacated } : known),
        urns: [...new Set([...(known?.urns ?? []), ...urns])].sort(),
        cases: [...(known?.cases ?? []), { caseId, role }],
        sequence: fact + (known?.sequence ?? 0),
      });
    }
  }
  const place = ({ on, at = '', hearingId }: DiaryEntry) => [on, at, hearingId].join('|');
  return [...entries.values()]
    .filter(({ on, untilOn = on }) => on <= to && untilOn >= from)
    .sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

function openFirst(one: CaseSummary, other: CaseSummary): number {
  if ((one.endedAt === undefined) !== (other.endedAt === undefined)) return one.endedAt === undefined ? -1 : 1;
  return one.caseId < other.caseId ? -1 : 1;
}

/**
 * A line of a list has no id of its own: two prosecutions may stand in one court on one day. A recording (s.28) is that of
 * one witness.
 */
function keyOf(hearingId: string, urns: readonly string[], caseId: string): string {
  if (isRecordingDay(hearingId)) return `${hearingId} ${caseId}`;
  return hearingId.startsWith('listed-') ? `${hearingId} ${urns.join()}` : hearingId;
}
