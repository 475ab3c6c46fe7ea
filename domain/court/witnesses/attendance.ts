import type { Fact, FactData } from '../../fact';
import { isTriedAgain } from '../../tracks/trackStatus';
import type { CalendarDay, Instant } from '../../time/londonTime';
import { followArrangement, type Arrangement } from './arrangements';
import { arrangeAnew, followPreparations, type Preparations } from './preparations';
import { tell, type Evidence } from '../../code/evidence';
import type { CourtState } from '../courtState';

type Known = { readonly seq: number; readonly at: Instant };
type DayAtCourt = FactData['attendanceRecorded'];

/** What a witness is needed for: a hearing, or the trial wherever it is listed. */
export interface Requirement extends Known {
  readonly hearingId?: string | undefined;
  /** Every fact that named them for it. */
  readonly named: number[];
  /** When we learnt which day is set; an answer from before is an answer for another day. */
  setAt: Instant;
  answered?: Known & FactData['attendanceAnswered'];
  released?: Known & { readonly knownAt: Instant; readonly reason: FactData['witnessReleased']['reason'] };
  /** Days on which they are called, the last word on each. */
  called: Map<CalendarDay, FactData['witnessCalledFor'] & { readonly seq: number; readonly knownAt: Instant }>;
  days: Map<CalendarDay, DayAtCourt>;
  /** A new trial was ordered: what was answered and arranged stays on record, and the next one begins again. */
  past?: true;
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
    attendance: { required: [], doubts: [], arrangements: [], preparations: {}, timeTold: new Map(), expenses: {} },
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
      name(known, fact.data.hearingId, { seq, at });
      break;
    case 'hearingListed':
    case 'hearingMoved': {
      const { hearingId, on } = fact.data;
      const before = hearings.get(hearingId);
      if (!before || (before.on === on && !before.vacated)) break;
      const mine = meant(known, hearingId);
      for (const each of mine) each.setAt = recordedAt;
      if (mine.length > 0) arrangeAnew(known.preparations, fact);
      break;
    }
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
  if (isTriedAgain(fact)) beginAgain(known);
}

/** The prosecution names a witness again whom it had released, or for the first time. */
function name({ required }: AttendanceState, hearingId: string | undefined, told: Known): void {
  const same = required.find((each) => each.hearingId === hearingId && !each.past && !each.released);
  if (same) same.named.push(told.seq);
  else required.push({ ...told, hearingId, named: [told.seq], setAt: told.at, called: new Map(), days: new Map() });
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

function beginAgain(known: AttendanceState): void {
  for (const each of known.required) each.past = true;
  known.preparations = {};
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
