import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { Person } from '../../database/people/person';
import type { Database } from '../../database/openDatabase';
import type { ProjectedReferral } from '../../domain/projection/projection';
import { isGoingOn } from '../../domain/referrals/support';
import type { WithdrawalReason } from './contract';

export type Stores = Pick<Database, 'cases' | 'referrals' | 'persons' | 'timeline' | 'supportServices' | 'outbox'>;

/** A referral as it stands at this moment: whether it may be with the service, and who it is about. */
export type Standing =
  | { readonly may: true; readonly about: CaseSummary; readonly referral: ProjectedReferral; readonly person: Person }
  | { readonly may: false; readonly because: string; readonly reason: WithdrawalReason };

const mostCases = 100;

const no = (because: string, reason: WithdrawalReason) => ({ may: false, because, reason }) as const;

/** Read afresh each time: what was answered to a withdrawal is seen by every look after it. */
export async function standingOf(
  { cases, referrals, persons }: Stores,
  { referralId, supportService, caseId }: { referralId: string; supportService: string; caseId: string }
): Promise<Standing> {
  const about = await cases.findCase(caseId);
  const referral = await referrals.findReferral(referralId);
  if (!about || !referral) throw new Error('the referral is not written yet');
  // Each projection writes all the referrals of a case: one that was left behind has been corrected away.
  const isCorrected = referral.caseVersion < about.version || referral.supportService !== supportService;
  if (isCorrected) return no('corrected', 'sentInError');
  const others = await cases.casesOfPersons([about.personId], mostCases);
  if ([about, ...others].some(({ stage }) => stage === 'victimDied')) return no('victimDied', 'victimDied');
  if (referral.state === 'withdrawn') return no('consentWithdrawn', 'consentWithdrawn');
  if (!isGoingOn(referral)) return no('referralOver', 'sentInError');
  const person = await persons.readPerson(about.personId);
  return person ? { may: true, about, referral, person } : no('erased', 'sentInError');
}
