import { editionById } from '../code/editions';
import type { FixedDuty } from '../code/fixedDuty';

export const bases = ['law', 'guidance', 'forceTarget', 'forceStandard'] as const;
/**
 * What a duty rests on: law; a scheme that is not law; the force's own target where the law gives no number of days; or
 * a promise of the force alone.
 */
export type Basis = (typeof bases)[number];

export function basisOf({ edition, target }: Pick<FixedDuty, 'edition' | 'target'>): Basis {
  if (target) return 'forceTarget';
  const { status } = editionById(edition);
  return status === 'forceStandard' || status === 'guidance' ? status : 'law';
}
