import type { CareState } from '../../careState';
import type { Instant } from '../../time/londonTime';
import type { Span } from './datesToAvoid';

/** When a witness can come, as lists and the court see it: days alone, never why. */
export interface ProjectedAvailability {
  /** Absent: nobody has asked yet. */
  readonly answeredAt?: Instant | undefined;
  readonly unavailable: readonly Span[];
  /** Their evidence is recorded, and the prosecution does not need them at the trial. */
  readonly notNeeded?: true | undefined;
}

/** Undefined where nothing is known of it. */
export function projectedAvailability({
  availability,
  measures: { recording },
}: Pick<CareState, 'availability' | 'measures'>): ProjectedAvailability | undefined {
  const isNotNeeded = recording.attendance?.needed === false;
  if (!availability && !isNotNeeded) return undefined;
  return {
    unavailable: (availability?.datesToAvoid ?? []).map(({ fromOn, untilOn }) => ({ fromOn, untilOn })),
    ...(availability ? { answeredAt: availability.at } : {}),
    ...(isNotNeeded ? { notNeeded: true } : {}),
  };
}
