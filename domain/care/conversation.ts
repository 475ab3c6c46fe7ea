import { followAttempts, type Attempts } from '../contact/attempts';
import type { ExplainedTopic, Interpreter, RiskAssessment } from './conversationWords';
import type { Fact, FactData } from '../fact';
import type { CalendarDay, Instant } from '../time/londonTime';

export interface PlanAction {
  readonly planActionId: string;
  readonly action: FactData['planActionAdded']['action'];
  readonly need?: FactData['planActionAdded']['need'];
  owner: string;
  dueOn: CalendarDay;
  state: 'planned' | 'done' | 'notDone';
  reason?: FactData['planActionNotDone']['reason'];
  changedAt: Instant;
}

type Known = { readonly seq: number; readonly at: Instant };

/** What the conversation with a person adds up to. */
export interface Conversation {
  attempts: Attempts;
  /** How each topic was last explained. */
  explained: Partial<Record<ExplainedTopic, Known & { readonly understood: boolean }>>;
  /** The risk as it was last assessed, apart from needs or with them. */
  risk?: Known & RiskAssessment;
  /** When somebody last looked at the needs, whether anything had changed or not. */
  needsLookedAt?: Known;
  interpreter?: Interpreter;
  /** The person is required to give evidence. */
  toGiveEvidence?: Known;
  evidenceNeeds?: Known;
  offers: (Known & FactData['supportOffered'])[];
  planActions: PlanAction[];
  identityPassedAt?: Instant;
  identityFailedAt?: Instant;
}

export function noConversationYet(attempts: Attempts): Conversation {
  return { attempts, explained: {}, offers: [], planActions: [] };
}

/** Takes in what a fact says; facts come in the order in which they happened. An action planned by it gets `planActionId`. */
export function followConversation(known: Conversation, fact: Fact, planActionId: string): void {
  followAttempts(known.attempts, fact);
  const { seq, happenedAt: at } = fact;
  switch (fact.kind) {
    case 'explained': {
      const { topics, understood, notUnderstood = topics } = fact.data;
      for (const topic of topics) {
        const failed = understood !== 'understood' && (notUnderstood.length === 0 || notUnderstood.includes(topic));
        known.explained[topic] = { seq, at, understood: !failed };
      }
      break;
    }
    case 'needsAssessed': {
      known.needsLookedAt = { seq, at };
      known.risk = { seq, at, ...riskIn(fact.data) };
      if (fact.data.interpreter) known.interpreter = fact.data.interpreter;
      break;
    }
    case 'needsUnchanged':
      known.needsLookedAt = { seq, at };
      break;
    case 'riskAssessed':
      known.risk = { seq, at, ...fact.data };
      break;
    case 'evidenceNeedsAssessed':
      known.evidenceNeeds = { seq, at };
      if (fact.data.interpreter) known.interpreter = fact.data.interpreter;
      if (fact.data.risk) known.risk = { seq, at, ...fact.data.risk };
      break;
    case 'witnessRequired':
      known.toGiveEvidence ??= { seq, at };
      break;
    case 'supportOffered':
      known.offers.push({ seq, at, ...fact.data });
      break;
    case 'identityChecked':
      if (fact.data.result === 'passed') known.identityPassedAt = at;
      else known.identityFailedAt = at;
      break;
    default:
      followPlan(known.planActions, fact, planActionId);
  }
}

function followPlan(actions: PlanAction[], fact: Fact, planActionId: string): void {
  const { happenedAt: changedAt } = fact;
  const known = 'planActionId' in fact.data ? planActionOf(actions, fact.data.planActionId) : undefined;
  switch (fact.kind) {
    case 'planActionAdded':
      actions.push({ planActionId, ...fact.data, state: 'planned', changedAt });
      break;
    case 'planActionMoved': {
      const { dueOn, owner = known?.owner } = fact.data;
      if (known) Object.assign(known, { dueOn, owner, state: 'planned', changedAt, reason: undefined });
      break;
    }
    case 'planActionDone':
      if (known) Object.assign(known, { state: 'done', changedAt, reason: undefined });
      break;
    case 'planActionNotDone':
      if (known) Object.assign(known, { state: 'notDone', reason: fact.data.reason, changedAt });
      break;
    default:
      break;
  }
}

function planActionOf(actions: readonly PlanAction[], planActionId: string): PlanAction | undefined {
  return actions.find((each) => each.planActionId === planActionId);
}

/** What a needs assessment says of risk. */
export function riskIn(data: FactData['needsAssessed']): RiskAssessment {
  const { riskLevel: level, riskTool, riskToolVersion, riskAssessedBy, riskReviewedBy, riskOverride } = data;
  return {
    level,
    tool: riskTool,
    toolVersion: riskToolVersion,
    assessedBy: riskAssessedBy,
    reviewedBy: riskReviewedBy,
    override: riskOverride,
  };
}
