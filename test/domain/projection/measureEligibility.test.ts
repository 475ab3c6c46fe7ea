import { summaryOf } from '../../../domain/projection/caseSummary';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const rape = { category: 'sexualOffence' } as const;
const eligibility = ({ careRecord }: PureCase) => summaryOf(careRecord).careDetails?.measureEligibility;
const grounds = (witness: PureCase) => eligibility(witness)?.grounds.map(({ ground }) => ground);

describe('why a witness may be considered for special measures', () => {
  it('is shown before anybody has screened them, with its section', () => {
    expect(eligibility(PureCase.open({ role: 'victimAndWitness', offence: rape }))).toEqual({
      grounds: [{ ground: 'sexualOffence', section: 's.17(4)', group: 'intimidated', automatic: true }],
      measures: [
        ...['screens', 'liveLink', 'evidenceInPrivate', 'removalOfWigsAndGowns'],
        ...['prerecordedInterview', 'prerecordedCrossExamination'],
      ],
    });
  });

  it('is the complainant’s for a sexual offence, and every witness’s for a gun or a knife', () => {
    expect(eligibility(PureCase.open({ role: 'witness', offence: rape }))).toBeUndefined();
    const weapon = PureCase.open({ role: 'witness', offence: { category: 'possessionOfWeapons' } });
    expect(grounds(weapon)).toEqual(['gunOrKnifeOffence']);
  });

  it('is a victim’s question once somebody is charged, and never that of a business', () => {
    const victim = PureCase.open({ offence: rape });
    expect(eligibility(victim)).toBeUndefined();
    const charge = (each: PureCase) =>
      each.record('suspectCharged', { how: 'charged' }, after(4), { suspects: ['s1'] });
    expect(grounds(charge(victim))).toEqual(['sexualOffence']);
    expect(eligibility(charge(PureCase.open({ offence: rape, personKind: 'business' })))).toBeUndefined();
  });

  it('has with a vulnerable witness an intermediary too, also where somebody named the ground', () => {
    const witness = PureCase.open({ role: 'witness' });
    expect(eligibility(witness)).toBeUndefined();
    const screened = { wanted: true, measures: ['screens' as const], grounds: ['physicalDisability' as const] };
    witness.record('specialMeasuresScreened', screened, after(5));
    expect(grounds(witness)).toEqual(['physicalDisability']);
    expect(eligibility(witness)?.measures).toEqual(expect.arrayContaining(['intermediary', 'communicationAids']));
  });
});
