import { proposedGrounds } from '../../../domain/rights/enhancedRights';
import type { Offence } from '../../../domain/offences/offence';
import { gravestOffences, lesserOffences } from '../../../domain/offences/gravestOffences';
import type { EnhancedRightsGround } from '../../../domain/vocabulary';
import { realRows } from '../realData';

function groundsOf(code: Pick<Offence, 'homeOfficeCode' | 'cjsCode'>): readonly EnhancedRightsGround[] {
  const offence: Offence = { category: 'other', ...code };
  return proposedGrounds({ offence, circumstances: [], personKind: 'person' }).map(({ ground }) => ground);
}

interface CodeInUse {
  readonly code: string;
  readonly fiveDigits: string;
  readonly words: string;
}

const homeOffice: readonly CodeInUse[] = realRows('codes', 'ho_offence_codes.csv').map((row) => ({
  code: `${row.ho_category}/${row.ho_sub_category}`,
  fiveDigits: row.ho_code_5digit ?? '',
  words: row.sub_category_description ?? '',
}));
const courtCodes = realRows('codes', 'cjs_offences_ho_mapping.csv');
const schedules = realRows('codes', 'cjs_offence_schedules.csv');

const withData = homeOffice.length > 0 && courtCodes.length > 0 && schedules.length > 0 ? describe : describe.skip;

/** Codes whose words match and that nevertheless propose something else, or nothing; each group with its reason. */
const exceptions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'encouraging any crime but murder': '98/74 98/76 98/77',
    'possession of an image: nobody in the case was raped': '86/16',
    'breach of an order that protects the public, not one victim': '8/32 36/12',
    'duties, notices and orders of the laws against terrorism: nobody is hurt':
      '66/14 66/92 66/93 66/96 68/9 68/10 95/1 95/3 95/4 95/5 95/52 99/72 99/73 125/2 125/62 125/75 125/79 125/81 125/84 ' +
      '196/59 725/2 725/81',
    'one scene in public, by the Public Order Act, is no campaign; a hate crime where it is aggravated':
      '8/36 8/43 8/49 8/55 125/9 125/12 125/58 125/61 125/63 125/82',
    'graver than its words about drink or drugs: a death, a sexual offence': '4/6 24/1',
    'soliciting: nobody is a victim': 'SX56055 SX56056 SX56095',
    'a sexual act with an animal': 'SX03133 SX03134 SX03136',
    'keeping a brothel': 'SX56123',
    'smuggling, whatever the goods': 'CE79185',
    'a burglary by an older law; what was done inside has a code of its own': 'TH68030 TH68031',
  }).flatMap(([reason, codes]) => codes.split(' ').map((code) => [code, reason] as const))
);

withData('every Home Office code', () => {
  it.each<[EnhancedRightsGround, string, RegExp]>([
    ['mostSeriousCrime', 'murder', /murder/i],
    ['mostSeriousCrime', 'rape', /\brape\b/i],
    ['mostSeriousCrime', 'sexual assault', /sexual assault|assault .* by penetration|indecent assault/i],
    ['mostSeriousCrime', 'a sexual act with a child', /sexual activity .*child|child sex/i],
    ['mostSeriousCrime', 'kidnap or false imprisonment', /kidnap|false imprisonment/i],
    [
      'mostSeriousCrime',
      'slavery or trafficking',
      /slavery|servitude|forced or compulsory|trafficking (for|people|in prost)/i,
    ],
    ['mostSeriousCrime', 'wounding with intent', /intent to do (grievous )?bodily harm|gbh with intent/i],
    ['mostSeriousCrime', 'arson endangering life', /arson endangering/i],
    ['mostSeriousCrime', 'terrorism', /terror/i],
    ['mostSeriousCrime', 'aggravation by race or religion', /(racial|religious)[a-z]*[- ]*aggravated|racial.*aggr/i],
    ['persistentlyTargeted', 'stalking', /stalking/i],
    ['persistentlyTargeted', 'harassment', /harassment/i],
  ])('proposes %s where its words say %s', (ground, _, words) => {
    const missing = homeOffice.filter(
      ({ code, words: said }) =>
        words.test(said) && !groundsOf({ homeOfficeCode: code }).includes(ground) && !exceptions.has(code)
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ['theft', /\b(theft|stealing)\b/i],
    ['burglary', /\bburglary\b/i],
    ['criminal damage', /\bcriminal damage\b/i],
    ['common assault', /\bcommon assault/i],
    ['robbery', /\brobbery\b/i],
    ['fraud', /\bfraud/i],
    ['drugs', /\bdrug/i],
  ])('proposes nothing where its words say %s and nothing graver', (_, words) => {
    const proposed = homeOffice.filter(
      ({ code, words: said }) =>
        words.test(said) &&
        !/racial|religious/i.test(said) &&
        groundsOf({ homeOfficeCode: code }).length > 0 &&
        !exceptions.has(code)
    );
    expect(proposed).toEqual([]);
  });

  it('that is an exception is one in use', () => {
    const inUse = new Set([...homeOffice.map(({ code }) => code), ...schedules.map((row) => row.cjs_code)]);
    expect([...exceptions.keys()].filter((code) => !inUse.has(code))).toEqual([]);
  });

  it('proposes the same in five digits', () => {
    const differing = homeOffice.filter(
      ({ code, fiveDigits }) =>
        /^\d{5}$/.test(fiveDigits) &&
        String(groundsOf({ homeOfficeCode: code })) !== String(groundsOf({ homeOfficeCode: fiveDigits }))
    );
    expect(differing).toEqual([]);
  });
});

withData('every class of the counting rules', () => {
  const classes = new Map(
    realRows('stats', 'charge_outcomes_by_ho_offence_code_quarterly_2014-2024.csv').map((row) => [
      row['Offence Code'] ?? '',
      row['Offence Description'] ?? '',
    ])
  );

  it.each<[string, RegExp, readonly EnhancedRightsGround[]]>([
    ['attempted murder', /attempted murder/i, ['mostSeriousCrime']],
    ['rape or sexual assault of an adult', /(rape|sexual assault) .*(16|13) and over/i, ['mostSeriousCrime']],
    ['rape or sexual assault of a child', /(rape|sexual assault) .*child/i, ['mostSeriousCrime', 'vulnerable']],
    ['kidnap', /kidnap/i, ['mostSeriousCrime']],
    ['modern slavery', /slavery|trafficking for/i, ['mostSeriousCrime']],
    ['harm with intent', /intent to cause serious harm/i, ['mostSeriousCrime']],
    ['arson endangering life', /arson endangering/i, ['mostSeriousCrime']],
    ['stalking or harassment', /^(stalking|harassment)$/i, ['persistentlyTargeted']],
    ['aggravated harassment', /aggravated harassment/i, ['mostSeriousCrime', 'persistentlyTargeted']],
    ['cruelty to a child', /cruelty to/i, ['vulnerable']],
    ['theft', /theft|shoplifting/i, []],
    ['burglary', /burglary/i, []],
    ['criminal damage to a building or vehicle', /^criminal damage/i, []],
    ['assault without intent', /^assault with(out)? injury/i, []],
  ])('proposes its grounds: %s', (_, words, grounds) => {
    const matching = [...classes].filter(([, said]) => words.test(said));
    expect(matching.length).toBeGreaterThan(0);
    for (const [code, said] of matching) {
      expect([said, groundsOf({ homeOfficeCode: code })]).toEqual([said, grounds]);
    }
  });
});

withData('every court code', () => {
  it('proposes what the Home Office code that it stands for proposes, where that is not the class of all the rest', () => {
    const differing = courtCodes.flatMap((row) => {
      const homeOfficeCode = `${row.ho_category}/${row.ho_sub_category}`;
      const cjsCode = row.base_cjs_code ?? '';
      const [byCourt, byHomeOffice] = [groundsOf({ cjsCode }), groundsOf({ homeOfficeCode })];
      const same = String(byCourt) === String(byHomeOffice) || exceptions.has(cjsCode);
      return same || ['/', '66/99', '99/99'].includes(homeOfficeCode) ? [] : [[cjsCode, homeOfficeCode, byCourt]];
    });
    expect(differing).toEqual([]);
  });

  it('of the schedules of sexual and terrorist offences proposes the most serious crime', () => {
    const missing = schedules.filter(
      ({ schedule_code: schedule, part, cjs_code: cjsCode = '' }) =>
        (schedule === '3' || (schedule === '15' && part !== '1')) &&
        !groundsOf({ cjsCode }).includes('mostSeriousCrime') &&
        !exceptions.has(cjsCode.slice(0, 7))
    );
    expect(missing.map(({ cjs_code: code, paragraph_title_or_text: words }) => [code, words])).toEqual([]);
  });
});

describe('the table', () => {
  it('has each code once', () => {
    const codes = [...gravestOffences, ...lesserOffences].flatMap(({ homeOffice }) => homeOffice.split(' '));
    expect(codes).toEqual([...new Set(codes)]);
  });

  it('says each crime in plain words, with a ground', () => {
    for (const { crime, grounds } of gravestOffences) {
      expect(crime).toMatch(/^[a-z][a-z ,-]+$/);
      expect(grounds.length).toBeGreaterThan(0);
    }
  });
});
