import { factsOf } from '../../database/cases/factsOf';
import type { Database } from '../../database/openDatabase';
import type { OutboxItem } from '../../database/outbox';
import type { CourtReferral, CourtWithdrawal } from '../../domain/court/partners/courtPartner';
import { courtReferrals } from '../../domain/court/partners/courtReferrals';
import type { Instant } from '../../domain/time/londonTime';
import type { CourtReferralMessage } from './courtPartnerContract';
import type { CourtPartnerItem } from './courtPartnerItem';
import { courtPartnerMessage } from './courtPartnerMessage';

export type Stores = Pick<Database, 'cases' | 'timeline' | 'persons' | 'crimeReports' | 'outbox'>;

/** A referral or notice as it stands at this moment: what of it may be sent, or why nothing may. */
export type ReferralNow =
  | { readonly may: true; readonly known: CourtReferral; readonly message: CourtReferralMessage }
  | {
      readonly may: false;
      readonly known?: CourtReferral | undefined;
      readonly because: string;
      /** Why the partner must give it back; absent where it may keep it. */
      readonly reason?: CourtWithdrawal | undefined;
    };

/** Read afresh each time: what was declined or corrected is seen by every look after it. */
export async function courtReferralNow(
  { cases, timeline, persons, crimeReports }: Stores,
  { caseId = '', personId = '' }: OutboxItem,
  { referralId }: CourtPartnerItem,
  now: Instant
): Promise<ReferralNow> {
  const about = await cases.findCase(caseId);
  const facts = await factsOf(timeline, caseId);
  if (!about) throw new Error('the case is not written yet');
  const known = courtReferrals(facts, about).find((each) => each.referralId === referralId);
  if (!known) return { may: false, because: 'corrected', reason: 'sentInError' };
  const { standing, agreed, byItself } = known;
  if (standing === 'over') return { may: false, known, because: standing };
  if (standing !== 'wanted') return { may: false, known, because: standing, reason: standing };
  if (!agreed) return { may: false, known, because: 'noAgreement' };
  if (byItself && about.visibleTo !== undefined) return { may: false, known, because: 'restricted' };
  const person = await persons.readPerson(personId);
  if (!person) return { may: false, known, because: 'erased' };
  const crimeReference = await crimeReports.crimeReferenceOf(about.reportId);
  return { may: true, known, message: courtPartnerMessage(known, { about, person, crimeReference, facts }, now) };
}
