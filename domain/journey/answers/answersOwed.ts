import { isAnswered, isOfDanger } from '../../answers/danger';
import { isReleaseKnown } from '../../answers/releaseKnown';
import { answerTimesOf, demandsOf, type Demand } from '../../answers/demands';
import { isDecisionOver } from '../../court/witnesses/decisionOver';
import type { Fact } from '../../fact';
import { messageLeft } from '../../messages/messageLeft';
import type { WantedTask } from '../../task';
import type { Instant } from '../../time/londonTime';
import { askedInTurn, type Asked } from './askedInTurn';
import { later, oursSince, type CaseView, type Step, type StepPlan } from '../step';

/**
 * What people must answer for: a safeguarding concern, a breach, evidence, a disclosed crime, a change in a life.
 * Silence: rung after rung is asked, each once, at instants that follow from the fact alone; what was asked before stays
 * asked. Quiet hours and holidays hold nothing back whose limit is in minutes or hours.
 */
export const answersOwed: Step = (view) => owed(view, () => true);

/**
 * What is asked also after a case has ended: danger that was reported and that nobody has said they act on. A death ends
 * the case at once, and is never held back by this; but the concern may be about a child of the house, and a breach that
 * came before the death is the officer's to look into. So whoever was asked stays asked, and the rungs go on.
 */
export const dangerOwed: Step = (view) => owed(view, isOfDanger);

function owed(view: CaseView, isWanted: (demand: Demand) => boolean): StepPlan {
  const { facts } = view.record;
  const tasks: WantedTask[] = [];
  const wakeAt: Instant[] = [];
  for (const fact of view.state.counted) {
    if (isReleaseKnown(fact, { counted: view.state.counted, facts, answers: view.state.answers })) continue;
    if (isDecisionOver(fact, view.state, view.now)) continue;
    for (const demand of demandsOf(fact.kind).filter(isWanted)) {
      if (isAnswered(demand, fact, facts, view.state.answers)) continue;
      const from = later(fact.recordedAt, oursSince(view));
      const task = { kind: demand.asks, about: [fact.seq] };
      const { tasks: asked, nextAt } = askedInTurn({ ...rungsOf(demand, fact, view), from, task }, view);
      tasks.push(...asked);
      if (nextAt !== undefined) wakeAt.push(nextAt);
    }
  }
  return { tasks, wakeAt };
}

/** Once a message has left that says the same, whoever was asked is asked by other rungs. */
function rungsOf(demand: Demand, { seq, data }: Fact, { record, state }: CaseView): Pick<Asked, 'key' | 'rungs'> {
  const key = `${demand.name}:${seq}`;
  const { onceMessaged } = demand;
  if (onceMessaged && messageLeft(state.counted, onceMessaged.template, seq)) {
    return { key: `${key}:messaged`, rungs: onceMessaged.rungs };
  }
  return { key, rungs: demand.rungs(data as never, answerTimesOf(record.opening.standards)) };
}
