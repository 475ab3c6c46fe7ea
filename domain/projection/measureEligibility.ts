import type { CareRecord } from '../careRecord';
import type { CareState } from '../careState';
import { groundsCounted, maySpeakInPrivate } from '../court/measures/eligibility';
import {
  groundRules,
  measureGrounds,
  measuresOpenTo,
  type MeasureGround,
  type MeasureGroup,
} from '../court/measures/measureRules';
import { londonDay } from '../time/londonTime';
import { trialAheadSince } from '../tracks/suspectTracks';
import type { SpecialMeasure } from '../vocabulary';

/** For which special measures a witness may be considered, by what the case shows and what somebody has named. */
export interface MeasureEligibility {
  readonly grounds: readonly {
    readonly ground: MeasureGround;
    readonly section: string;
    readonly group: MeasureGroup;
    /** Nobody has to show fear or distress: it counts unless the witness opts out. */
    readonly automatic?: true | undefined;
  }[];
  readonly measures: readonly SpecialMeasure[];
}

/** As the case stood when its last fact was recorded. Undefined for who is no witness, and where nothing makes eligible. */
export function measureEligibilityOf({ opening, facts }: CareRecord, state: CareState): MeasureEligibility | undefined {
  const { role, personKind, openedAt } = opening;
  const isWitness = role !== 'victim' || trialAheadSince(state.tracks) !== undefined;
  if (!isWitness || personKind === 'business') return undefined;
  const today = londonDay(facts.at(-1)?.recordedAt ?? openedAt);
  const known = groundsCounted(role, state, today);
  const grounds = measureGrounds.filter((ground) => known.includes(ground));
  if (grounds.length === 0) return undefined;
  return {
    grounds: grounds.map((ground) => {
      const { section, group, automatic } = groundRules[ground];
      return { ground, section, group, ...(automatic ? { automatic } : {}) };
    }),
    measures: measuresOpenTo(grounds).filter(
      (measure) => measure !== 'evidenceInPrivate' || maySpeakInPrivate(state, grounds, false)
    ),
  };
}
