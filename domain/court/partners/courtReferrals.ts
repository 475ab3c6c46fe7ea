import { effectiveFacts, eventsReviewed } from '../../effectiveFacts';
import type { Fact } from '../../fact';
import { inOrderOfHappening } from '../../happening';
import type { CaseSummary } from '../../projection/caseSummary';
import { schemeNotices } from './schemeNotices';
import { referralEpisodes, type Episode } from './episodes';
import type { CourtPartner, CourtReferral } from './courtPartner';

/** What is read of a case, beside its facts, to know what its partners are to have. */
export type OfCase = Pick<CaseSummary, 'caseId' | 'role' | 'stage' | 'trials'>;

const letters: Readonly<Record<CourtPartner, string>> = {
  witnessService: 'w',
  victimContactScheme: 's',
  youthJusticeService: 'y',
};

/** Everything that the partners of the court stage are to have of a case, or to give back, from all its facts. */
export function courtReferrals(facts: readonly Fact[], about: OfCase): CourtReferral[] {
  const counted = inOrderOfHappening(effectiveFacts(facts, eventsReviewed(facts)));
  const hasDied = about.stage === 'victimDied';
  const known = referralEpisodes(facts, counted, about);
  const scheme = known.findLast(({ partner }) => partner === 'victimContactScheme');
  const notices = scheme?.standing === 'wanted' ? schemeNotices(facts, counted) : [];
  const named = (each: Episode, letter: string, subject: CourtReferral['subject']): CourtReferral => ({
    ...each,
    referralId: `${about.caseId}.${letter}${each.origin}`,
    subject,
    standing: hasDied && each.standing === 'wanted' ? 'victimDied' : each.standing,
  });
  return [
    ...known.map((each) => named(each, letters[each.partner], 'referral')),
    ...notices.map((each) => named(each, 'n', 'notice')),
  ];
}
