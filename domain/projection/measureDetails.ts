import type { CareRecord } from '../careRecord';
import type { CareState } from '../careState';
import { measureRules } from '../court/measures/measureRules';
import { statusOf } from '../court/measures/measureState';
import type { MeasureStatus } from '../court/measures/measureStatus';
import { toBeChecked } from '../court/measures/newTrial';
import { ageOf, roundOn } from '../court/measures/turningEighteen';
import { londonDay, type CalendarDay, type Instant } from '../time/londonTime';
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
  /** A court directed it for the trial before, and nobody has checked that it stands for this one. */
  readonly carriedOver?: true | undefined;
}

/** The day on which anything was last recorded in the case or asked of anybody. */
export function dayOfRecord({ opening, facts, tasks }: CareRecord): CalendarDay {
  const recorded = facts.at(-1)?.recordedAt ?? opening.openedAt;
  return londonDay(tasks.reduce((last, { openedAt }) => (openedAt > last ? openedAt : last), recorded));
}

/** As the case stood on that day. */
export function measureDetailsOf(record: CareRecord, state: CareState): MeasureDetails[] | undefined {
  const { opening } = record;
  const { measures, eighteenOn } = state;
  if (measures.round.measures.size === 0) return undefined;
  const today = dayOfRecord(record);
  const now = roundOn(measures, ageOf(opening.role, state, today), today);
  const then = eighteenOn && roundOn(measures, ageOf(opening.role, state, eighteenOn), eighteenOn);
  return specialMeasures.flatMap((measure) => {
    const known = now.measures.get(measure);
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
      ...(toBeChecked(now).includes(measure) ? { carriedOver: true as const } : {}),
    };
  });
}
