import type { CareState } from '../careState';
import { isGoingOn } from '../referrals/support';
import { toldOfDeath, type ToldOfDeath } from './careWords';

/** Who is concerned by a death, and has not been told of it. */
export function stillToTellOfDeath({
  tracks,
  referrals,
  officerInCase,
  counted,
  toldOfDeath: told,
}: Pick<CareState, 'tracks' | 'referrals' | 'officerInCase' | 'counted' | 'toldOfDeath'>): ToldOfDeath[] {
  const charged = [...tracks.bySuspect.values()].some(({ chargedAt }) => chargedAt !== undefined);
  const must: Readonly<Record<ToldOfDeath, boolean>> = {
    officerInCase: officerInCase !== undefined,
    supportServices: referrals.some(isGoingOn),
    familyLiaison: true,
    witnessCareUnit: charged,
    prosecution: charged,
    representatives: counted.some(({ kind }) => kind === 'representativeAppointed'),
  };
  return toldOfDeath.filter((each) => must[each] && !told.has(each));
}
