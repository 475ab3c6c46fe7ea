import fc from 'fast-check';
import { careState } from '../../../domain/careState';
import { proposedGrounds, proposedTier } from '../../../domain/rights/enhancedRights';
import type { Offence } from '../../../domain/offences/offence';
import { summaryOf } from '../../../domain/projection/caseSummary';
import { circumstances, enhancedRightsGrounds, offenceCategories, personKinds } from '../../../domain/vocabulary';
import { aTuesday, PureCase } from '../../support/caseBuilder';
import { after } from '../after';

type Report = Parameters<typeof proposedGrounds>[0];

const burglary: Report = { offence: { category: 'burglary' }, circumstances: [], personKind: 'person' };

function aReport(changes: Partial<Report>): Report {
  return { ...burglary, ...changes };
}

function groundsOf(changes: Partial<Report>): readonly string[] {
  return proposedGrounds(aReport(changes)).map(({ ground }) => ground);
}

function groundsByCode(code: Pick<Offence, 'homeOfficeCode' | 'cjsCode'>): readonly string[] {
  return groundsOf({ offence: { category: 'other', ...code } });
}

describe('a report proposes that its victim', () => {
  it.each<[string, Partial<Report>, string[]]>([
    ['of a burglary has the rights that everyone has', {}, []],
    ['of an account that was hacked has them too', { circumstances: ['cyber'] }, []],
    ['of domestic abuse has Enhanced Rights', { circumstances: ['domesticAbuse'] }, ['mostSeriousCrime']],
    ['of a hate crime has them', { circumstances: ['hateCrime'] }, ['mostSeriousCrime']],
    ['of terrorism has them', { circumstances: ['terrorism'] }, ['mostSeriousCrime']],
    ['of a sexual offence has them', { offence: { category: 'sexualOffence' } }, ['mostSeriousCrime']],
    ['of modern slavery has them', { offence: { category: 'modernSlavery' } }, ['mostSeriousCrime']],
    ['may have been wounded with intent', { circumstances: ['seriousInjury'] }, ['mostSeriousCrime']],
    ['who is bereaved has them, whatever the crime', { personKind: 'bereavedRelative' }, ['mostSeriousCrime']],
    ['may be bereaved where somebody died', { circumstances: ['death'] }, ['mostSeriousCrime']],
    ['of stalking is targeted', { offence: { category: 'stalkingAndHarassment' } }, ['persistentlyTargeted']],
    ['again may be targeted', { circumstances: ['repeatVictim'] }, ['persistentlyTargeted']],
    ['who is a child is vulnerable', { circumstances: ['childVictim'] }, ['vulnerable']],
    ['who was under 18, as their birthday says, is vulnerable', { wasChild: true }, ['vulnerable']],
    ['who is old may be vulnerable: somebody checks', { circumstances: ['elderlyVictim'] }, ['vulnerable']],
    ['of a gang may be intimidated', { circumstances: ['gangRelated'] }, ['intimidated']],
    [
      'who is a child in a violent home has both grounds',
      { circumstances: ['childVictim', 'domesticAbuse'] },
      ['mostSeriousCrime', 'vulnerable'],
    ],
    [
      'which is a shop has none, whatever the circumstances',
      { personKind: 'business', circumstances: ['repeatVictim', 'hateCrime'], offence: { category: 'homicide' } },
      [],
    ],
  ])('%s', (_, report, grounds) => {
    expect(groundsOf(report)).toEqual(grounds);
    expect(proposedTier(aReport(report))).toBe(grounds.length > 0 ? 'enhanced' : 'standard');
  });

  it('says why: the field, the value and what it means, for each ground', () => {
    const offence: Offence = { category: 'violenceAgainstThePerson', homeOfficeCode: '5/1', cjsCode: 'OF61016' };
    const means = 'wounding or grievous bodily harm with intent';
    expect(proposedGrounds(aReport({ offence, circumstances: ['gangRelated'] }))).toEqual([
      {
        ground: 'mostSeriousCrime',
        because: [
          { from: 'homeOfficeCode', value: '5/1', means },
          { from: 'cjsCode', value: 'OF61016', means },
        ],
      },
      {
        ground: 'intimidated',
        because: [{ from: 'circumstance', value: 'gangRelated', means: 'a gang: check for fear of giving evidence' }],
      },
    ]);
  });

  it('never depends on the order in which the report says things, nor on saying them twice', () => {
    const report = fc.record({
      offence: fc.record({
        category: fc.constantFrom(...offenceCategories),
        homeOfficeCode: fc.option(fc.constantFrom('5/1', '8/66', '8L', '106', '28/3', '88/8'), { nil: undefined }),
        cjsCode: fc.option(fc.constantFrom('OF61016', 'TH68006', 'COML025'), { nil: undefined }),
      }),
      circumstances: fc.subarray([...circumstances]),
      personKind: fc.constantFrom(...personKinds),
    });
    const shuffled = report.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray([...given.circumstances, ...given.circumstances], {
          minLength: given.circumstances.length * 2,
        })
      )
    );
    fc.assert(
      fc.property(shuffled, ([given, circumstances]) => {
        const proposed = proposedGrounds(given);
        expect(proposedGrounds({ ...given, circumstances })).toEqual(proposed);
        const order = proposed.map(({ ground }) => enhancedRightsGrounds.indexOf(ground));
        expect(order).toEqual([...new Set(order)].sort());
      })
    );
  });
});

describe('the code of an offence', () => {
  it.each([
    ['8/66', '00866', '8/066', '008/66', '8.66', '8/66A', ' 8/66 '],
    ['2', '2/0', '00200', '002/00'],
    ['36', '36/0', '03600'],
  ])('is one code in each of its forms: %s', (code, ...forms) => {
    expect(groundsByCode({ homeOfficeCode: code })).not.toEqual([]);
    for (const form of forms) {
      expect([form, groundsByCode({ homeOfficeCode: form })]).toEqual([form, groundsByCode({ homeOfficeCode: code })]);
    }
  });

  it.each([
    ['4.1', ['mostSeriousCrime']],
    ['5D', ['mostSeriousCrime']],
    ['56A', ['mostSeriousCrime']],
    ['56B', []],
    ['8L', ['persistentlyTargeted']],
    ['8Q', ['persistentlyTargeted']],
    ['8M', ['mostSeriousCrime', 'persistentlyTargeted']],
    ['8N', []],
    ['11A', ['vulnerable']],
    ['19D', ['mostSeriousCrime', 'vulnerable']],
    ['28E', []],
    ['105A', []],
    ['106', ['mostSeriousCrime']],
  ])('may be a class of the counting rules: %s', (homeOfficeCode, grounds) => {
    expect(groundsByCode({ homeOfficeCode })).toEqual(grounds);
  });

  it('106 is modern slavery as a class, and gaming where it has a sub-class', () => {
    expect(groundsByCode({ homeOfficeCode: '106/0' })).toEqual([]);
    expect(groundsByCode({ homeOfficeCode: '10650' })).toEqual([]);
  });

  it('that the court uses for an attempt, or for help, counts as the offence itself', () => {
    for (const cjsCode of ['COML025', 'COML025A', 'COML025B']) {
      expect(groundsByCode({ cjsCode })).toEqual(['mostSeriousCrime']);
    }
  });

  it('says more finely than the category which crime it is', () => {
    const category = 'violenceAgainstThePerson';
    expect(groundsOf({ offence: { category } })).toEqual([]);
    expect(groundsOf({ offence: { category, homeOfficeCode: '5/1' } })).toEqual(['mostSeriousCrime']);
    const onlineMessage: Offence = { category: 'stalkingAndHarassment', homeOfficeCode: '8/72' };
    expect(groundsOf({ offence: onlineMessage })).toEqual([]);
    expect(groundsOf({ offence: onlineMessage, circumstances: ['stalking'] })).toEqual(['persistentlyTargeted']);
    expect(groundsOf({ offence: { category: 'sexualOffence', homeOfficeCode: '88/8' } })).toEqual([]);
  });

  it('that the table does not know leaves the category its word', () => {
    const offence: Offence = { category: 'sexualOffence', homeOfficeCode: '99/99', cjsCode: 'ZZ99999' };
    expect(groundsOf({ offence })).toEqual(['mostSeriousCrime']);
  });
});

describe('the tier of a case', () => {
  const victim = () => PureCase.open({ receivedAt: aTuesday, circumstances: ['childVictim'] });

  it('has the grounds that the report proposes until a person decides', () => {
    const { tier, provisional, grounds, proposed } = careState(victim().careRecord).tier;
    expect([tier, provisional, grounds]).toEqual(['enhanced', true, ['vulnerable']]);
    expect(proposed).toEqual(proposedGrounds(aReport({ circumstances: ['childVictim'] })));
  });

  it('has the grounds that a needs assessment finds, beside what the report proposes', () => {
    const decided = victim().record(
      'needsAssessed',
      { needs: [], riskLevel: 'high', enhancedRightsGrounds: ['intimidated'] },
      after(1)
    );
    expect(careState(decided.careRecord).tier).toMatchObject({
      tier: 'enhanced',
      provisional: false,
      grounds: ['intimidated'],
      proposed: [{ ground: 'vulnerable' }],
    });
  });

  it('has the grounds of a later decision; an amendment changes the proposal alone', () => {
    const decided = victim().record('tierDecided', { tier: 'standard', grounds: [] }, after(1));
    const graver: Offence = { category: 'violenceAgainstThePerson', homeOfficeCode: '2' };
    decided.record('reportAmended', { amendment: 1, changed: ['offence'], offence: graver }, after(2));
    expect(careState(decided.careRecord).tier).toMatchObject({
      tier: 'standard',
      provisional: false,
      grounds: [],
      proposed: [{ ground: 'mostSeriousCrime' }, { ground: 'vulnerable' }],
    });
  });

  it('is shown with its grounds, and with what the report proposes', () => {
    expect(summaryOf(victim().careRecord)).toMatchObject({
      tier: 'enhanced',
      tierProvisional: true,
      tierGrounds: ['vulnerable'],
      proposedGrounds: [
        {
          ground: 'vulnerable',
          because: [{ from: 'circumstance', value: 'childVictim', means: 'under 18 at the time of the offence' }],
        },
      ],
    });
  });

  it('follows an amendment while nobody has decided', () => {
    const amended = victim().record(
      'reportAmended',
      { amendment: 1, changed: ['circumstances'], circumstances: [] },
      after(1)
    );
    expect(careState(amended.careRecord).tier).toEqual({
      tier: 'standard',
      provisional: true,
      grounds: [],
      proposed: [],
    });
  });
});
