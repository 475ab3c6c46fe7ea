import type { CaseOpening } from '../careRecord';
import type { CareState } from '../careState';

/** Whether there is no way of contact that the person has said is safe, as they last said. Unknown is not safe. */
export function hasNoSafeRoute({ safeChannels }: Pick<CaseOpening, 'safeChannels'>, { counted }: CareState): boolean {
  let known = safeChannels;
  for (const fact of counted) if (fact.kind === 'personChanged') known = fact.data.safeChannels;
  return known.length === 0;
}
