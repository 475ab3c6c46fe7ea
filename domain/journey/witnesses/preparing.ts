import { isRunning } from '../../court/witnesses/arrangements';
import { answerOf, type Requirement } from '../../court/witnesses/attendance';
import { daysOf, toAttend, trialOffSince } from '../../court/witnesses/inVain';
import { isSettled, preparationFor } from '../../court/witnesses/preparations';
import { bookableArrangements, preparationItems, type PreparationItem } from '../../court/witnesses/witnessWords';
import type { TaskKind, WantedTask } from '../../task';
import {
  addCalendarDays,
  endOfLondonDay,
  londonDay,
  startOfLondonDay,
  type CalendarDay,
  type Instant,
} from '../../time/londonTime';
import {
  later,
  nothing,
  notPassed,
  oursSince,
  standardWorkingDays,
  type CaseView,
  type Limit,
  type Step,
  type StepPlan,
} from '../step';

const stepWorkingDays = 5;
const happenedWorkingDays = 1;
const tellTimeWorkingDays = 1;

const taskOf: Readonly<Record<PreparationItem, TaskKind>> = {
  courtVisit: 'arrangeCourtVisit',
  separateWaiting: 'arrangeSeparateWaiting',
  companion: 'arrangeCompanion',
  statement: 'refreshStatement',
  witnessService: 'referToWitnessService',
};

/**
 * What is offered to every witness who has said that they come: a visit, separate waiting, somebody to sit with them, their
 * statement to read, the Witness Service; what they need on the day, and when to be there. Each is asked for step by
 * step, before the trial. Silence: it stays open and overdue, and the trial is not ready.
 */
export const preparing: Step = (view) => {
  const { state } = view;
  if (trialOffSince(state) !== undefined) return nothing;
  const coming = toAttend(state).filter((each) => isComing(each));
  const [first] = coming;
  if (!first) return nothing;
  const offered = onceEach(coming.flatMap((each) => preparationItems.map((item) => prepared(view, each, item))));
  return {
    tasks: [
      ...offered.flatMap(({ tasks }) => tasks),
      ...expenses(view, first),
      ...coming.flatMap((each) => forDays(view, each)),
    ],
    wakeAt: offered.flatMap(({ wakeAt = [] }) => wakeAt),
  };
};

/** What was said of no hearing is asked about once, and not for each. */
function onceEach(plans: readonly StepPlan[]): StepPlan[] {
  const asked = new Set<string>();
  return plans.map((plan) => {
    const tasks = plan.tasks.filter(({ key }) => !asked.has(key));
    for (const { key } of tasks) asked.add(key);
    return { ...plan, tasks };
  });
}

function isComing(requirement: Requirement): boolean {
  const answer = answerOf(requirement)?.answer;
  return answer === 'willAttend' || answer === 'withConditions';
}

function prepared(view: CaseView, requirement: Requirement, item: PreparationItem): StepPlan {
  const needed = toAttend(view.state).map((each) => each.hearingId);
  const known = preparationFor(view.state.attendance.preparations, item, requirement.hearingId, needed);
  const kind = taskOf[item];
  const stage = known?.stage ?? 'toOffer';
  if (isSettled(item, stage)) return nothing;
  const at = known?.at ?? requirement.answered?.at ?? requirement.at;
  const about = [known?.seq ?? requirement.seq];
  const task = (limit: Limit): WantedTask => ({ key: `${kind}:${about[0]}`, kind, ...limit, about });
  if (stage !== 'toHappen') return { tasks: [task(inTime(view, requirement, stepWorkingDays, at))] };
  // Whoever was referred is asked about by the chase of the referral.
  if (item === 'witnessService') return nothing;
  if (known?.on === undefined) return { tasks: [task(inTime(view, requirement, stepWorkingDays, at))] };
  const from = startOfLondonDay(known.on);
  if (view.now < from) return { tasks: [], wakeAt: [from] };
  return { tasks: [task(inTime(view, requirement, happenedWorkingDays, from))] };
}

function expenses(view: CaseView, requirement: Requirement): WantedTask[] {
  if (view.state.attendance.expenses.explained) return [];
  const { seq, at, answered } = requirement;
  const limit = inTime(view, requirement, stepWorkingDays, answered?.at ?? at);
  return [{ key: `explainExpenses:${seq}`, kind: 'explainExpenses', ...limit, about: [seq] }];
}

/** What they need on each day, asked of the Victim Hub, and the time at which they are to be there. */
function forDays(view: CaseView, requirement: Requirement): WantedTask[] {
  const { attendance, interpreter } = view.state;
  const { answered, called, hearingId, seq, at } = requirement;
  const today = londonDay(view.now);
  const days = daysOf(requirement, view.state).filter((on) => on >= today);
  const conditions = answered?.conditions ?? [];
  const wanted = [
    ...bookableArrangements.filter((kind) => conditions.some((each) => each === kind)),
    ...(interpreter || conditions.includes('interpreter') ? (['interpreter'] as const) : []),
  ];
  const needs = answered ?? { seq, at };
  const toAsk = days.flatMap((on) =>
    wanted
      .filter(
        (kind) =>
          !attendance.arrangements.some((each) => each.arrangement === kind && each.on === on && isRunning(each))
      )
      .map((kind): WantedTask => {
        const limit = inTime(view, requirement, stepWorkingDays, later(needs.at, requirement.setAt));
        return {
          key: `askArrangement:${kind}:${hearingId ?? 'trial'}:${on}`,
          kind: 'askArrangement',
          ...limit,
          about: [needs.seq],
        };
      })
  );
  const toTell = [...called.values()]
    .filter(({ on, seq: calledBy }) => on >= today && (attendance.timeTold.get(on)?.seq ?? -1) < calledBy)
    .map(({ on, seq: calledBy, knownAt }): WantedTask => {
      const limit = inTime(view, requirement, tellTimeWorkingDays, knownAt, on);
      return { key: `tellTimeAtCourt:${calledBy}`, kind: 'tellTimeAtCourt', ...limit, about: [calledBy] };
    });
  return [...toAsk, ...toTell];
}

/** The force's own limit, but the evening before the day at court at the latest, while that has not passed. */
function inTime(view: CaseView, requirement: Requirement, days: number, from: Instant, on?: CalendarDay): Limit {
  const since = later(from, oursSince(view));
  const own = notPassed((at) => standardWorkingDays(view, days, at), since, view);
  const [first] = on === undefined ? daysOf(requirement, view.state) : [on];
  if (first === undefined) return own;
  const eve = addCalendarDays(first, -1);
  const dueAt = endOfLondonDay(eve);
  if (dueAt >= own.dueAt || dueAt < view.now) return own;
  return { dueAt, why: { rule: 'day', on: first, from: since } };
}
