import type { CalendarDay } from '../time/londonTime';
import type { CourtEvent } from './courtEvent';
import { wordsOn, type CourtRecord } from './courtRecord';
import { byIssue, isLaterIssue } from './register';

type Line = CourtEvent<'listed'>;

/** One hearing as lists alone know it: the lines that say it, the one issued last at the end. */
export interface ListedHearing {
  /** `listed-<court>-<day>`; of a court that one list names and another gives by an id, the name. */
  readonly hearingId: string;
  /** The ids of the same hearing by the other names of its court. */
  readonly otherIds: readonly string[];
  readonly court: string;
  readonly lines: readonly Line[];
}

/**
 * The lines of lists by hearing. A court that one sender names and another gives by its id alone is the same on one day,
 * and a day in a week for which a case was warned takes the place of the week, once a later list gives it.
 */
export function listedHearings(record: CourtRecord): ListedHearing[] {
  const lines = wordsOn(record, 'listed');
  const named = lines.filter(({ data }) => !isCourtId(data.court));
  const fixed = (each: readonly Line[]) => each.some(({ data }) => data.certainty === 'fixed');
  const groups = named.map((line) => [line]);
  for (const line of lines.filter(({ data }) => isCourtId(data.court))) {
    const onThatDay = groups.filter(([one]) => one?.data.on === line.data.on && !isCourtId(one?.data.court ?? ''));
    const alike = onThatDay.filter(([one]) => one?.data.hearing === line.data.hearing);
    const same = onThatDay.length === 1 ? onThatDay[0] : alike.length === 1 ? alike[0] : undefined;
    if (same) same.push(line);
    else groups.push([line]);
  }
  const hearings = groups.map(hearingOf);
  return hearings.filter(({ lines: mine }) => {
    if (fixed(mine)) return true;
    return !hearings.some((other) => fixed(other.lines) && takesPlaceOf(other, mine.at(-1)));
  });
}

function hearingOf(group: readonly Line[]): ListedHearing {
  const courts = group.map(({ data }) => data.court).sort((one, other) => (order(one) < order(other) ? -1 : 1));
  const on = group[0]?.data.on;
  const [hearingId = '', ...otherIds] = courts.map((court) => listedId(court, on));
  return { hearingId, otherIds, court: courts[0] ?? '', lines: [...group].sort(byIssue) };
}

const order = (court: string) => `${isCourtId(court) ? 1 : 0}${court}`;

export function listedId(court: string, on: CalendarDay | undefined): string {
  return `listed-${court}-${on ?? 'toBeFixed'}`;
}

function takesPlaceOf({ lines }: ListedHearing, week: Line | undefined): boolean {
  const last = lines.at(-1);
  if (!last || !week || !isLaterIssue(last, week) || !mayBeSameCourt(last.data.court, week.data.court)) return false;
  return last.data.hearing === week.data.hearing && isInWeek(last.data.on, week.data);
}

function isInWeek(day: CalendarDay | undefined, { on, untilOn }: Line['data']): boolean {
  return day !== undefined && on !== undefined && untilOn !== undefined && on <= day && day <= untilOn;
}

/** Whether a court is given by an id of the sender's, which nobody can compare with a name. */
function isCourtId(court: string): boolean {
  return /^(cp-[0-9a-f]{8}-|\d+$|unnamed$)/.test(court);
}

/** The same court, or one of them is given by an id alone. */
export function mayBeSameCourt(one: string, other: string): boolean {
  return one === other || isCourtId(one) !== isCourtId(other);
}
