import type { CareRecord } from '../../careRecord';
import type { CareState } from '../../careState';
import type { CalendarDay, Instant } from '../../time/londonTime';
import { questioningAhead } from '../measures/recordingDays';
import type { Span } from './datesToAvoid';

/** When a witness can come, as lists and the court see it: days alone, never why. */
export interface ProjectedAvailability {
  /** Absent: nobody has asked yet. */
  readonly answeredAt?: Instant | undefined;
  readonly unavailable: readonly Span[];
  /** Their evidence is recorded, and the prosecution does not need them at the trial. */
  readonly notNeeded?: true | undefined;
  /** Days ahead on which the court takes their evidence before the trial (section 28). */
  readonly takenOn?: readonly CalendarDay[] | undefined;
}

/** Days on which a trial cannot have them; undefined where nothing is known of any. */
export function avoidedBy(known: ProjectedAvailability | undefined): Span[] | undefined {
  if (known?.answeredAt === undefined && !known?.takenOn) return undefined;
  const taken = (known.takenOn ?? []).map((on) => ({ fromOn: on, untilOn: on }));
  return [...known.unavailable.map(({ fromOn, untilOn }) => ({ fromOn, untilOn })), ...taken];
}

/** Undefined where nothing is known of it. */
export function projectedAvailability(
  recorded: Pick<CareRecord, 'opening' | 'facts'>,
  state: CareState,
  today: CalendarDay
): ProjectedAvailability | undefined {
  const { availability, measures } = state;
  const isNotNeeded = measures.recording.attendance?.needed === false;
  const takenOn = questioningAhead(recorded, state, today).map(({ on }) => on);
  if (!availability && !isNotNeeded && takenOn.length === 0) return undefined;
  return {
    unavailable: (availability?.datesToAvoid ?? []).map(({ fromOn, untilOn }) => ({ fromOn, untilOn })),
    ...(availability ? { answeredAt: availability.at } : {}),
    ...(isNotNeeded ? { notNeeded: true } : {}),
    ...(takenOn.length > 0 ? { takenOn } : {}),
  };
}
