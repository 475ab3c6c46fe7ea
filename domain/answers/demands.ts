import { witnessDemands } from './witnessDemands';
import { defaultAnswerTimes, type AnswerTimes } from './answerTimes';
import type { Limit } from '../code/limit';
import type { Fact, FactKind } from '../fact';
import type { CalendarDay } from '../time/londonTime';
import { matterKind } from '../rights/matters';
import type { TaskKind } from '../task';
import type { Role } from '../vocabulary';

/** Who is asked at one rung, and how long they have; a day is one before which the answer is needed, or by whose end. */
export interface DemandRung {
  readonly to: readonly Role[];
  readonly within: Limit | { readonly before: CalendarDay } | { readonly by: CalendarDay };
}

/** What a fact demands of people: rung after rung, each reached when the time of the last has passed. */
export interface Demand<K extends FactKind = FactKind> {
  /** Part of the key of its tasks, and never changed. */
  readonly name: string;
  readonly of: K;
  readonly asks: TaskKind;
  readonly answeredBy: readonly FactKind[];
  /** Whether those answers are all that it wants; where there is none, any answer is. */
  isEnough?(data: Fact<K>['data'], answers: readonly Fact[]): boolean;
  /** The rungs in their order; none where the fact demands nothing. */
  rungs(data: Fact<K>['data'], times: AnswerTimes): readonly DemandRung[];
  /** What is demanded instead once a message of this text has left, and has not failed. */
  readonly onceMessaged?: { readonly template: string; readonly rungs: readonly DemandRung[] };
}

const within =
  (...to: Role[]) =>
  (limit: DemandRung['within']): DemandRung => ({ to, within: limit });
const officer = within('officer-in-case');
const team = within('victim-care-officer');
const supervisor = within('supervisor');
const inspector = within('duty-inspector');
const emergency = within('emergency-queue', 'officer-in-case');

function demand<K extends FactKind>(each: Demand<K>): Demand {
  return each as unknown as Demand;
}

/**
 * Everything that somebody must answer for, in one table. Limits in minutes and hours run through nights and holidays.
 * Silence: the next rung is asked, each once; the last stays asked, and shows as overdue, until somebody answers.
 */
export const demands: readonly Demand[] = [
  demand({
    name: 'concern',
    of: 'concernRaised',
    asks: 'receiveConcern',
    answeredBy: ['concernReceived'],
    rungs: ({ level, to }, { concern }) => [
      within(to)(concern[level]),
      supervisor(concern[level]),
      inspector(concern[level]),
    ],
  }),
  ...(['breachReported', 'fearReported'] as const).map((of) =>
    demand({
      name: of,
      of,
      asks: 'receiveSafetyReport',
      answeredBy: ['safetyReportReceived'],
      rungs: ({ danger }, { immediateDanger, breachOrFear }) =>
        danger === 'immediate'
          ? [emergency(immediateDanger), supervisor(immediateDanger), inspector(immediateDanger)]
          : [officer(breachOrFear), supervisor(breachOrFear), inspector(breachOrFear)],
    })
  ),
  demand({
    name: 'pressure',
    of: 'supportWithdrawn',
    asks: 'receiveSafetyReport',
    answeredBy: ['safetyReportReceived'],
    rungs: ({ pressure }, { concern }) =>
      pressure === 'no' ? [] : [officer(concern.high), supervisor(concern.high), inspector(concern.high)],
  }),
  demand({
    name: 'evidence',
    of: 'evidenceHeard',
    asks: 'receiveEvidence',
    answeredBy: ['evidenceReceived'],
    rungs: (_data, { evidence }) => [officer(evidence), supervisor(evidence)],
  }),
  demand({
    name: 'disclosedCrime',
    of: 'crimeDisclosed',
    asks: 'recordDisclosedCrime',
    answeredBy: ['disclosedCrimeRecorded'],
    rungs: (_data, { disclosedCrimeRecorded, disclosureReceived }) => [
      team(disclosedCrimeRecorded),
      supervisor(disclosureReceived),
    ],
  }),
  demand({
    name: 'disclosure',
    of: 'crimeDisclosed',
    asks: 'receiveDisclosure',
    answeredBy: ['disclosureReceived'],
    rungs: (_data, { disclosureReceived }) => [officer(disclosureReceived), supervisor(disclosureReceived)],
  }),
  demand({
    name: 'enquiries',
    of: 'crimeDisclosed',
    asks: 'setLinesOfEnquiry',
    answeredBy: ['enquiriesSet'],
    rungs: (_data, { linesOfEnquiry, supervisorLooks }) => [officer(linesOfEnquiry), supervisor(supervisorLooks)],
  }),
  demand({
    name: 'perishable',
    of: 'crimeDisclosed',
    asks: 'secureEvidence',
    answeredBy: ['evidenceSecured'],
    isEnough({ perishable }, answers) {
      const named = answers.map((each) => (each.kind === 'evidenceSecured' ? each.data.evidence : []));
      // Who names none speaks of all of it.
      if (named.some((evidence) => evidence.length === 0)) return true;
      const secured = new Set(named.flat());
      return perishable.every(({ evidence }) => secured.has(evidence));
    },
    rungs({ perishable }, { linesOfEnquiry, disclosureReceived }) {
      if (perishable.length === 0) return [];
      const [first] = perishable.flatMap(({ lostOn }) => lostOn ?? []).sort();
      return [officer(first === undefined ? linesOfEnquiry : { before: first }), supervisor(disclosureReceived)];
    },
  }),
  ...(['bailConditionsProposed', 'outOfCourtResolutionProposed'] as const).map((of) =>
    demand({
      name: of,
      of,
      asks: 'seekViews',
      answeredBy: ['viewsGiven', 'viewsNotSought', 'suspectBailed', 'bailChanged', 'outOfCourtResolution'],
      rungs: (_data, { views, supervisorLooks }) => [team(views), supervisor(supervisorLooks)],
    })
  ),
  demand({
    name: 'withdrawalStatement',
    of: 'supportWithdrawn',
    asks: 'takeWithdrawalStatement',
    answeredBy: ['withdrawalStatementTaken', 'withdrawalDecided', 'supportGivenAgain'],
    rungs: (_data, { withdrawalStatement, supervisorLooks }) => [
      officer(withdrawalStatement),
      supervisor(supervisorLooks),
    ],
  }),
  demand({
    name: 'withdrawalDecision',
    of: 'supportWithdrawn',
    asks: 'recordWithdrawalDecision',
    answeredBy: ['withdrawalDecided', 'supportGivenAgain'],
    rungs: (_data, { withdrawalDecision, supervisorLooks }) => [
      officer(withdrawalDecision),
      supervisor(supervisorLooks),
    ],
  }),
  demand({
    name: 'capacity',
    of: 'capacityAssessed',
    asks: 'arrangeRepresentative',
    answeredBy: ['representativeAppointed', 'capacityAssessed'],
    rungs: ({ capacity }, { change }) => (capacity === 'has' ? [] : [team(change), supervisor(change)]),
  }),
  demand({
    name: 'alsoSuspect',
    of: 'alsoSuspectFound',
    asks: 'nameSeparateOfficer',
    answeredBy: ['separateOfficerNamed'],
    rungs: (_data, { change }) => [supervisor(change)],
  }),
  demand({
    name: 'custody',
    of: 'custodyChanged',
    asks: 'arrangePrisonContact',
    answeredBy: ['prisonContactArranged', 'custodyChanged'],
    rungs: ({ custody }, { change }) => (custody === 'released' ? [] : [team(change), supervisor(change)]),
  }),
  demand({
    name: 'matter',
    of: 'matterAsked',
    asks: 'recordMatterAnswer',
    answeredBy: ['matterAnswered', 'statementMade'],
    rungs({ matter }, { supervisorLooks }) {
      const { answerWithin } = matterKind(matter);
      return answerWithin ? [team(answerWithin), supervisor(supervisorLooks)] : [];
    },
  }),
  demand({
    name: 'personalStatement',
    of: 'personalStatementOffered',
    asks: 'offerPersonalStatement',
    answeredBy: ['personalStatementOffered', 'statementMade'],
    rungs: ({ answer }, { statementOfferedAgain }) => (answer === 'later' ? [team(statementOfferedAgain)] : []),
  }),
  demand({
    name: 'reading',
    of: 'statementMade',
    asks: 'askReading',
    answeredBy: ['statementReadingChosen', 'statementMade'],
    rungs: (_data, { reading }) => [team(reading)],
  }),
  demand({
    name: 'advice',
    of: 'adviceAsked',
    asks: 'giveAdvice',
    answeredBy: ['adviceGiven'],
    rungs: ({ urgent }, { advice, urgentAdvice }) =>
      urgent ? [team(urgentAdvice), supervisor(urgentAdvice)] : [team(advice), supervisor(advice)],
  }),
  demand({
    name: 'challenge',
    of: 'challengeRaised',
    asks: 'chaseChallenge',
    answeredBy: ['challengeAnswered'],
    rungs: ({ answerOn }, { supervisorLooks }) => [team({ before: answerOn }), supervisor(supervisorLooks)],
  }),
  ...(witnessDemands as unknown as readonly Demand[]),
];

const byKind = new Map<FactKind, Demand[]>();
for (const each of demands) byKind.set(each.of, [...(byKind.get(each.of) ?? []), each]);

/** What a fact of this kind demands. */
export function demandsOf(kind: FactKind): readonly Demand[] {
  return byKind.get(kind) ?? [];
}

/** The force's own times; cases that began before it had any go by the default. */
export function answerTimesOf({
  answerTimes,
}: {
  readonly answerTimes?: Partial<AnswerTimes> | undefined;
}): AnswerTimes {
  return { ...defaultAnswerTimes, ...answerTimes };
}
