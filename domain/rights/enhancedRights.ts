import type { CaseOpening } from '../careRecord';
import { isLesser, offenceByCjsCode, offenceByHomeOfficeCode } from '../offences/offenceCodes';
import {
  circumstances as allCircumstances,
  enhancedRightsGrounds,
  type Circumstance,
  type EnhancedRightsGround,
  type OffenceCategory,
  type Tier,
} from '../vocabulary';

export const groundSources = [
  'personKind',
  'age',
  'offenceCategory',
  'homeOfficeCode',
  'cjsCode',
  'circumstance',
] as const;

/** What a report says that proposes a ground: which of its fields, the value there, and what that value means. */
export interface GroundReason {
  readonly from: (typeof groundSources)[number];
  readonly value: string;
  readonly means: string;
}

export interface ProposedGround {
  readonly ground: EnhancedRightsGround;
  readonly because: readonly GroundReason[];
}

/** Which rights a victim has. The tier and its grounds are a person's decision, or else the proposal of the report. */
export interface RightsTier {
  readonly tier: Tier;
  readonly provisional: boolean;
  readonly grounds: readonly EnhancedRightsGround[];
  /** What the report proposes as it stands, beside a decision too: an amendment may speak against it. */
  readonly proposed: readonly ProposedGround[];
}

type Report = Pick<CaseOpening, 'offence' | 'circumstances' | 'personKind' | 'wasChild'>;
type Proposal = readonly [EnhancedRightsGround, string];

const byCategory: Readonly<Partial<Record<OffenceCategory, Proposal>>> = {
  homicide: ['mostSeriousCrime', 'a death by crime, so that close relatives may be bereaved'],
  sexualOffence: ['mostSeriousCrime', 'a sexual offence'],
  modernSlavery: ['mostSeriousCrime', 'human trafficking or modern slavery'],
  stalkingAndHarassment: ['persistentlyTargeted', 'stalking or harassment'],
};

const byCircumstance: Readonly<Partial<Record<Circumstance, Proposal>>> = {
  domesticAbuse: ['mostSeriousCrime', 'domestic abuse'],
  hateCrime: ['mostSeriousCrime', 'a hate crime'],
  modernSlavery: ['mostSeriousCrime', 'human trafficking or modern slavery'],
  sexualOffence: ['mostSeriousCrime', 'a sexual offence'],
  terrorism: ['mostSeriousCrime', 'terrorism'],
  death: ['mostSeriousCrime', 'a death by crime, so that close relatives may be bereaved'],
  seriousInjury: ['mostSeriousCrime', 'a serious injury: check whether it was meant'],
  stalking: ['persistentlyTargeted', 'stalking'],
  repeatVictim: ['persistentlyTargeted', 'a victim again: check whether somebody targets them'],
  childVictim: ['vulnerable', 'under 18 at the time of the offence'],
  elderlyVictim: ['vulnerable', 'an older person: check for illness, impairment or disability'],
  gangRelated: ['intimidated', 'a gang: check for fear of giving evidence'],
};

/**
 * The grounds for Enhanced Rights that a crime report proposes, in the order of the vocabulary. A code says more finely
 * than the category which crime it is: it adds grounds, and it can say that the crime is not what makes its category
 * grave. Old age is no ground in law, but vulnerability is, so an older victim is proposed for somebody to check.
 * A business has none: each ground is about somebody's bereavement, age, health, fear or ordeal, and the Code gives
 * organisations a shorter list of rights (`c20-r7-bis`: a named contact and an impact statement).
 */
export function proposedGrounds({ offence, circumstances, personKind, wasChild }: Report): readonly ProposedGround[] {
  if (personKind === 'business') return [];
  const reasons: [EnhancedRightsGround, GroundReason][] = [];
  const propose = (from: GroundReason['from'], value: string, proposal: Proposal | undefined) => {
    if (proposal) reasons.push([proposal[0], { from, value, means: proposal[1] }]);
  };
  const { category, homeOfficeCode, cjsCode } = offence;

  if (personKind === 'bereavedRelative') {
    propose('personKind', personKind, ['mostSeriousCrime', 'a close relative bereaved by crime']);
  }
  if (wasChild) propose('age', 'under 18', byCircumstance.childVictim);
  if (byCategory[category] && !isLesser(offence)) propose('offenceCategory', category, byCategory[category]);
  const byHomeOffice = homeOfficeCode === undefined ? undefined : offenceByHomeOfficeCode(homeOfficeCode);
  for (const ground of byHomeOffice?.grounds ?? []) {
    propose('homeOfficeCode', homeOfficeCode ?? '', [ground, byHomeOffice?.crime ?? '']);
  }
  const byCjs = cjsCode === undefined ? undefined : offenceByCjsCode(cjsCode);
  for (const ground of byCjs?.grounds ?? []) propose('cjsCode', cjsCode ?? '', [ground, byCjs?.crime ?? '']);
  for (const circumstance of allCircumstances) {
    if (circumstances.includes(circumstance)) propose('circumstance', circumstance, byCircumstance[circumstance]);
  }

  return enhancedRightsGrounds.flatMap((ground) => {
    const because = reasons.flatMap(([proposed, reason]) => (proposed === ground ? [reason] : []));
    return because.length > 0 ? [{ ground, because }] : [];
  });
}

/** The tier that a report proposes; it counts until a person decides. */
export function proposedTier(report: Report): Tier {
  return proposedGrounds(report).length > 0 ? 'enhanced' : 'standard';
}

/** The tier of a case of which nobody has decided yet. */
export function tierByReport(report: Report): RightsTier {
  const proposed = proposedGrounds(report);
  const grounds = proposed.map(({ ground }) => ground);
  return { tier: grounds.length > 0 ? 'enhanced' : 'standard', provisional: true, grounds, proposed };
}

/** The tier after a report was amended: a person's decision stands. */
export function tierAfterAmendment(before: RightsTier, report: Report): RightsTier {
  const after = tierByReport(report);
  return before.provisional ? after : { ...before, proposed: after.proposed };
}

/**
 * A needs assessment decides by the grounds that it finds; where it finds none, everyone's rights. One that says nothing of
 * grounds decides nothing.
 */
export function tierByAssessment(before: RightsTier, grounds: readonly EnhancedRightsGround[] | undefined): RightsTier {
  if (grounds === undefined) return before;
  return tierByDecision(before, grounds.length > 0 ? 'enhanced' : 'standard', grounds);
}

export function tierByDecision(
  { proposed }: RightsTier,
  tier: Tier,
  grounds: readonly EnhancedRightsGround[]
): RightsTier {
  return { tier, provisional: false, grounds, proposed };
}
