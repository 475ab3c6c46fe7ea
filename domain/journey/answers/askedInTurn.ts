import type { DemandRung } from '../../answers/demands';
import { dueDate } from '../../code/dueDate';
import {
  addCalendarDays,
  addHours,
  endOfLondonDay,
  justAfter,
  startOfLondonDay,
  type Instant,
} from '../../time/londonTime';
import type { WantedTask } from '../../task';
import type { Role } from '../../vocabulary';
import { later, type CaseView, type Limit } from '../step';

/** What was to come before a day that has passed already is wanted within this. */
const atOnceHours = 1;

/** One thing that people must answer for. */
export interface Asked {
  /** Of its tasks; the number of the rung is added. */
  readonly key: string;
  readonly rungs: readonly DemandRung[];
  /** When the first rung is asked. */
  readonly from: Instant;
  readonly task: Omit<WantedTask, 'key' | 'role' | 'dueAt' | 'why'>;
}

/** The tasks of the rungs that have come by now, and when the next comes. What was asked before stays asked. */
export function askedInTurn(
  { key, rungs, from: first, task }: Asked,
  view: CaseView
): { tasks: WantedTask[]; nextAt?: Instant } {
  const tasks: WantedTask[] = [];
  let from = first;
  for (const [index, rung] of rungs.entries()) {
    if (view.now < from) return { tasks, nextAt: from };
    const limit = limitOf(rung.within, from, view);
    for (const role of rung.to) {
      const own = `${key}:${index}${rung.to.length > 1 ? `:${role}` : ''}`;
      tasks.push({ ...task, key: own, ...limit, role: standIn(role, view.state.officerInCase) });
    }
    from = justAfter(limit.dueAt);
  }
  return { tasks };
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
