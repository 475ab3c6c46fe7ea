import type { CareRecord } from '../careRecord';
import { careState, type CareState } from '../careState';
import type { FactData, NewFact } from '../fact';
import { basesFor, isReportOfModernSlavery, needsConsent, type Referable } from './referralRules';
import { refuse, type Refusal } from '../refusal';
import { isAgreed } from './support';
import type { TaskKind } from '../task';

/** The victim of a case, as the rules of referral look at them. */
export function referable(
  { opening: { personKind } }: Pick<CareRecord, 'opening'>,
  state: CareState,
  victimIs?: FactData['referralMade']['victimIs']
): Referable {
  const { offence, circumstances, tier, needs } = state;
  return {
    offence,
    circumstances,
    personKind,
    isChild: victimIs === undefined ? circumstances.includes('childVictim') : victimIs === 'child',
    tier: tier.tier,
    riskLevel: needs?.riskLevel,
    needs: needs?.needs ?? [],
  };
}

/** Why a referral may not be made so, or a consent not be withdrawn; undefined where it may, and for other facts. */
export function referralRefused(record: CareRecord, fact: NewFact, taskKind?: TaskKind): Refusal | undefined {
  if (fact.kind !== 'referralMade' && fact.kind !== 'consentWithdrawn') return undefined;
  const state = careState(record);
  if (fact.kind === 'consentWithdrawn') {
    const referral = state.referrals.find(({ referralId }) => referralId === fact.data.referralId);
    if (!referral || isAgreed(referral)) return undefined;
    return refuse('referralWithoutConsent', 'This referral rests on a lawful basis without consent, and stands.');
  }
  if (taskKind === 'referModernSlavery' && !isReportOfModernSlavery(fact.data)) {
    return refuse(
      'outcomeDoesNotAnswerTask',
      'It is answered by a referral to the nationalReferralMechanism or by the dutyToNotify.'
    );
  }
  return basisRefused(fact.data, referable(record, state, fact.data.victimIs)) ?? consentRefused(fact.data, state);
}

function basisRefused({ recipient, basis }: FactData['referralMade'], victim: Referable): Refusal | undefined {
  const allowed = basesFor(recipient, victim);
  if (allowed.includes(basis)) return undefined;
  if (recipient === 'dutyToNotify' && victim.isChild) {
    return refuse('basisNotAllowed', 'A child is always referred to the nationalReferralMechanism, by name.');
  }
  const who = needsConsent(victim);
  const because = who && !allowed.includes('toldAndDidNotObject') ? ` for ${who}` : '';
  return refuse('basisNotAllowed', `A referral to ${recipient} rests on ${allowed.join(' or ')}${because}.`);
}

function consentRefused({ supportService, ...made }: FactData['referralMade'], state: CareState): Refusal | undefined {
  if (!isAgreed(made)) return undefined;
  const answer = state.consents.get(supportService)?.answer;
  if (answer === undefined || answer === 'given') return undefined;
  const what = answer === 'refused' ? 'refused consent to' : 'withdrew consent from';
  return refuse(
    'consentRefused',
    `The victim ${what} this service. Record consentGiven first if they have changed their mind.`
  );
}
