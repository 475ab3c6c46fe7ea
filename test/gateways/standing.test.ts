import { standingOf, type Stores } from '../../gateways/supportService/standing';

it('a referral of somebody whose death another case knows of is taken back', async () => {
  const about = { caseId: 'k1', personId: 'p1', version: 1, stage: 'referral' };
  const stores = {
    cases: {
      findCase: async () => about,
      casesOfPersons: async () => [about, { ...about, caseId: 'k2', stage: 'victimDied' }],
    },
    referrals: {
      findReferral: async () => ({ referralId: 'r1', caseVersion: 1, supportService: 's1', state: 'made' }),
    },
    persons: { readPerson: async () => ({ personId: 'p1' }) },
  } as unknown as Stores;
  const standing = await standingOf(stores, { referralId: 'r1', supportService: 's1', caseId: 'k1' });
  expect(standing).toMatchObject({ may: false, reason: 'victimDied' });
});
