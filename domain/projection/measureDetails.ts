import type { CareRecord } from '../careRecord';
import type { CareState } from '../careState';
import { ageOf } from '../court/measures/mayMeasure';
import { measureRules } from '../court/measures/measureRules';
import { roundOn, statusOf } from '../court/measures/measureState';
import type { MeasureStatus } from '../court/measures/measureStatus';
import type { CalendarDay, Instant } from '../time/londonTime';
import { specialMeasures, type SpecialMeasure } from '../vocabulary';

/** One special measure for the trial ahead, as a case shows it. */
export interface MeasureDetails {
  readonly measure: SpecialMeasure;
  readonly section: string;
  readonly status: MeasureStatus;
  readonly since: Instant;
  /** Why the prosecution will not apply for it. */
  readonly reason?: string | undefined;
  /** The day on which it ends by itself, where it rests on the witness's age alone. */
  readonly lapsesOn?: CalendarDay | undefined;
}

export function measureDetailsOf({ opening }: CareRecord, state: CareState): MeasureDetails[] | undefined {
  const { measures, eighteenOn } = state;
  const { round } = measures;
  if (round.measures.size === 0) return undefined;
  const then = eighteenOn && roundOn(measures, ageOf(measures, opening.role, state, eighteenOn), eighteenOn);
  return specialMeasures.flatMap((measure) => {
    const known = round.measures.get(measure);
    if (!known) return [];
    const { status, since, reason } = known;
    const lapses = then && status !== 'lapsed' && statusOf(then, measure) === 'lapsed';
    return {
      measure,
      section: measureRules[measure].section,
      status,
      since,
      ...(reason ? { reason } : {}),
      ...(lapses ? { lapsesOn: eighteenOn } : {}),
    };
  });
}
