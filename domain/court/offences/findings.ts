import type { CalendarDay } from '../../time/londonTime';
import type { CourtEvent } from '../courtEvent';
import type { CourtRecord } from '../courtRecord';
import { byIssue } from '../register';
import { allOfDefendant, ofDefendant } from './offencesOfDefendant';

type Verdict = CourtEvent<'verdictGiven'>;

/**
 * The verdict on each of a defendant's offences. One that is written without its day at every hearing counts from the day
 * that a court gave it, else from the first hearing that wrote it.
 */
export function verdictsOf(record: CourtRecord, ids: readonly string[]): Verdict[] {
  const all = allOfDefendant(record, 'verdictGiven', ids);
  return ofDefendant(record, 'verdictGiven', ids).map((newest) =>
    newest.data.dayUnknown ? first(newest, all) : newest
  );
}

/** The days of later hearings that only wrote a verdict again: a case that heard of it there has heard of it. */
export function writtenAgainOn(record: CourtRecord, ids: readonly string[], { data }: Verdict): CalendarDay[] {
  return allOfDefendant(record, 'verdictGiven', ids).flatMap(({ data: other }) => {
    const isSame = other.offenceId === data.offenceId && other.verdict === data.verdict;
    return isSame && other.dayUnknown && other.on >= data.on ? other.on : [];
  });
}

/** Back from the newest word as long as the verdict was the same: the day that was given counts, else the earliest. */
function first(newest: Verdict, all: readonly Verdict[]): Verdict {
  const words = all.filter(({ data }) => data.offenceId === newest.data.offenceId).sort(byIssue);
  const changed = words.findLastIndex(({ data }) => data.verdict !== newest.data.verdict);
  const alike = words.slice(changed + 1);
  const dated = alike.findLast(({ data }) => !data.dayUnknown);
  const [earliest = newest] = [...alike].sort((one, other) => (one.data.on < other.data.on ? -1 : 1));
  return dated ?? earliest;
}
