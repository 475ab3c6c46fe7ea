import { isAnswered, isOfDanger } from '../answers/danger';
import { answerTimesOf, demandsOf, type Demand, type DemandRung } from '../answers/demands';
import { dueDate } from '../code/dueDate';
import type { Fact } from '../fact';
import { messageLeft } from '../messages/messageLeft';
import {
  addCalendarDays,
  addHours,
  endOfLondonDay,
  justAfter,
  startOfLondonDay,
  type Instant,
} from '../time/londonTime';
import type { WantedTask } from '../task';
import type { Role } from '../vocabulary';
import { later, oursSince, type CaseView, type Limit, type Step, type StepPlan } from './step';

/** What was to come before a day that has passed already is wanted within this. */
const atOnceHours = 1;

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
    for (const demand of demandsOf(fact.kind).filter(isWanted)) {
      if (isAnswered(demand, fact, facts, view.state.answers)) continue;
      const { asked, nextAt } = climbed(demand, fact, view);
      tasks.push(...asked);
      if (nextAt !== undefined) wakeAt.push(nextAt);
    }
  }
  return { tasks, wakeAt };
}

/** The rungs that have come by now, and when the next comes. The first comes when we know of the fact. */
function climbed(demand: Demand, fact: Fact, view: CaseView): { asked: WantedTask[]; nextAt?: Instant } {
  const { state, now } = view;
  const asked: WantedTask[] = [];
  let from = later(fact.recordedAt, oursSince(view));
  const { onceMessaged } = demand;
  const isMessaged = onceMessaged && messageLeft(state.counted, onceMessaged.template, fact.seq);
  const rungs = isMessaged
    ? onceMessaged.rungs
    : demand.rungs(fact.data as never, answerTimesOf(view.record.opening.standards));
  for (const [index, rung] of rungs.entries()) {
    if (now < from) return { asked, nextAt: from };
    const limit = limitOf(rung.within, from, view);
    for (const role of rung.to) {
      const key = `${demand.name}:${fact.seq}:${isMessaged ? 'messaged' : index}${rung.to.length > 1 ? `:${role}` : ''}`;
      asked.push({ key, kind: demand.asks, ...limit, role: standIn(role, state.officerInCase), about: [fact.seq] });
    }
    from = justAfter(limit.dueAt);
  }
  return { asked };
}

function limitOf(within: DemandRung['within'], from: Instant, { record: { calendar } }: CaseView): Limit {
  if ('before' in within) {
    const dueAt = later(startOfLondonDay(within.before), addHours(from, atOnceHours));
    return { dueAt, why: { rule: 'day', on: within.before, from } };
  }
  if ('by' in within) {
    const dueAt = later(endOfLondonDay(within.by), addHours(from, atOnceHours));
    return { dueAt, why: { rule: 'day', on: addCalendarDays(within.by, 1), from } };
  }
  return { dueAt: dueDate(from, within, calendar).dueBy, why: { rule: 'forceStandard', limit: within, from } };
}

/** Nobody is the officer in the case yet: their supervisor answers for them. */
function standIn(role: Role, officerInCase: string | undefined): Role {
  return role === 'officer-in-case' && officerInCase === undefined ? 'supervisor' : role;
}
