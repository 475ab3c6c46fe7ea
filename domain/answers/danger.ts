import { originOf } from '../effectiveFacts';
import type { Fact } from '../fact';
import type { ForceStandards } from '../careRecord';
import type { Answers } from './answers';
import { answerTimesOf, demandsOf, type Demand } from './demands';

/** Whether it demands that somebody acts on danger: a concern, a breach, fear, or pressure on a victim. */
export function isOfDanger({ asks }: Demand): boolean {
  return asks === 'receiveConcern' || asks === 'receiveSafetyReport';
}

export function isAnswered(demand: Demand, fact: Fact, facts: readonly Fact[], given: Answers): boolean {
  const answers = (given.get(originOf(fact, facts)) ?? []).filter(({ kind }) => demand.answeredBy.includes(kind));
  return answers.length > 0 && (demand.isEnough?.(fact.data as never, answers) ?? true);
}

interface Told {
  readonly counted: readonly Fact[];
  readonly facts: readonly Fact[];
  readonly answers: Answers;
  readonly standards: ForceStandards;
}

/** Whether danger was reported that nobody has said they act on. */
export function isDangerUnanswered({ counted, facts, answers, standards }: Told): boolean {
  const times = answerTimesOf(standards);
  return counted.some((fact) =>
    demandsOf(fact.kind).some(
      (each) =>
        isOfDanger(each) && each.rungs(fact.data as never, times).length > 0 && !isAnswered(each, fact, facts, answers)
    )
  );
}
