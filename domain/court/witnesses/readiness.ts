import type { CareState } from '../../careState';
import type { CalendarDay, Instant } from '../../time/londonTime';
import type { CaseRole, Role } from '../../vocabulary';
import { isRunning } from './arrangements';
import { answerOf, type Requirement } from './attendance';
import { toAttend } from './inVain';
import { isSettled } from './preparations';
import type { MeasureStatus } from '../measures/measureStatus';
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
  warned: ({ told }, { named }) => (named.some((seq) => told.get(seq)?.as === 'met') ? 'ready' : unit),
  answer(_state, requirement) {
    const answer = answerOf(requirement)?.answer;
    return answer === 'willAttend' || answer === 'withConditions' ? 'ready' : unit;
  },
  availability({ availability }, _requirement, on) {
    if (!availability) return unit;
    return availability.datesToAvoid.some(({ fromOn, untilOn }) => fromOn <= on && on <= untilOn)
      ? 'prosecution'
      : 'ready';
  },
  evidenceNeeds: ({ evidenceNeeds }) => (evidenceNeeds ? 'ready' : unit),
  specialMeasures({ measures: { round } }) {
    if (!round.screened) return unit;
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
  courtVisit: (state) => prepared(state, 'courtVisit', 'witnessService'),
  separateWaiting: (state) => prepared(state, 'separateWaiting', 'court', 'court'),
  companion: (state) => prepared(state, 'companion', 'court', 'court'),
  witnessService: (state) => prepared(state, 'witnessService', 'witnessService'),
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
  statement: (state) => prepared(state, 'statement', officer, officer, officer),
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

/** Who has the next step of what is offered to every witness: of arranging it `arranges`, of its taking place `holds`. */
function prepared(
  { attendance: { preparations } }: CareState,
  item: PreparationItem,
  holds: Owes,
  arranges: Owes = unit,
  offers: Owes = unit
): Standing {
  const stage = preparations[item]?.stage ?? 'toOffer';
  if (stage === 'notPossible') return item === 'courtVisit' ? 'notNeeded' : arranges;
  if (isSettled(stage)) return stage === 'done' ? 'ready' : 'notNeeded';
  if (stage === 'toHappen') return holds;
  return stage === 'toArrange' ? arranges : offers;
}

/** The checklist of a case for every hearing at which its witness is needed; a hearing without a day is none yet. */
export function readinessOf(state: CareState, role: CaseRole): Readiness[] {
  const named = toAttend(state);
  return [...state.hearings].flatMap(([hearingId, { hearing, on, at, court, vacated }]) => {
    const requirement =
      named.find((each) => each.hearingId === hearingId) ??
      (hearing === 'trial' ? named.find((each) => each.hearingId === undefined) : undefined);
    if (vacated || !requirement) return [];
    const missing = readinessItems.flatMap((item) => {
      const stands = checks[item](state, requirement, on, role);
      return stands === 'ready' || stands === 'notNeeded' ? [] : [{ item, owes: stands }];
    });
    return [
      {
        hearingId,
        hearing,
        on,
        ...(at === undefined ? {} : { at }),
        ...(court === undefined ? {} : { court }),
        missing,
      },
    ];
  });
}
