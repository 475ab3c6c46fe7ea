import type { CourtEventData } from '../../domain/court/courtEvent';

/** What a defendant answered; undefined where the court wrote none that counts. */
export function pleaIn(written: string | undefined): CourtEventData['pleaEntered']['plea'] | undefined {
  const plea = (written ?? '').toUpperCase().replace(/[\s-]+/g, '_');
  if (/NOT_GUILTY|DENIES|DENIED/.test(plea)) return 'notGuilty';
  if (/GUILTY|ADMITS|ADMITTED/.test(plea)) return 'guilty';
  return /^(NO_PLEA|NONE)/.test(plea) ? 'noPlea' : undefined;
}

export function verdictIn(written: string | undefined): CourtEventData['verdictGiven']['verdict'] | undefined {
  const verdict = (written ?? '').toUpperCase().replace(/[\s-]+/g, '_');
  if (/DISCHARGED|NO_VERDICT|HUNG|UNABLE_TO_AGREE/.test(verdict)) return 'juryDischarged';
  // Not guilty as charged and guilty of something less is a conviction.
  if (/GUILTY|CONVICTED/.test(verdict.replaceAll('NOT_GUILTY', ''))) return 'guilty';
  return /NOT_GUILTY|ACQUIT/.test(verdict) ? 'notGuilty' : undefined;
}

/** Common Platform's letters for where a defendant stays meanwhile. */
export const bailByCode: Readonly<Record<string, CourtEventData['bailDecided']['decision']>> = {
  A: 'neither',
  B: 'bailedWithConditions',
  C: 'remanded',
  L: 'bailedWithConditions',
  P: 'bailedWithConditions',
  S: 'remanded',
  U: 'bailed',
};

/** The letters of the Standard Prosecutor Interface for the same: there `P` is custody. */
export const bailByPoliceCode: typeof bailByCode = { ...bailByCode, P: 'remanded' };

/** Its pleas; 4 and 5 are answers to an application. */
export const pleaByPoliceCode: Readonly<Record<string, CourtEventData['pleaEntered']['plea']>> = {
  1: 'guilty',
  2: 'notGuilty',
  3: 'noPlea',
  6: 'guilty',
  7: 'guilty',
  8: 'notGuilty',
};

/** Its findings; `A` is guilty of another offence than the one charged, `O` no conviction. */
export const verdictByPoliceCode: Readonly<Record<string, CourtEventData['verdictGiven']['verdict']>> = {
  A: 'guilty',
  G: 'guilty',
  N: 'notGuilty',
};
