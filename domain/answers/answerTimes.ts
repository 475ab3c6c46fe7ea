import type { ConcernLevel } from '../care/careWords';
import type { Limit } from '../code/limit';

/** How long a force gives itself for an answer before the next rung is asked. Minutes and hours run through the night. */
export interface AnswerTimes {
  readonly concern: Readonly<Record<ConcernLevel, Limit>>;
  readonly immediateDanger: Limit;
  readonly breachOrFear: Limit;
  readonly evidence: Limit;
  readonly disclosedCrimeRecorded: Limit;
  readonly disclosureReceived: Limit;
  readonly linesOfEnquiry: Limit;
  readonly views: Limit;
  readonly withdrawalStatement: Limit;
  readonly withdrawalDecision: Limit;
  readonly supervisorLooks: Limit;
  readonly change: Limit;
  readonly advice: Limit;
  readonly urgentAdvice: Limit;
  readonly statementOfferedAgain: Limit;
  readonly reading: Limit;
  /** A witness who may not come: whether somebody leans on them. */
  readonly witnessSafety: Limit;
  /** The same: until the prosecution knows. */
  readonly prosecutionInformed: Limit;
  readonly releaseTold: Limit;
  readonly witnessService: Limit;
  /** Until the prosecution or listing says what it makes of dates to avoid. */
  readonly availabilityAnswered: Limit;
  /** After so many days dates to avoid are asked for again before a trial is fixed by them. */
  readonly availabilityGoodDays: number;
  /** How long before the task of an update appears the officer in the case is asked. */
  readonly askOfficerDays: number;
}

export const defaultAnswerTimes: AnswerTimes = {
  concern: {
    immediate: { n: 5, unit: 'minutes' },
    high: { n: 60, unit: 'minutes' },
    medium: { n: 4, unit: 'hours' },
  },
  immediateDanger: { n: 5, unit: 'minutes' },
  breachOrFear: { n: 15, unit: 'minutes' },
  evidence: { n: 24, unit: 'hours' },
  disclosedCrimeRecorded: { n: 24, unit: 'hours' },
  disclosureReceived: { n: 4, unit: 'hours' },
  linesOfEnquiry: { n: 3, unit: 'workingDays' },
  views: { n: 2, unit: 'workingDays' },
  withdrawalStatement: { n: 5, unit: 'workingDays' },
  withdrawalDecision: { n: 28, unit: 'calendarDays' },
  supervisorLooks: { n: 1, unit: 'workingDays' },
  change: { n: 1, unit: 'workingDays' },
  advice: { n: 1, unit: 'workingDays' },
  urgentAdvice: { n: 1, unit: 'hours' },
  statementOfferedAgain: { n: 28, unit: 'calendarDays' },
  reading: { n: 28, unit: 'calendarDays' },
  witnessSafety: { n: 2, unit: 'hours' },
  prosecutionInformed: { n: 0, unit: 'calendarDays' },
  releaseTold: { n: 4, unit: 'hours' },
  witnessService: { n: 5, unit: 'workingDays' },
  availabilityAnswered: { n: 5, unit: 'workingDays' },
  availabilityGoodDays: 28,
  askOfficerDays: 4,
};
