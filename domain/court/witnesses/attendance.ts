import type { Fact, FactData } from '../../fact';
import { isTriedAgain } from '../../tracks/trackStatus';
import { londonDay, type CalendarDay, type Instant } from '../../time/londonTime';
import { followArrangement, type Arrangement } from './arrangements';
import { arrangeAnew, followPreparations, type Preparations } from './preparations';
import { tell, type Evidence } from '../../code/evidence';
import type { CourtState } from '../courtState';
import { isElsewhere } from '../dateOff';

type Known = { readonly seq: number; readonly at: Instant };
type DayAtCourt = FactData['attendanceRecorded'];

/** What a witness is needed for: a hearing, or the trial wherever it is listed. */
export interface Requirement extends Known {
  readonly hearingId?: string | undefined;
  /** Every fact that named them for it. */
  readonly named: number[];
  /** The days for which they were named last; none where nobody has said. */
  daysNamed: readonly CalendarDay[];
  /** Days for which they were named once, and are not any more: since when we know. */
  daysOff: Map<CalendarDay, Instant>;
  /** When we learnt which day is set; an answer from before is an answer for another day. */
  setAt: Instant;
  answered?: Known & FactData['attendanceAnswered'];
  released?: Known & { readonly knownAt: Instant; readonly reason: FactData['witnessReleased']['reason'] };
  /** Days on which they are called, the last word on each. */
  called: Map<CalendarDay, FactData['witnessCalledFor'] & { readonly seq: number; readonly knownAt: Instant }>;
  days: Map<CalendarDay, DayAtCourt>;
  /**
   * Of what ordered a new trial: what was answered and arranged stays on record, and the next one begins again. `on` is the
   * last day of the trial that was, `knownAt` when we learnt of it.
   */
  past?: { readonly on: CalendarDay; readonly knownAt: Instant };
}

/** Why it is in doubt that a witness comes, and since when. */
export interface Doubt extends Known {
  readonly reason: FactData['attendanceDoubted']['reason'];
}

/** What the facts of a case say of a witness's way to court and home again. */
export interface AttendanceState {
  required: Requirement[];
  doubts: Doubt[];
  arrangements: Arrangement[];
  preparations: Preparations;
  /** The last time that they were told of each day on which they are called. */
  timeTold: Map<CalendarDay, Known & FactData['timeAtCourtTold']>;
  compelled?: Known & FactData['attendanceCompelled'];
  expenses: { explained?: Known; claimed?: Known; sent?: Known; paid?: Known };
}

export function nothingAskedOfWitness(): { attendance: AttendanceState } {
  return {
    attendance: { required: [], doubts: [], arrangements: [], preparations: [], timeTold: new Map(), expenses: {} },
  };
}

/**
 * Takes in what a fact says of a witness at court; facts come in the order in which they happened, and before the court's
 * own state has taken them in. Something that is arranged by it gets `arrangementId`.
 */
export function followAttendance(
  {
    attendance: known,
    hearings,
    ...evidence
  }: { attendance: AttendanceState } & Pick<CourtState, 'hearings'> & Evidence,
  fact: Fact,
  arrangementId: string
): void {
  const { seq, happenedAt: at, recordedAt } = fact;
  followArrangement(known.arrangements, fact, arrangementId);
  followPreparations(known.preparations, fact);
  switch (fact.kind) {
    case 'witnessRequired':
      name(known, fact, evidence);
      break;
    case 'hearingListed':
    case 'hearingMoved': {
      const { hearingId, on, untilOn = on, court } = fact.data;
      const before = hearings.get(hearingId);
      const isSameDay = before?.on === on && !before.vacated;
      if (!before || (isSameDay && !isElsewhere(before.court, court))) break;
      const mine = meant(known, hearingId);
      if (!isSameDay) for (const each of mine) setAnew(each, { hearingId, on, untilOn }, recordedAt);
      if (mine.length > 0) arrangeAnew(known.preparations, fact);
      break;
    }
    case 'trialHeard':
      // Whoever said that they come said so of the days that are over.
      if (fact.data.trial === 'partHeard')
        for (const each of meant(known, fact.data.hearingId)) each.setAt = recordedAt;
      break;
    case 'attendanceAnswered':
      for (const each of meant(known, fact.data.hearingId)) {
        each.answered = { seq, at, ...fact.data };
        // Who was asked was told.
        tell(evidence, each.named, { seq, at, as: 'met' });
      }
      break;
    case 'witnessReleased': {
      const { hearingId, reason } = fact.data;
      for (const each of meant(known, hearingId)) each.released ??= { seq, at, knownAt: recordedAt, reason };
      break;
    }
    case 'trialAttendanceDecided':
      decideByRecording(known, hearings, fact);
      break;
    case 'witnessCalledFor':
      for (const each of meant(known, fact.data.hearingId)) {
        const before = each.called.get(fact.data.on);
        if (before && isSameCall(before, fact.data)) continue;
        each.called.set(fact.data.on, { ...fact.data, seq, knownAt: recordedAt });
      }
      break;
    case 'attendanceRecorded':
      for (const each of meant(known, fact.data.hearingId)) each.days.set(fact.data.on, fact.data);
      break;
    case 'attendanceDoubted':
      known.doubts.push({ seq, at, reason: fact.data.reason });
      break;
    case 'attendanceCompelled':
      known.compelled = { seq, at, ...fact.data };
      break;
    case 'timeAtCourtTold':
      known.timeTold.set(fact.data.on, { seq, at, ...fact.data });
      break;
    case 'expensesExplained':
      known.expenses.explained = { seq, at };
      break;
    case 'expensesClaimed':
      known.expenses = { explained: { seq, at }, ...known.expenses, claimed: { seq, at } };
      delete known.expenses.sent;
      break;
    case 'expensesSent':
      known.expenses.sent = { seq, at };
      break;
    case 'expensesPaid':
      known.expenses.paid = { seq, at };
      break;
    default:
      break;
  }
  if (isTriedAgain(fact)) beginAgain(known, { on: londonDay(at), knownAt: recordedAt });
}

/**
 * The prosecution names a witness again whom it had released, or for the first time. A list that is sent again, as it
 * is whenever somebody on it changes, is no news to whoever has answered. Other days are asked about anew, and a day
 * that is not in it any more is off.
 */
function name(
  { required }: AttendanceState,
  { seq, happenedAt: at, recordedAt, data }: Fact<'witnessRequired'>,
  { told }: Evidence
): void {
  const { hearingId, days = [] } = data;
  const same = required.find((each) => each.hearingId === hearingId && !each.past && !each.released);
  if (!same) {
    const fresh = { seq, at, hearingId, named: [seq], setAt: at, daysNamed: days, daysOff: new Map() };
    required.push({ ...fresh, called: new Map(), days: new Map() });
    return;
  }
  same.named.push(seq);
  const { answered, daysNamed } = same;
  const isOtherDays = daysNamed.length > 0 && days.length > 0 && !sameDays(days, daysNamed);
  if (isOtherDays) {
    same.setAt = recordedAt;
    for (const on of daysNamed.filter((each) => !days.includes(each))) {
      same.called.delete(on);
      same.daysOff.set(on, recordedAt);
    }
  } else if (answered && answerOf(same)) {
    told.set(seq, { seq: answered.seq, at: answered.at, as: 'met' });
  }
  if (days.length > 0) same.daysNamed = days;
}

/** Days for which they were called to the hearing as it was are no days of it any more. */
function setAnew(
  requirement: Requirement,
  { hearingId, on, untilOn }: { hearingId: string; on: CalendarDay; untilOn: CalendarDay },
  at: Instant
): void {
  requirement.setAt = at;
  if (requirement.hearingId !== hearingId) return;
  const isOfIt = (day: CalendarDay) => on <= day && day <= untilOn;
  for (const day of requirement.called.keys()) if (!isOfIt(day)) requirement.called.delete(day);
  requirement.daysNamed = requirement.daysNamed.filter(isOfIt);
}

function sameDays(one: readonly CalendarDay[], other: readonly CalendarDay[]): boolean {
  return one.every((on) => other.includes(on)) && other.every((on) => one.includes(on));
}

/** Who was recorded before the trial is let go from the trial alone; where they are needed after all, they are asked anew. */
function decideByRecording(
  { required }: AttendanceState,
  hearings: CourtState['hearings'],
  { seq, happenedAt: at, recordedAt, data }: Fact<'trialAttendanceDecided'>
): void {
  for (const each of required.filter(({ past, hearingId }) => !past && isOfTrial(hearingId, hearings))) {
    if (!data.needed) each.released ??= { seq, at, knownAt: recordedAt, reason: 'evidenceRecorded' };
    else if (each.released?.reason === 'evidenceRecorded') {
      delete each.released;
      each.setAt = recordedAt;
    }
  }
}

/** Whether something is for the trial, as far as anybody said: the recording before it has hearings of its own. */
export function isOfTrial(hearingId: string | undefined, hearings: CourtState['hearings']): boolean {
  const kind = hearingId === undefined ? undefined : hearings.get(hearingId)?.hearing;
  return kind === undefined || kind === 'trial' || kind === 'appeal';
}

/** The requirements that a fact is about: those of its hearing and those of no hearing; without one, all. */
function meant({ required }: AttendanceState, hearingId: string | undefined): Requirement[] {
  return required.filter(
    (each) =>
      !each.past &&
      !each.released &&
      (hearingId === undefined || each.hearingId === undefined || each.hearingId === hearingId)
  );
}

function isSameCall(one: FactData['witnessCalledFor'], other: FactData['witnessCalledFor']): boolean {
  return one.at === other.at && one.order === other.order && (one.standby ?? false) === (other.standby ?? false);
}

function beginAgain(known: AttendanceState, past: NonNullable<Requirement['past']>): void {
  for (const each of known.required) each.past ??= past;
  known.preparations = [];
  known.timeTold = new Map();
}

/** The requirements that stand: neither released nor of a trial that is over. */
export function standing({ required }: AttendanceState): Requirement[] {
  return required.filter(({ past, released }) => !past && !released);
}

/** What the witness last said for the day that is set; undefined where they said nothing since it was. */
export function answerOf({ answered, setAt }: Requirement): FactData['attendanceAnswered'] | undefined {
  return answered && answered.at >= setAt ? answered : undefined;
}

const longestWaitMinutes = 120;

/** How long a witness waited to be called, and whether that is longer than the two hours of the Witness Charter. */
export function waitOf({ arrivedAt, calledAt, leftAt }: DayAtCourt): { minutes: number; tooLong: boolean } | undefined {
  const until = calledAt ?? leftAt;
  if (arrivedAt === undefined || until === undefined || until < arrivedAt) return undefined;
  const minutes = Math.round((Date.parse(until) - Date.parse(arrivedAt)) / 60_000);
  return { minutes, tooLong: minutes > longestWaitMinutes };
}
