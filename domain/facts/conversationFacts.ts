import type { CalendarDay } from '../time/londonTime';
import type * as care from '../care/conversationWords';
import type { Channel, NeedCategory, planActions } from '../vocabulary';

/** Facts of the conversation with the person: safe ways, identity, explaining, needs, risk, plan. */
export interface ConversationFacts {
  /** Somebody asked around for another safe way to reach the person. */
  safeChannelSought: {
    result: 'found' | 'noneFound';
    askedOf: (typeof care.safeChannelSources)[number];
    channel?: Channel | undefined;
  };
  identityChecked: { result: 'passed' | 'failed' };
  explained: {
    topics: (typeof care.explainedTopics)[number][];
    format: (typeof care.explainedFormats)[number];
    /** A language tag, as in `en` or `cy`. */
    language: string;
    interpreter: (typeof care.interpreterKinds)[number];
    understood: (typeof care.understandings)[number];
    /** Of the topics, those that were not understood; all of them where none is named. */
    notUnderstood?: (typeof care.explainedTopics)[number][] | undefined;
  };
  circumstancesChanged: { changed: (typeof care.changedCircumstances)[number][] };
  needsUnchanged: Record<never, never>;
  riskAssessed: care.RiskAssessment;
  evidenceNeedsAssessed: {
    needs: { category: NeedCategory; level: care.NeedLevel }[];
    risk?: care.RiskAssessment | undefined;
    intimidation: care.NeedLevel;
    practical: (typeof care.evidenceNeeds)[number][];
    interpreter?: care.Interpreter | undefined;
    accessibility?: (typeof care.accessibilityNeeds)[number][] | undefined;
  };
  supportOffered: {
    answer: (typeof care.offerAnswers)[number];
    channel?: Channel | undefined;
  };
  planActionAdded: {
    action: (typeof planActions)[number];
    /** A role or a team. */
    owner: string;
    dueOn: CalendarDay;
    need?: NeedCategory | undefined;
  };
  planActionMoved: { planActionId: string; dueOn: CalendarDay; owner?: string | undefined };
  planActionDone: { planActionId: string };
  planActionNotDone: { planActionId: string; reason: (typeof care.notDoneReasons)[number] };
}
