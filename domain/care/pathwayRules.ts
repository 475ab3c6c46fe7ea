import type { NeedLevel, RiskLevel } from './conversationWords';
import type {
  Circumstance,
  NeedCategory,
  OffenceCategory,
  pathways,
  PersonKind,
  planActions,
  Tier,
} from '../vocabulary';

export type Pathway = (typeof pathways)[number];
export type PlannedHelp = (typeof planActions)[number];

/** When a rule speaks: everything that is named holds; of a list, one is enough. */
export interface PathwayCondition {
  readonly circumstances?: readonly Circumstance[];
  readonly offences?: readonly OffenceCategory[];
  readonly personKinds?: readonly PersonKind[];
  readonly tier?: Tier;
  readonly riskAtLeast?: RiskLevel;
  /** So many needs at this level or above. */
  readonly needs?: { readonly atLeast: NeedLevel; readonly count: number };
}

export interface PathwayRule {
  readonly id: string;
  readonly pathway: Pathway;
  readonly when: PathwayCondition;
  /** Why, for the officer; never printed for the victim. */
  readonly because: string;
}

export interface PathwayRules {
  /** The highest pathway that some rule asks for is proposed; universal where none does. */
  readonly rules: readonly PathwayRule[];
  /** What kinds of help a need at this level or above suggests. */
  readonly help: { readonly atLeast: NeedLevel; readonly by: Readonly<Record<NeedCategory, readonly PlannedHelp[]>> };
}

/** The rules of a force that has set none of its own. */
export const defaultPathwayRules: PathwayRules = {
  rules: [
    {
      id: 'specialistHarm',
      pathway: 'specialist',
      when: { circumstances: ['sexualOffence', 'modernSlavery', 'terrorism', 'death'] },
      because: 'there are specialist services for what happened',
    },
    {
      id: 'specialistOffence',
      pathway: 'specialist',
      when: { offences: ['sexualOffence', 'homicide', 'modernSlavery'] },
      because: 'there are specialist services for this offence',
    },
    {
      id: 'bereaved',
      pathway: 'specialist',
      when: { personKinds: ['bereavedRelative'] },
      because: 'a bereaved relative is supported by the homicide service',
    },
    {
      id: 'highRiskAtHome',
      pathway: 'specialist',
      when: { circumstances: ['domesticAbuse', 'stalking'], riskAtLeast: 'high' },
      because: 'the risk is high and comes from somebody close or persistent',
    },
    {
      id: 'enhancedRights',
      pathway: 'enhanced',
      when: { tier: 'enhanced' },
      because: 'there are grounds for Enhanced Rights',
    },
    { id: 'someRisk', pathway: 'enhanced', when: { riskAtLeast: 'medium' }, because: 'the risk is medium or high' },
    {
      id: 'oneHighNeed',
      pathway: 'enhanced',
      when: { needs: { atLeast: 'high', count: 1 } },
      because: 'at least one need is high',
    },
    {
      id: 'severalNeeds',
      pathway: 'enhanced',
      when: { needs: { atLeast: 'medium', count: 3 } },
      because: 'three or more needs are medium or high',
    },
  ],
  help: {
    atLeast: 'medium',
    by: {
      mentalAndPhysicalHealth: ['healthReferral', 'emotionalSupport'],
      shelterAndAccommodation: ['practicalHelp'],
      familyFriendsAndChildren: ['childrenServices'],
      educationSkillsAndEmployment: ['practicalHelp'],
      drugsAndAlcohol: ['healthReferral'],
      financeAndBenefits: ['financialAdvice'],
      outlookAndAttitudes: ['emotionalSupport'],
      socialInteractions: ['emotionalSupport'],
      safety: ['safetyPlanning', 'homeSecurity'],
      justiceProcess: ['advocacy', 'courtSupport'],
    },
  },
};

/** Forces with rules of their own. */
const ownRules: Readonly<Record<string, PathwayRules>> = {};

export function pathwayRulesOf(force: string): PathwayRules {
  return ownRules[force] ?? defaultPathwayRules;
}
