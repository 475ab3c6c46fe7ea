import type { CaseSummary } from '../projection/caseSummary';
import type { PlanAction } from './conversation';
import { conversationOfFacts } from './conversationOfFacts';
import { effectiveFacts, eventsReviewed } from '../effectiveFacts';
import type { Fact, FactData } from '../fact';
import { inOrderOfHappening } from '../happening';
import { londonDay, type Instant } from '../time/londonTime';
import { proposePathway, subjectOf, type PathwayProposal } from './pathwayProposal';
import { pathwayRulesOf } from './pathwayRules';
import type { Circumstance } from '../vocabulary';

export type PathwayDecision = FactData['pathwayChosen'] & {
  readonly fact: number;
  readonly at: Instant;
  readonly by: string;
};

/** The care plan of a case: what is proposed and why, what a person decided, and who does what by when. */
export interface CarePlan {
  readonly proposal: PathwayProposal;
  readonly decision?: PathwayDecision | undefined;
  /** What is known now proposes another pathway than was decided. */
  readonly differs: boolean;
  readonly offers: readonly ({ readonly fact: number; readonly at: Instant } & FactData['supportOffered'])[];
  /** By their day. */
  readonly actions: readonly (PlanAction & { readonly overdue: boolean })[];
  /** Kinds of help that were decided and that nobody has planned yet. */
  readonly notPlanned: FactData['pathwayChosen']['plan'];
}

type About = Pick<
  CaseSummary,
  'caseId' | 'homeForce' | 'personKind' | 'tier' | 'offenceCategory' | 'circumstances' | 'ended'
>;

/** The plan from every fact of a case in the order of recording, as it stands on the day of `now`. */
export function carePlan(about: About, facts: readonly Fact[], now: Instant): CarePlan {
  const conversation = conversationOfFacts(about.caseId, facts);
  const happened = inOrderOfHappening(effectiveFacts(facts, eventsReviewed(facts)));
  const needs = happened.findLast((fact): fact is Fact<'needsAssessed'> => fact.kind === 'needsAssessed')?.data;
  const { personKind, tier, offenceCategory, homeForce } = about;
  const circumstances = about.circumstances as readonly Circumstance[];
  const subject = subjectOf(personKind, tier, offenceCategory, circumstances, { ...conversation, needs });
  const proposal = proposePathway(subject, pathwayRulesOf(homeForce));
  const decided = happened.findLast((fact): fact is Fact<'pathwayChosen'> => fact.kind === 'pathwayChosen');
  const today = londonDay(now);
  const actions = conversation.planActions
    .map((action) => ({ ...action, overdue: !about.ended && action.state === 'planned' && action.dueOn < today }))
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  const planned = new Set(actions.map(({ action }) => action));
  return {
    proposal,
    ...(decided ? { decision: { ...decided.data, fact: decided.seq, at: decided.happenedAt, by: decided.by } } : {}),
    differs: decided !== undefined && !proposal.provisional && decided.data.pathway !== proposal.pathway,
    offers: conversation.offers.map(({ seq, ...offer }) => ({ fact: seq, ...offer })),
    actions,
    notPlanned: (decided?.data.plan ?? []).filter((action) => !planned.has(action)),
  };
}
