import { originOf } from '../effectiveFacts';
import type { Fact, FactData, FactKind } from '../fact';

/** Facts that answer others, and which kinds they answer. */
const answering = {
  evidenceReceived: ['evidenceHeard'],
  viewsGiven: ['bailConditionsProposed', 'outOfCourtResolutionProposed'],
  viewsNotSought: ['bailConditionsProposed', 'outOfCourtResolutionProposed'],
  suspectBailed: ['bailConditionsProposed'],
  bailChanged: ['bailConditionsProposed'],
  outOfCourtResolution: ['outOfCourtResolutionProposed'],
  safetyReportReceived: [
    'breachReported',
    'fearReported',
    'supportWithdrawn',
    'attendanceDoubted',
    'witnessSafetyChecked',
  ],
  witnessSafetyChecked: ['attendanceDoubted'],
  prosecutionInformed: ['attendanceDoubted'],
  releaseTold: ['witnessReleased', 'trialAttendanceDecided'],
  // The later word takes the place of the earlier: nobody is told of both.
  witnessReleased: ['trialAttendanceDecided'],
  trialAttendanceDecided: ['trialAttendanceDecided', 'witnessReleased'],
  witnessServiceAnswered: ['witnessServiceReferred'],
  courtPartnerNotReached: ['witnessServiceReferred', 'youthJusticeAsked', 'releasePlanned', 'paroleNotified'],
  readinessDone: ['readinessDecided'],
  concernReceived: ['concernRaised'],
  disclosedCrimeRecorded: ['crimeDisclosed'],
  enquiriesSet: ['crimeDisclosed'],
  evidenceSecured: ['crimeDisclosed'],
  disclosureReceived: ['crimeDisclosed'],
  withdrawalStatementTaken: ['supportWithdrawn'],
  withdrawalDecided: ['supportWithdrawn'],
  supportGivenAgain: ['supportWithdrawn'],
  capacityAssessed: ['capacityAssessed'],
  representativeAppointed: ['capacityAssessed'],
  separateOfficerNamed: ['alsoSuspectFound'],
  custodyChanged: ['custodyChanged'],
  prisonContactArranged: ['custodyChanged'],
  matterAnswered: ['matterAsked'],
  statementMade: ['personalStatementOffered', 'matterAsked', 'statementMade'],
  personalStatementOffered: ['personalStatementOffered'],
  statementReadingChosen: ['statementMade'],
  adviceGiven: ['adviceAsked'],
  challengeAnswered: ['challengeRaised'],
  noticeHandedToScheme: ['releasePlanned', 'paroleNotified'],
} as const satisfies Partial<Record<FactKind, readonly FactKind[]>>;

/** Kinds of fact that answer another. */
export type AnswerKind = keyof typeof answering;

export function isAnswer(kind: FactKind): kind is AnswerKind {
  return Object.hasOwn(answering, kind);
}

/** The answers to each fact, by the number whose place that fact has taken. */
export type Answers = ReadonlyMap<number, readonly Fact<AnswerKind>[]>;

/**
 * What has been answered, from the facts that count. An answer that names a fact is about that one, whichever has taken
 * its place since; one that names none is about the last that happened before it, of the same matter where it has one.
 */
export function answersIn(counted: readonly Fact[], facts: readonly Fact[]): Answers {
  const answers = new Map<number, Fact<AnswerKind>[]>();
  const answerable = new Map<FactKind, Fact[]>();
  for (const fact of [...counted].sort(byHappening)) {
    if (isAnswer(fact.kind)) {
      for (const asked of askedBy(fact as Fact<AnswerKind>, answerable, facts)) {
        answers.set(asked, [...(answers.get(asked) ?? []), fact as Fact<AnswerKind>]);
      }
    }
    answerable.set(fact.kind, [...(answerable.get(fact.kind) ?? []), fact]);
  }
  for (const fact of counted) {
    if (!isAnswer(fact.kind) || namedBy(fact) === undefined) continue;
    const origin = originOfNumber(namedBy(fact), facts);
    const asked = origin === undefined ? undefined : facts[origin - 1];
    const kinds: readonly FactKind[] = answering[fact.kind];
    if (origin === undefined || !asked || !kinds.includes(asked.kind)) continue;
    answers.set(origin, [...(answers.get(origin) ?? []), fact as Fact<AnswerKind>]);
  }
  return answers;
}

function askedBy(
  fact: Fact<AnswerKind>,
  answerable: ReadonlyMap<FactKind, readonly Fact[]>,
  facts: readonly Fact[]
): number[] {
  if (namedBy(fact) !== undefined) return [];
  const kinds: readonly FactKind[] = answering[fact.kind];
  const before = kinds.flatMap((kind) => answerable.get(kind) ?? []).filter((each) => isOfOneMatter(fact, each));
  // A statement that is made answers whoever offered it and whoever asked for it, and takes the place of earlier versions.
  const asked = fact.kind === 'statementMade' ? before : before.sort(byHappening).slice(-1);
  return asked.map((each) => originOf(each, facts));
}

/** Whether an answer and what it would answer are of one matter; where one of them names none they are. */
export function isOfOneMatter(answer: Pick<Fact, 'data'>, asked: Pick<Fact, 'kind' | 'data'>): boolean {
  if (asked.kind === 'bailConditionsProposed')
    return !('matter' in answer.data) || answer.data.matter === 'bailConditions';
  if (asked.kind === 'outOfCourtResolutionProposed') {
    return !('matter' in answer.data) || answer.data.matter === 'outOfCourtResolution';
  }
  if ('statement' in answer.data && 'version' in answer.data) return isOfOneStatement(answer.data, asked);
  return !('matter' in answer.data) || !('matter' in asked.data) || answer.data.matter === asked.data.matter;
}

/** Whether a statement is what was offered or asked for, or a newer version of that one. */
function isOfOneStatement({ statement, version }: FactData['statementMade'], { data }: Pick<Fact, 'data'>): boolean {
  const isBusiness = statement === 'businessImpact';
  if ('matter' in data) return data.matter === (isBusiness ? 'impactStatementForBusiness' : 'victimPersonalStatement');
  if ('statement' in data) return data.statement === statement && data.version <= version;
  return !isBusiness;
}

function namedBy({ data }: Fact): number | undefined {
  return 'about' in data && typeof data.about === 'number' ? data.about : undefined;
}

function originOfNumber(number: number | undefined, facts: readonly Fact[]): number | undefined {
  const named = number === undefined ? undefined : facts[number - 1];
  return named && originOf(named, facts);
}

function byHappening(one: Fact, other: Fact): number {
  if (one.happenedAt !== other.happenedAt) return one.happenedAt < other.happenedAt ? -1 : 1;
  return one.seq - other.seq;
}
