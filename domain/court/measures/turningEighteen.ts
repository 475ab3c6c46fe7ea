import type { CaseOpening } from '../../careRecord';
import type { CareState } from '../../careState';
import { londonDay, startOfLondonDay, type CalendarDay, type Instant } from '../../time/londonTime';
import { groundsCounted } from './eligibility';
import { measureRules, type MeasureGround } from './measureRules';
import type { MeasureRound, Measures, MeasureState } from './measureState';
import { statusAfterEvent } from './measureStatus';

type Seen = Pick<CareState, 'measures' | 'counted' | 'offence' | 'circumstances' | 'eighteenOn'>;

/** What decides whether a direction ends with the witness's eighteenth birthday, s.21(8). */
interface AgeAndMore {
  readonly eighteenOn?: CalendarDay | undefined;
  /** For more than their age. */
  readonly alsoEligible: boolean;
  /** They had begun to give evidence before that day. */
  readonly hasBegun: boolean;
}

export function ageOf(role: CaseOpening['role'], seen: Seen, today: CalendarDay): AgeAndMore {
  const { eighteenOn, counted } = seen;
  const ofAge: readonly MeasureGround[] = ['under18', 'recordedUnder18'];
  const others = groundsCounted(role, seen, today).filter((ground) => !ofAge.includes(ground));
  // By the day on which they spoke: it may be written down after the birthday, and a trial that begins again is of the
  // same proceedings.
  const hasBegun = counted.some(
    ({ kind, data }) => kind === 'attendanceRecorded' && data.calledAt !== undefined && data.on < (eighteenOn ?? '')
  );
  return { eighteenOn, alsoEligible: others.length > 0, hasBegun };
}

/**
 * The measures as the law has them on a day: a direction that rests on nothing but the witness's age ends with their
 * eighteenth birthday by itself, but for what has been recorded by then, s.21(8) and (9). Of the interview the court
 * directs what there is already, so that it stands unless we know that it was recorded later.
 */
export function roundOn(
  { round, recording, lapsedOn }: Measures,
  { eighteenOn, alsoEligible, hasBegun }: AgeAndMore,
  on: CalendarDay
): MeasureRound {
  if (eighteenOn === undefined || on < eighteenOn || lapsedOn === eighteenOn) return round;
  if (alsoEligible || hasBegun) return round;
  const measures = new Map(round.measures);
  for (const [measure, state] of measures) {
    const part = measureRules[measure].keptIfRecorded;
    const at = part && recording.recorded.get(part);
    const kept = at === undefined ? part === 'interview' : londonDay(at) < eighteenOn;
    if (!kept) measures.set(measure, lapsedWith(state, startOfLondonDay(eighteenOn)));
  }
  return { ...round, measures };
}

/** Of what the witness has opted out of, the direction beneath it ends. */
function lapsedWith(state: MeasureState, since: Instant): MeasureState {
  const { optedOutFrom } = state;
  if (optedOutFrom) return { ...state, optedOutFrom: lapsedWith(optedOutFrom, since) };
  const lapsed = statusAfterEvent(state.status, 'turnedEighteen');
  return lapsed ? { ...state, status: lapsed, since } : state;
}

/**
 * Before anything is taken in that happened after the eighteenth birthday: directions that rested on age alone have ended
 * by then. A ground that is found later opens a new way to court, and does not bring them back.
 */
export function lapseByAge(role: CaseOpening['role'], seen: Seen, at: Instant): void {
  const { eighteenOn, measures } = seen;
  if (eighteenOn === undefined || measures.lapsedOn === eighteenOn || at < startOfLondonDay(eighteenOn)) return;
  measures.round = roundOn(measures, ageOf(role, seen, eighteenOn), eighteenOn);
  measures.lapsedOn = eighteenOn;
}
