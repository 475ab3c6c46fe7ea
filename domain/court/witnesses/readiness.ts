import type { CareState } from '../../careState';
import { addCalendarDays, type CalendarDay, type Instant } from '../../time/londonTime';
import type { CaseRole, Role } from '../../vocabulary';
import { isTrialOver, trialAheadSince } from '../../tracks/suspectTracks';
import { isRunning } from './arrangements';
import { answerOf, type Requirement } from './attendance';
import { daysOf, toAttend } from './inVain';
import { isSettled, preparationFor } from './preparations';
import type { MeasureStatus } from '../measures/measureStatus';
import { toBeChecked } from '../measures/newTrial';
import { ageOf, roundOn } from '../measures/turningEighteen';
import { bookableArrangements, readinessItems, type PreparationItem, type ReadinessItem } from './witnessWords';

/** Who is to do what is missing. */
export type Owes = Role | 'prosecution' | 'court' | 'witnessService' | 'victimHub';

export interface Missing {
  readonly item: ReadinessItem;
  readonly owes: Owes;
}

/** How ready one witness is for one hearing. */
export interface Readiness {
  readonly hearingId: string;
  readonly on: CalendarDay;
  /** The last day, of a trial of several days or of a warned week. */
  readonly untilOn?: CalendarDay | undefined;
  readonly at?: Instant | undefined;
  readonly court?: string | undefined;
  readonly hearing: string;
  readonly missing: readonly Missing[];
}

type Standing = 'ready' | 'notNeeded' | Owes;
type Check = (state: CareState, requirement: Requirement, on: CalendarDay, role: CaseRole) => Standing;

const unit = 'witness-care-officer';
const officer = 'officer-in-case';

/** Who has the next step of a measure that is not decided, told and in place; the first that applies. */
const measureOwed: readonly (readonly [MeasureStatus, Owes])[] = [
  ['wanted', 'officer-in-case'],
  ['referred', 'prosecution'],
  ['toApply', 'prosecution'],
  ['applied', 'court'],
  ['opposed', 'court'],
  ['notOpposed', 'court'],
  ['granted', unit],
  ['missing', 'court'],
];

/** Each item of the checklist: in order, not needed, or who owes it. */
const checks: Readonly<Record<ReadinessItem, Check>> = {
  witnessList: () => 'ready',
  warned: ({ told }, { named }) => (named.some((seq) => told.get(seq)?.as === 'met') ? 'ready' : unit),
  answer(_state, requirement) {
    const answer = answerOf(requirement)?.answer;
    return answer === 'willAttend' || answer === 'withConditions' ? 'ready' : unit;
  },
  availability(state, requirement, on) {
    const { availability } = state;
    if (!availability) return unit;
    const { called, daysNamed, hearingId } = requirement;
    const hearing = hearingId === undefined ? undefined : state.hearings.get(hearingId);
    const isNamed = called.size > 0 || (hearing !== undefined && daysNamed.length > 0);
    const days = isNamed ? daysOf(requirement, state) : weekdaysOf(on, hearing?.untilOn);
    const isAway = availability.datesToAvoid.some(({ fromOn, untilOn }) =>
      days.some((day) => fromOn <= day && day <= untilOn)
    );
    return isAway && !canComeAfterAll(state, on, hearingId) ? 'prosecution' : 'ready';
  },
  evidenceNeeds: ({ evidenceNeeds }) => (evidenceNeeds ? 'ready' : unit),
  specialMeasures(state, _requirement, on, role) {
    const round = roundOn(state.measures, ageOf(role, state, on), on);
    if (!round.screened || round.screenAgain || toBeChecked(round).length > 0) return unit;
    // What ends by the day of the trial with the birthday is no help there: somebody looks for another ground.
    const [ended] = [...round.measures.values()].filter(({ status }) => status === 'lapsed');
    if (ended && round.screened.at < ended.since) return unit;
    const statuses = [...round.measures.values()].map(({ status }) => status);
    const owed = measureOwed.find(([status]) => statuses.includes(status));
    if (owed) return owed[1];
    return statuses.length === 0 ? 'notNeeded' : 'ready';
  },
  interpreter({ interpreter, attendance }, _requirement, on) {
    if (!interpreter) return 'notNeeded';
    const booked = attendance.arrangements.find((each) => each.arrangement === 'interpreter' && each.on === on);
    if (!booked || !isRunning(booked)) return unit;
    return booked.state !== 'asked' && booked.vetted ? 'ready' : 'victimHub';
  },
  courtVisit: (state, requirement) => prepared(state, requirement, 'courtVisit', 'witnessService'),
  separateWaiting: (state, requirement) => prepared(state, requirement, 'separateWaiting', 'court', 'court'),
  companion: (state, requirement) => prepared(state, requirement, 'companion', 'court', 'court'),
  witnessService: (state, requirement) => prepared(state, requirement, 'witnessService', 'witnessService'),
  bookings({ attendance }, { answered, hearingId }) {
    const wanted = bookableArrangements.filter((kind) =>
      (answered?.conditions as readonly string[] | undefined)?.includes(kind)
    );
    const mine = attendance.arrangements.filter((each) => each.hearingId === undefined || each.hearingId === hearingId);
    const running = mine.filter(isRunning);
    if (wanted.some((kind) => !running.some(({ arrangement }) => arrangement === kind))) return unit;
    if (running.some(({ state }) => state === 'asked')) return 'victimHub';
    if (running.some(({ state }) => state === 'booked')) return unit;
    return running.length > 0 ? 'ready' : 'notNeeded';
  },
  statement: (state, requirement) => prepared(state, requirement, 'statement', officer, officer, officer),
  expenses: ({ attendance: { expenses } }) => (expenses.explained ? 'ready' : unit),
  personalStatement({ counted }, _requirement, _on, role) {
    if (role === 'witness') return 'notNeeded';
    const last = counted.filter(({ kind }) => kind === 'statementMade' || kind === 'personalStatementOffered').at(-1);
    if (last?.kind === 'statementMade') return 'ready';
    return last?.kind === 'personalStatementOffered' && last.data.answer === 'declined' ? 'notNeeded' : unit;
  },
  timeAtCourt({ attendance: { timeTold } }, { called }) {
    const days = [...called.values()];
    if (days.length === 0) return 'prosecution';
    const isTold = days.every(({ on, seq, standby }) => {
      const told = timeTold.get(on);
      return told !== undefined && told.seq > seq && (!standby || told.standby === 'reachable');
    });
    return isTold ? 'ready' : unit;
  },
};

/** Bank holidays count as days of court here: a page of what is missing may ask too much, never too little. */
function weekdaysOf(on: CalendarDay, untilOn = on): CalendarDay[] {
  const days = [on];
  for (let day = addCalendarDays(on, 1); day <= untilOn; day = addCalendarDays(day, 1)) {
    if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) days.push(day);
  }
  return days;
}

/** They have said since they gave the dates that they can come on that day. */
function canComeAfterAll({ conflictsAnswered, availability }: CareState, on: CalendarDay, hearingId?: string): boolean {
  const last = conflictsAnswered.findLast((each) => each.hearingId === hearingId && each.on === on);
  return last?.answer === 'witnessCanCome' && last.seq > (availability?.seq ?? 0);
}

/** Who has the next step of what is offered to every witness: of arranging it `arranges`, of its taking place `holds`. */
function prepared(
  state: CareState,
  { hearingId }: Requirement,
  item: PreparationItem,
  holds: Owes,
  arranges: Owes = unit,
  offers: Owes = unit
): Standing {
  const needed = toAttend(state).map((each) => each.hearingId);
  const stage = preparationFor(state.attendance.preparations, item, hearingId, needed)?.stage ?? 'toOffer';
  if (stage === 'notPossible') return item === 'courtVisit' ? 'notNeeded' : arranges;
  if (isSettled(item, stage)) return stage === 'done' ? 'ready' : 'notNeeded';
  if (stage === 'toHappen') return holds;
  return stage === 'toArrange' ? arranges : offers;
}

function missingFor(state: CareState, requirement: Requirement, on: CalendarDay, role: CaseRole): Missing[] {
  return readinessItems.flatMap((item) => {
    const stands = checks[item](state, requirement, on, role);
    return stands === 'ready' || stands === 'notNeeded' ? [] : [{ item, owes: stands }];
  });
}

const listOwed: Missing = { item: 'witnessList', owes: 'prosecution' };

/** Whether the prosecution has not said yet who is to come to the trial that is ahead. */
function waitsForList({ attendance, measures, tracks, end }: CareState, role: CaseRole): boolean {
  if (end || role === 'victim' || measures.recording.attendance?.needed === false) return false;
  return trialAheadSince(tracks) !== undefined && attendance.required.every(({ past }) => past);
}

function isTrial(hearingId: string, { hearings, rehearing }: CareState): boolean {
  const kind = hearings.get(hearingId)?.hearing;
  return kind === 'trial' || (rehearing && kind === 'appeal');
}

/**
 * The checklist of a case for every hearing at which its witness is needed, and for a trial of which the prosecution has
 * not said who is to come. A hearing without a day is none yet; a trial is none any more once nobody is to be tried.
 */
export function readinessOf(state: CareState, role: CaseRole): Readiness[] {
  const named = toAttend(state);
  return [...state.hearings].flatMap(([hearingId, { hearing, on, untilOn, at, court, vacated }]) => {
    const requirement =
      named.find((each) => each.hearingId === hearingId) ??
      (hearing === 'trial' ? named.find((each) => each.hearingId === undefined) : undefined);
    if (vacated || (hearing === 'trial' && isTrialOver(state.tracks))) return [];
    const waits = !requirement && waitsForList(state, role) && isTrial(hearingId, state);
    if (!requirement && !waits) return [];
    const missing = requirement ? missingFor(state, requirement, on, role) : [listOwed];
    return [
      {
        hearingId,
        hearing,
        on,
        ...(untilOn === undefined ? {} : { untilOn }),
        ...(at === undefined ? {} : { at }),
        ...(court === undefined ? {} : { court }),
        missing,
      },
    ];
  });
}
