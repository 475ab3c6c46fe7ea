import type { SpecialMeasure } from '../../vocabulary';

/** Why a witness is eligible for special measures: the Youth Justice and Criminal Evidence Act 1999, as amended. */
export const measureGrounds = [
  'under18',
  'recordedUnder18',
  'mentalDisorder',
  'significantImpairment',
  'physicalDisability',
  'fearOrDistress',
  'sexualOffence',
  'modernSlavery',
  'domesticAbuse',
  'gunOrKnifeOffence',
] as const;
export type MeasureGround = (typeof measureGrounds)[number];

export const measureGroups = ['vulnerable', 'intimidated'] as const;
export type MeasureGroup = (typeof measureGroups)[number];

interface GroundRule {
  readonly group: MeasureGroup;
  readonly section: string;
  /** Nobody has to show fear or distress: the witness is eligible unless they opt out. */
  readonly automatic?: true;
  /** The complainant alone, and not every witness. */
  readonly complainantOnly?: true;
  /** Opens these alone, and not whatever its group may have. */
  readonly opens?: readonly SpecialMeasure[];
}

export const groundRules: Readonly<Record<MeasureGround, GroundRule>> = {
  under18: { group: 'vulnerable', section: 's.16(1)(a)' },
  /** Over 18 by now; extends to them what a child may have for the interview alone. */
  recordedUnder18: { group: 'vulnerable', section: 's.22', opens: ['prerecordedInterview'] },
  mentalDisorder: { group: 'vulnerable', section: 's.16(2)(a)(i)' },
  significantImpairment: { group: 'vulnerable', section: 's.16(2)(a)(ii)' },
  physicalDisability: { group: 'vulnerable', section: 's.16(2)(b)' },
  fearOrDistress: { group: 'intimidated', section: 's.17(1)' },
  sexualOffence: { group: 'intimidated', section: 's.17(4)', automatic: true, complainantOnly: true },
  modernSlavery: { group: 'intimidated', section: 's.17(4)', automatic: true, complainantOnly: true },
  domesticAbuse: { group: 'intimidated', section: 's.17(4A)', automatic: true, complainantOnly: true },
  gunOrKnifeOffence: { group: 'intimidated', section: 's.17(5)', automatic: true },
};

interface MeasureRule {
  readonly section: string;
  /** As a sentence names it. */
  readonly name: string;
  readonly groups: readonly MeasureGroup[];
  /** Only together with this one. */
  readonly needs?: SpecialMeasure;
  /** What must have been recorded for a child if the direction is to stand after their eighteenth birthday, s.21(9). */
  readonly keptIfRecorded?: 'interview' | 'crossExamination';
  readonly condition?: string;
}

const both = measureGroups;

export const measureRules: Readonly<Record<SpecialMeasure, MeasureRule>> = {
  screens: { section: 's.23', name: 'screens', groups: both },
  liveLink: { section: 's.24', name: 'the live link', groups: both },
  evidenceInPrivate: {
    section: 's.25',
    name: 'evidence in private',
    groups: both,
    condition: 'sexual offences, modern slavery, domestic abuse, or feared intimidation by somebody else',
  },
  removalOfWigsAndGowns: { section: 's.26', name: 'no wigs and gowns', groups: both },
  prerecordedInterview: {
    section: 's.27',
    name: 'the recorded interview as evidence',
    groups: both,
    keptIfRecorded: 'interview',
  },
  prerecordedCrossExamination: {
    section: 's.28',
    name: 'cross-examination recorded before the trial',
    groups: both,
    needs: 'prerecordedInterview',
    keptIfRecorded: 'crossExamination',
    condition: 'trials in the Crown Court; intimidated witnesses where the court has been given the arrangements',
  },
  intermediary: { section: 's.29', name: 'an intermediary', groups: ['vulnerable'] },
  communicationAids: { section: 's.30', name: 'aids to communication', groups: ['vulnerable'] },
};

/** The measures that witnesses with these grounds may have. Eligible is not entitled: the court decides. */
export function measuresOpenTo(grounds: readonly MeasureGround[]): SpecialMeasure[] {
  return (Object.keys(measureRules) as SpecialMeasure[]).filter((measure) =>
    grounds.some((ground) => {
      const { group, opens } = groundRules[ground];
      return opens ? opens.includes(measure) : measureRules[measure].groups.includes(group);
    })
  );
}
