import type { ForceStandards } from '../careRecord';
import type { Tier } from '../vocabulary';
import type { Limit } from './limit';

/** What a promise of the force is, beyond what its edition says. */
export interface ForcePromise {
  /** The force's own number. */
  readonly limit: (standards: ForceStandards, tier: Tier) => Limit;
  /** Keeping it is speaking with the victim: who wants no contact has declined it. */
  readonly contact?: true;
  /** It arises anew whenever the victim hears from us, and the next hearing answers it. */
  readonly recurs?: true;
}

export const promisedUpdate = 'force-update';

/** What the force's own promises add to their edition, which as a published one never changes. */
export const promises: Readonly<Partial<Record<string, ForcePromise>>> = {
  'force-first-contact': {
    limit: ({ firstContactHours }, tier) => ({ n: firstContactHours[tier], unit: 'hours' }),
  },
  'force-needs-assessment': {
    limit: ({ needsAssessmentDays }) => ({ n: needsAssessmentDays, unit: 'calendarDays' }),
  },
  'force-victim-contract': {
    limit: ({ victimContractDays }) => ({ n: victimContractDays, unit: 'calendarDays' }),
    contact: true,
  },
  [promisedUpdate]: {
    limit: ({ updateEveryDays }) => ({ n: updateEveryDays, unit: 'calendarDays' }),
    contact: true,
    recurs: true,
  },
};
