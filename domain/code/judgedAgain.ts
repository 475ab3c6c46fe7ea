import type { Duty, JudgedAgain } from './duty';
import type { CareRecord } from '../careRecord';
import type { CareState } from '../careState';
import { addCalendarDays, addHours, endOfLondonDay, londonDay, type Instant } from '../time/londonTime';
import type { Tier } from '../vocabulary';
import type { WorkingCalendar } from '../time/workingDays';
import { limitFor } from './arising';
import { dueDate } from './dueDate';
import { editionById, obligationById } from './editions';
import { ledger } from './ledger';
import { isPausable, pauseAt, pauses } from './ownStandards';

const hourMs = 3_600_000;

/** A change of what the victim is entitled to. */
interface Change {
  readonly from: Tier;
  /** When it was decided; it may have been written down later. */
  readonly decidedAt: Instant;
}

/** The record with every due date judged again that what was just recorded has changed. */
export function judgedAgain(record: CareRecord, change: Change, state: CareState, now: Instant): CareRecord {
  const duties = ledger(record, state).filter(isRunning);
  const judged = duties.flatMap((duty) => byTier(duty, change, state.tier.tier, record, now) ?? []);
  const changed = new Set(judged.map(({ duty }) => duty));
  for (const duty of duties) {
    const again = changed.has(duty.id) ? undefined : byPause(duty, record, state, now);
    if (again) judged.push(again);
  }
  return judged.length === 0 ? record : { ...record, judgedAgain: [...record.judgedAgain, ...judged] };
}

/**
 * The record with the bank holidays that have been published since; provisional due dates that they settle are judged
 * again, the rest stay as they were fixed.
 */
export function judgedByCalendar(
  record: CareRecord,
  state: CareState,
  calendar: WorkingCalendar,
  now: Instant
): CareRecord {
  const judged = ledger(record, state)
    .filter((duty) => isRunning(duty) && duty.provisional)
    .flatMap((duty): JudgedAgain[] => {
      const { id, limit } = duty;
      const countedFrom = record.judgedAgain.filter((known) => known.duty === id).at(-1)?.countedFrom;
      const due = limit && dueDate(countedFrom ?? startOf(duty, state), limit, calendar);
      return due && !due.provisional ? [{ duty: id, because: 'calendar', at: now, countedFrom, ...due }] : [];
    });
  const again = { ...record, calendar };
  if (judged.length === 0) return again;
  const known = { ...again, version: record.version + 1, judgedAgain: [...record.judgedAgain, ...judged] };
  const ids = new Set(judged.map(({ duty }) => duty));
  const paused = ledger(known, state).flatMap((duty) => (ids.has(duty.id) && byPause(duty, known, state, now)) || []);
  return paused.length === 0 ? known : { ...known, judgedAgain: [...known.judgedAgain, ...paused] };
}

/** Where the count starts: what the force promised while its standards rested is counted from the end of that rest. */
function startOf({ edition, target, from }: Duty, { counted }: CareState): Instant {
  const pause = isPausable(editionById(edition).scheme, target) ? pauseAt(counted, from) : undefined;
  return pause?.until ?? from;
}

/** Open, or at rest only for as long as the victim wants no contact or the case is closed. */
function isRunning({ settled, dueBy, missedBeforeIntake }: Duty): boolean {
  return settled?.by === undefined && dueBy !== undefined && !missedBeforeIntake;
}

/** An upgrade counts from the decision and breaches nothing backwards; without Enhanced Rights the common limit counts. */
function byTier(duty: Duty, change: Change, tier: Tier, record: CareRecord, now: Instant): JudgedAgain | undefined {
  const { id, dueBy, from, edition } = duty;
  const { scheme } = editionById(edition);
  if (change.from === tier || dueBy === undefined || scheme === 'forceStandards') return undefined;
  const limit = limitFor(obligationById(duty.obligation), scheme, record.opening, tier)?.limit;
  if (!limit || (limit.n === duty.limit?.n && limit.unit === duty.limit.unit)) return undefined;
  if (tier === 'standard') {
    const due = dueDate(from, limit, record.calendar);
    return due.dueBy > dueBy ? { duty: id, because: 'tier', at: now, tier, limit, ...due } : undefined;
  }
  if (dueBy < now) return undefined;
  const counted = [change.decidedAt, now].map((start) => ({ start, ...dueDate(start, limit, record.calendar) }));
  const soonest = counted.find((each) => each.start >= from && each.dueBy >= now);
  if (!soonest || soonest.dueBy >= dueBy) return undefined;
  const { start: countedFrom, ...due } = soonest;
  return { duty: id, because: 'tier', at: now, countedFrom, tier, limit, ...due };
}

/** A pause of the force's own standards moves what was not overdue by the time it lasted. */
function byPause(duty: Duty, record: CareRecord, state: CareState, now: Instant): JudgedAgain | undefined {
  if (!isPausable(editionById(duty.edition).scheme, duty.target)) return undefined;
  let due = beforePauses(duty, record, state);
  for (const { from, until } of pauses(state.counted)) {
    if (from <= duty.from || from > due) continue;
    const hours = (Date.parse(until) - Date.parse(from)) / hourMs;
    due =
      duty.limit?.unit === 'hours'
        ? addHours(due, hours)
        : endOfLondonDay(addCalendarDays(londonDay(due), Math.ceil(hours / 24)));
  }
  if (due === duty.dueBy) return undefined;
  const { id, limit, leftOut, provisional } = duty;
  return { duty: id, because: 'pause', at: now, dueBy: due, limit, leftOut, provisional };
}

/** Its due date without the pauses that came later; what was promised during one is counted from that one's end. */
function beforePauses(duty: Duty, { judgedAgain: known, calendar }: CareRecord, state: CareState): Instant {
  const others = known.filter(({ duty: id, because }) => id === duty.id && because !== 'pause');
  if (others.length > 0) return others.at(-1)?.dueBy ?? '';
  const start = startOf(duty, state);
  const asAsked = state.counted.filter(({ kind }) => kind !== 'standardsResumed');
  if (pauseAt(asAsked, duty.from) && duty.limit && start !== duty.from)
    return dueDate(start, duty.limit, calendar).dueBy;
  return duty.earlier?.[0]?.dueBy ?? duty.dueBy ?? '';
}
