import type { CaseOpening } from '../careRecord';
import { dueDate } from '../code/dueDate';
import type { Limit } from '../code/limit';
import type { Fact, FactKind } from '../fact';
import type { Instant } from '../time/londonTime';
import type { PersonKind } from '../vocabulary';
import type { WorkingCalendar } from '../time/workingDays';

interface Kind {
  /** As a sentence names it. */
  readonly says: string;
  /** When it may be asked for: from the report or the last of these facts, until a limit or one of those. */
  readonly opens: 'report' | readonly FactKind[];
  readonly limit?: Limit;
  readonly closes?: readonly FactKind[];
  /** Facts beside `matterAsked`, `matterDeclined` and `matterAnswered` that say the same of it. */
  readonly explained?: readonly FactKind[];
  readonly asked?: readonly FactKind[];
  readonly answered?: readonly FactKind[];
  /** How long the answer may take before somebody chases it; where the ledger has a duty for it, there is none here. */
  readonly answerWithin?: Limit;
  readonly personKinds?: readonly PersonKind[];
}

const people = ['person', 'bereavedRelative'] as const;

/** What a victim may ask for, each explained, asked, declined, answered and recorded alike, within its window. */
export const matters = {
  rightToReview: {
    says: 'a review of the decision not to charge or to stop',
    opens: ['noFurtherAction', 'prosecutionStopped'],
    limit: { n: 3, unit: 'months' },
    asked: ['rightToReviewAsked'],
    answered: ['rightToReviewDecided'],
  },
  victimPersonalStatement: {
    says: 'the Victim Personal Statement',
    opens: 'report',
    closes: ['sentencePassed', 'prosecutionStopped'],
    asked: ['statementMade'],
    answerWithin: { n: 10, unit: 'workingDays' },
    personKinds: people,
  },
  impactStatementForBusiness: {
    says: 'the Impact Statement for Business',
    opens: 'report',
    closes: ['sentencePassed', 'prosecutionStopped'],
    asked: ['statementMade'],
    answerWithin: { n: 10, unit: 'workingDays' },
    personKinds: ['business'],
  },
  restorativeJustice: {
    says: 'restorative justice',
    opens: 'report',
    answerWithin: { n: 10, unit: 'workingDays' },
  },
  courtCompensation: {
    says: 'compensation by order of the court',
    opens: 'report',
    closes: ['sentencePassed'],
    answerWithin: { n: 28, unit: 'calendarDays' },
  },
  criminalInjuriesCompensation: {
    says: 'compensation for criminal injuries',
    opens: 'report',
    limit: { n: 24, unit: 'months' },
    answerWithin: { n: 28, unit: 'calendarDays' },
    personKinds: people,
  },
  propertyReturn: {
    says: 'the return of property',
    opens: 'report',
    answerWithin: { n: 10, unit: 'workingDays' },
  },
  undulyLenientSentence: {
    says: 'a reference of the sentence as unduly lenient',
    // The law has changed its limit: the ledger has the date that counts.
    opens: ['sentencePassed'],
    explained: ['undulyLenientExplained'],
    asked: ['undulyLenientAsked'],
    answered: ['undulyLenientDecided'],
  },
  complaint: {
    says: 'a complaint about the service received',
    opens: 'report',
    limit: { n: 12, unit: 'months' },
    asked: ['complaintMade'],
    answered: ['complaintAnswered'],
  },
} as const satisfies Record<string, Kind>;

export type Matter = keyof typeof matters;
export const matterNames = Object.keys(matters) as [Matter, ...Matter[]];

export function matterKind(matter: Matter): Kind {
  return matters[matter];
}

/** Where a matter stands in a case; what has not happened is absent. */
export interface MatterStanding {
  readonly matter: Matter;
  readonly open: {
    readonly from: Instant;
    readonly until?: Instant | undefined;
    readonly closedAt?: Instant | undefined;
  };
  readonly explainedAt?: Instant | undefined;
  readonly askedAt?: Instant | undefined;
  /** It was asked for after its window had closed, or before anything had opened it. */
  readonly askedOutsideWindow?: true | undefined;
  readonly declinedAt?: Instant | undefined;
  readonly answeredAt?: Instant | undefined;
  readonly outcome?: string | undefined;
}

/** The matters that a case knows anything of beyond what everybody may ask, in the order of the table. */
export function mattersIn(
  opening: CaseOpening,
  counted: readonly Fact[],
  calendar: WorkingCalendar
): readonly MatterStanding[] {
  const inOrder = [...counted].sort((one, other) => (one.happenedAt < other.happenedAt ? -1 : 1));
  return matterNames.flatMap((matter) => {
    const { personKinds, opens } = matterKind(matter);
    const heard = soFar(matter, inOrder);
    if (personKinds && !personKinds.includes(opening.personKind)) return [];
    const from = opens === 'report' ? opening.reportedAt : lastOf(inOrder, opens);
    const isSaid = Object.values(heard).some((at) => at !== undefined);
    if (!isSaid && (opens === 'report' || from === undefined)) return [];
    const open = windowOf(matter, from ?? opening.reportedAt, inOrder, calendar);
    const early = from === undefined || (heard.askedAt ?? '9') < from;
    const late = heard.askedAt !== undefined && heard.askedAt > (open.closedAt ?? open.until ?? '9');
    const outside = heard.askedAt !== undefined && (early || late) ? { askedOutsideWindow: true as const } : {};
    return [{ matter, open, ...heard, ...outside }];
  });
}

function windowOf(
  matter: Matter,
  from: Instant,
  inOrder: readonly Fact[],
  calendar: WorkingCalendar
): MatterStanding['open'] {
  const { limit, closes = [] } = matterKind(matter);
  const closedAt = inOrder.find(({ kind, happenedAt }) => closes.includes(kind) && happenedAt >= from)?.happenedAt;
  return {
    from,
    ...(limit ? { until: dueDate(from, limit, calendar).dueBy } : {}),
    ...(closedAt === undefined ? {} : { closedAt }),
  };
}

/** What the facts say of a matter; who asks anew after an answer or a refusal has asked. */
function soFar(matter: Matter, inOrder: readonly Fact[]): Omit<MatterStanding, 'matter' | 'open'> {
  const { explained = [], asked = [], answered = [] } = matterKind(matter);
  let standing: { -readonly [K in keyof Omit<MatterStanding, 'matter' | 'open'>]: MatterStanding[K] } = {};
  for (const fact of inOrder) {
    const { happenedAt: at } = fact;
    if (!isOf(matter, fact)) continue;
    if (fact.kind === 'matterExplained' || explained.includes(fact.kind)) standing.explainedAt = at;
    else if (fact.kind === 'matterDeclined' || isDeclining(fact))
      standing = { ...withoutAnswer(standing), declinedAt: at };
    else if (fact.kind === 'matterAsked' || asked.includes(fact.kind)) {
      standing = { ...withoutAnswer(standing), askedAt: at };
    } else if (fact.kind === 'matterAnswered' || answered.includes(fact.kind)) {
      standing.answeredAt = at;
      standing.outcome = outcomeOf(fact);
    }
  }
  return standing;
}

function withoutAnswer({ explainedAt }: Pick<MatterStanding, 'explainedAt'>) {
  return explainedAt === undefined ? {} : { explainedAt };
}

function isOf(matter: Matter, fact: Fact): boolean {
  if ('matter' in fact.data) return fact.data.matter === matter;
  if (fact.kind === 'statementMade') {
    return (fact.data.statement === 'businessImpact') === (matter === 'impactStatementForBusiness');
  }
  if (fact.kind === 'personalStatementOffered') return matter === 'victimPersonalStatement';
  const { explained = [], asked = [], answered = [] } = matterKind(matter);
  return explained.includes(fact.kind) || asked.includes(fact.kind) || answered.includes(fact.kind);
}

function isDeclining(fact: Fact): boolean {
  return fact.kind === 'personalStatementOffered' && fact.data.answer === 'declined';
}

function outcomeOf(fact: Fact): string | undefined {
  if (fact.kind === 'matterAnswered') return fact.data.outcome;
  if (fact.kind === 'undulyLenientDecided') return fact.data.decision;
  return fact.kind === 'rightToReviewDecided' ? fact.data.result : undefined;
}

function lastOf(inOrder: readonly Fact[], kinds: readonly FactKind[]): Instant | undefined {
  return inOrder.findLast(({ kind }) => kinds.includes(kind))?.happenedAt;
}
