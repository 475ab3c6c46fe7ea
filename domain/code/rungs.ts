import type { CareRecord } from '../careRecord';
import { addCalendarDays, addHours, justAfter, londonDay, startOfLondonDay, type Instant } from '../time/londonTime';
import { afterQuietHours, type QuietHours } from '../time/staffHours';
import { isWorkingDay, type WorkingCalendar } from '../time/workingDays';
import { rungs, type Duty, type Rung, type RungReached } from './duty';
import { obligationById } from './editions';
import type { DutyId } from './fixedDuty';

/** Holders whose clocks this service keeps; the time of others is shown, and nobody here is told to hurry for it. */
const ours: readonly string[] = ['police', 'witnessCareUnit'];

/** A team's rungs are spread over so many minutes after the quiet hours, so that not all cases wake at once. */
const spreadMinutes = 30;

/** Whether a duty has rungs: it is ours, it has a date, nobody has settled it, and it was not missed before intake. */
export function hasRungs({ obligation, dueBy, settled, missedBeforeIntake }: Duty): boolean {
  return dueBy !== undefined && !settled && !missedBeforeIntake && isOurs({ obligation });
}

/** Whether it is a duty whose clock this service keeps. */
export function isOurs({ obligation }: Pick<Duty, 'obligation'>): boolean {
  const { dutyHolder, nature } = obligationById(obligation);
  return nature === 'duty' && ours.includes(dutyHolder);
}

/**
 * Rungs that have come by now and were not reached before, and when the next comes. Where several have come at once,
 * after the worker was away, the gravest alone is said.
 */
export function climb(
  record: Pick<CareRecord, 'opening' | 'calendar' | 'rungs'>,
  duties: readonly Duty[],
  now: Instant
): { readonly reached: RungReached[]; readonly nextAt?: Instant | undefined } {
  const reached: RungReached[] = [];
  let nextAt: Instant | undefined;
  const spread = spreadOf(record.opening.caseId);
  for (const duty of duties) {
    if (!hasRungs(duty)) continue;
    const highest = highestReached(record.rungs, duty.id);
    const ahead = rungs
      .filter((_, index) => index > highest)
      .map((rung) => ({ duty: duty.id, rung, at: instantOf(rung, duty, record, spread) }))
      .filter((each): each is RungReached => each.at !== undefined);
    // In the night after its day nothing is due today any more, and that it was missed is for the morning.
    const isOver = now > (duty.dueBy ?? '');
    const come = ahead.filter(({ rung, at }) => at <= now && (rung === 'missed') === isOver).at(-1);
    if (come) reached.push(come);
    const position = come ? rungs.indexOf(come.rung) : -1;
    for (const { rung, at } of ahead) {
      if (rungs.indexOf(rung) > position && at > now && (nextAt === undefined || at < nextAt)) nextAt = at;
    }
  }
  return { reached, nextAt };
}

function highestReached(known: CareRecord['rungs'], duty: DutyId): number {
  return Math.max(-1, ...(known[duty] ?? []).map(({ rung }) => rungs.indexOf(rung)));
}

/** When a rung comes: never in the quiet hours of staff, unless it is about news of release or bail that was missed. */
function instantOf(
  rung: Rung,
  duty: Duty,
  { opening, calendar }: Pick<CareRecord, 'opening' | 'calendar'>,
  spread: number
): Instant | undefined {
  const dueBy = duty.dueBy ?? '';
  const quiet = opening.standards.quietHours;
  if (rung === 'missed') {
    const missedAt = justAfter(dueBy);
    return obligationById(duty.obligation).arises?.safety ? missedAt : afterQuietHours(missedAt, quiet, spread);
  }
  const at =
    rung === 'dueToday' ? morning(londonDay(dueBy), quiet, spread) : soon(duty, dueBy, calendar, quiet, spread);
  return at > duty.knownAt && at <= dueBy ? at : undefined;
}

function soon(duty: Duty, dueBy: Instant, calendar: WorkingCalendar, quiet: QuietHours, spread: number): Instant {
  if (duty.limit?.unit === 'hours') return afterQuietHours(addHours(dueBy, -duty.limit.n / 2), quiet, spread);
  let on = addCalendarDays(londonDay(dueBy), -1);
  while (!isWorkingDay(on, calendar)) on = addCalendarDays(on, -1);
  return morning(on, quiet, spread);
}

function morning(on: string, quiet: QuietHours, spread: number): Instant {
  return afterQuietHours(startOfLondonDay(on), quiet, spread);
}

/** The same for a case each time: read off its id, which says nothing about anybody. */
function spreadOf(caseId: string): number {
  let sum = 0;
  for (const character of caseId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 100_003;
  return (sum % (spreadMinutes * 60)) * 1_000;
}
