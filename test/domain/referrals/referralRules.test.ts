import fc from 'fast-check';
import { record } from '../../../domain/carryOut';
import { mayRecord } from '../../../domain/mayCarryOut';
import { careState } from '../../../domain/careState';
import type { FactData } from '../../../domain/fact';
import {
  basesFor,
  needsConsent,
  referralProposals,
  sharedWith,
  type Referable,
} from '../../../domain/referrals/referralRules';
import * as words from '../../../domain/vocabulary';
import { aFact, anOpening, PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { openOf } from '../openOf';
import { begin } from '../randomCase';

const victims: fc.Arbitrary<Referable> = fc.record({
  offence: fc.record({ category: fc.constantFrom(...words.offenceCategories) }),
  circumstances: fc.subarray([...words.circumstances], { maxLength: 4 }),
  personKind: fc.constantFrom('person' as const, 'bereavedRelative' as const),
  isChild: fc.boolean(),
  tier: fc.constantFrom(...words.tiers),
  riskLevel: fc.constantFrom(undefined, ...words.riskLevels),
  needs: fc.constant([]),
});
const recipients = fc.constantFrom(...words.referralRecipients);
const bases = fc.constantFrom(...words.referralBases);
const shares = fc.option(fc.subarray([...words.referralShares]), { nil: undefined });

const mustAsk = ({ offence, circumstances, personKind }: Referable) =>
  offence.category === 'sexualOffence' ||
  circumstances.includes('sexualOffence') ||
  circumstances.includes('domesticAbuse') ||
  personKind === 'bereavedRelative';

const withoutAsking: readonly words.ReferralRecipient[] = [
  'multiAgencyRiskAssessmentConference',
  'safeguarding',
  'nationalReferralMechanism',
  'dutyToNotify',
];

describe('whom the rules let be referred, and on what basis', () => {
  it('asks a victim of a sexual offence or of domestic abuse, and a bereaved relative: telling them is never enough', () => {
    fc.assert(
      fc.property(victims, recipients, (victim, recipient) => {
        expect(needsConsent(victim) !== undefined).toBe(mustAsk(victim));
        if (mustAsk(victim)) expect(basesFor(recipient, victim)).not.toContain('toldAndDidNotObject');
      }),
      { numRuns: 2_000 }
    );
  });

  it('goes without consent to those who protect, and to the Home Office, and to nobody else', () => {
    fc.assert(
      fc.property(victims, recipients, (victim, recipient) => {
        if (!withoutAsking.includes(recipient)) {
          expect(basesFor(recipient, victim)).not.toContain('lawfulBasisWithoutConsent');
        }
      }),
      { numRuns: 2_000 }
    );
  });

  it('sends a child to the National Referral Mechanism without consent and never notifies of one without a name', () => {
    fc.assert(
      fc.property(victims, (victim) => {
        const to = (recipient: words.ReferralRecipient) => basesFor(recipient, victim);
        expect(to('nationalReferralMechanism')).toEqual([victim.isChild ? 'lawfulBasisWithoutConsent' : 'consent']);
        expect(to('dutyToNotify')).toEqual(victim.isChild ? [] : ['lawfulBasisWithoutConsent']);
      }),
      { numRuns: 1_000 }
    );
  });

  it('proposes nobody whom the same rules would refuse, and general support to everybody', () => {
    fc.assert(
      fc.property(victims, (victim) => {
        const proposals = referralProposals(victim);
        expect(proposals.at(-1)?.recipient).toBe('serviceProvider');
        for (const { recipient, bases: allowed, because } of proposals) {
          expect([recipient, allowed.length > 0]).toEqual([recipient, true]);
          expect(because).toMatch(/^[A-Z].+\.$/);
        }
      }),
      { numRuns: 2_000 }
    );
  });

  it('is what a case accepts and refuses, whatever the referral', () => {
    const made = fc.record({ recipient: recipients, basis: bases, victimIs: fc.constantFrom('child', 'adult') });
    fc.assert(
      fc.property(victims, made, (victim, { recipient, basis, victimIs }) => {
        const { offence, circumstances, personKind } = victim;
        const careRecord = begin(anOpening({ offence, circumstances, personKind }));
        const data = { recipient, basis, victimIs, supportService: 'beacon' } as FactData['referralMade'];
        const command = { commandId: 'c', by: 'officer-1', fact: aFact('referralMade', data, after(1)) };
        const isAllowed = basesFor(recipient, { ...victim, isChild: victimIs === 'child' }).includes(basis);
        expect(mayRecord(careRecord, command)?.code).toBe(isAllowed ? undefined : 'basisNotAllowed');
      }),
      { numRuns: 2_000 }
    );
  });
});

describe('what a referral may tell', () => {
  it('is never more than the victim agreed to, where they were asked', () => {
    fc.assert(
      fc.property(recipients, shares, (recipient, agreed) => {
        const shared = sharedWith({ recipient, basis: 'consent' }, agreed);
        if (agreed && recipient !== 'dutyToNotify') expect(shared).toEqual(agreed);
        expect(new Set(shared).size).toBe(shared.length);
      }),
      { numRuns: 500 }
    );
  });

  it('by the Duty to Notify is the offence alone, whatever was agreed', () => {
    fc.assert(
      fc.property(bases, shares, (basis, agreed) => {
        expect(sharedWith({ recipient: 'dutyToNotify', basis }, agreed)).toEqual(['offence']);
      })
    );
  });
});

const toHarbour = { recipient: 'serviceProvider', supportService: 'harbour', basis: 'consent' } as const;

describe('consent', () => {
  it('refused to a service keeps it from a referral until the victim says yes, and keeps it from no other', () => {
    const victim = PureCase.open().record('consentRefused', { supportService: 'harbour' }, after(1));
    expect(() => victim.record('referralMade', toHarbour, after(1, 1))).toThrow('consentRefused');
    const told = { ...toHarbour, basis: 'toldAndDidNotObject' } as const;
    expect(() => victim.record('referralMade', told, after(1, 1))).toThrow('consentRefused');
    victim.record('referralMade', { ...toHarbour, supportService: 'beacon' }, after(1, 2));
    victim.record('consentGiven', { supportService: 'harbour', share: ['name', 'contact'] }, after(2));
    victim.record('referralMade', toHarbour, after(2, 1));
    const { referrals, consents } = careState(victim.careRecord);
    expect(referrals.map(({ supportService }) => supportService)).toEqual(['beacon', 'harbour']);
    expect(consents.get('harbour')).toMatchObject({ answer: 'given', share: ['name', 'contact'] });
  });

  it('refused while a referral is with the service takes it back', () => {
    const victim = PureCase.open().record('referralMade', toHarbour, after(1));
    victim.record('consentRefused', { supportService: 'harbour' }, after(2));
    expect(careState(victim.careRecord).referrals).toMatchObject([{ state: 'withdrawn' }]);
    expect(openOf(victim, 'makeReferral', 'signpost')).toEqual(['signpost']);
  });

  it('withdrawn before the referral is said to have been made takes it back all the same', () => {
    const victim = PureCase.open().record('referralMade', toHarbour, after(1, 2));
    const { referralId = '' } = careState(victim.careRecord).referrals[0] ?? {};
    victim.record('consentWithdrawn', { referralId }, after(1), { now: after(1, 3) });
    expect(careState(victim.careRecord).referrals).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('is not what a referral to the risk conference rests on: it stands, and answers no offer of support', () => {
    const circumstances = ['domesticAbuse'] as const;
    const victim = PureCase.open({ circumstances });
    const toConference = {
      recipient: 'multiAgencyRiskAssessmentConference',
      supportService: 'county-conference',
      basis: 'lawfulBasisWithoutConsent',
    } as const;
    victim.record('referralMade', toConference, after(1));
    expect(openOf(victim, 'makeReferral')).toEqual(['makeReferral']);
    const { referrals, support } = careState(victim.careRecord);
    expect(support.answer).toBe('unknown');
    const withdrawn = { referralId: referrals[0]?.referralId ?? '' };
    expect(() => victim.record('consentWithdrawn', withdrawn, after(2))).toThrow('referralWithoutConsent');
    expect(() => victim.record('referralMade', { ...toHarbour, basis: 'toldAndDidNotObject' }, after(2))).toThrow(
      'A referral to serviceProvider rests on consent for a victim of domestic abuse.'
    );
  });
});

describe('modern slavery', () => {
  const circumstances = ['modernSlavery'] as const;
  const mechanism = { recipient: 'nationalReferralMechanism', supportService: 'nrm', basis: 'consent' } as const;
  const notify = {
    recipient: 'dutyToNotify',
    supportService: 'home-office',
    basis: 'lawfulBasisWithoutConsent',
  } as const;

  it('is reported whatever the victim wants of support: an adult without consent by the Duty to Notify', () => {
    const victim = PureCase.open({ circumstances }).record('supportDeclined', {}, after(1));
    expect(openOf(victim, 'referModernSlavery', 'signpost')).toEqual(['referModernSlavery', 'signpost']);
    expect(() => victim.complete('referModernSlavery', 'referralMade', toHarbour, after(1))).toThrow(
      'outcomeDoesNotAnswerTask'
    );
    victim.complete('referModernSlavery', 'referralMade', notify, after(1));
    expect(openOf(victim, 'referModernSlavery')).toEqual([]);
    expect(careState(victim.careRecord).support.answer).toBe('declined');
  });

  it('of a child goes to the National Referral Mechanism without consent, and by no other way', () => {
    const child = PureCase.open({ circumstances: ['modernSlavery', 'childVictim'] });
    expect(() => child.complete('referModernSlavery', 'referralMade', notify, after(1))).toThrow('by name');
    expect(() => child.complete('referModernSlavery', 'referralMade', mechanism, after(1))).toThrow('basisNotAllowed');
    const byLaw = { ...mechanism, basis: 'lawfulBasisWithoutConsent' } as const;
    child.complete('referModernSlavery', 'referralMade', byLaw, after(1));
    expect(openOf(child, 'referModernSlavery')).toEqual([]);
  });

  it('of an adult who withdraws consent is reported without a name in its place', () => {
    const victim = PureCase.open({ circumstances });
    victim.complete('referModernSlavery', 'referralMade', mechanism, after(1));
    const { referralId = '' } = careState(victim.careRecord).referrals[0] ?? {};
    victim.record('consentWithdrawn', { referralId }, after(2));
    expect(openOf(victim, 'referModernSlavery')).toEqual(['referModernSlavery']);
  });

  it('is no task of anybody where nobody suspects it', () => {
    expect(openOf(PureCase.open(), 'referModernSlavery')).toEqual([]);
  });
});

describe('a referral on its way', () => {
  const referred = () => PureCase.open().record('referralMade', toHarbour, after(1));
  const idOf = (victim: PureCase) => careState(victim.careRecord).referrals[0]?.referralId ?? '';

  it('that cannot be sent asks somebody to pass it on, until it is', () => {
    const victim = referred();
    const referralId = idOf(victim);
    victim.record('referralNotSent', { referralId, reason: 'noRoute' }, after(1, 1));
    expect(victim.openTask('passOnReferral')).toMatchObject({ referralId });
    victim.record('referralSent', { referralId }, after(1, 2));
    expect(openOf(victim, 'passOnReferral')).toEqual([]);
    expect(careState(victim.careRecord).referrals[0]).toMatchObject({ state: 'sent', deliveredAt: after(1, 2) });
  });

  it('keeps every report of what support has changed', () => {
    const victim = referred();
    const report = (before: 'high' | 'medium', afterwards: 'medium' | 'low', days: number) => {
      const levels = [{ category: 'safety', before, after: afterwards } as const];
      victim.record('supportReported', { referralId: idOf(victim), levels, goalsReached: [] }, after(days));
    };
    report('high', 'medium', 10);
    report('medium', 'low', 40);
    expect(careState(victim.careRecord).referrals[0]?.reports?.map(({ at, levels }) => [at, levels[0]?.after])).toEqual(
      [
        [after(10), 'medium'],
        [after(40), 'low'],
      ]
    );
  });
});

it('a case that was told of a referral in the wrong order refuses nothing and throws nothing', () => {
  const careRecord = begin(anOpening());
  const fact = aFact('supportReported', { referralId: 'elsewhere.r1', levels: [], goalsReached: [] }, after(1));
  const told = record(careRecord, { commandId: 'c', by: 'officer-1', fact }, after(1));
  expect(careState(told.record).referrals).toEqual([]);
});
