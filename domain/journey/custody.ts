import { endsCustody, isOfSame } from '../court/afterSentence/letOut';
import type { Fact } from '../fact';
import { inOrderOfHappening } from '../happening';
import type { WantedTask } from '../task';
import { addCalendarDays, startOfLondonDay, type CalendarDay, type Instant } from '../time/londonTime';
import { lessensProtection, letsOutUnseen } from './afterSentence/otherNews';
import {
  later,
  notPassed,
  oursSince,
  standardHours,
  standardWorkingDays,
  type CaseView,
  type Limit,
  type Step,
  type StepPlan,
} from './step';

const planHours = 4;
const escapeHours = 1;
const releasePlanWorkingDays = 5;
const leadDays = 7;

/**
 * A defendant who is let out or gets away: the victim's safety is planned for within hours, night or day, and before a
 * release that is known ahead. And a limit of
 * custody that is about to pass is asked about before it does. Silence: both stay open, and nobody is taken to be safe.
 */
export const custody: Step = (view) => {
  const limits = custodyLimits(view);
  return { tasks: [...safetyPlans(view), ...limits.tasks], ...(limits.wakeAt ? { wakeAt: limits.wakeAt } : {}) };
};

function safetyPlans(view: CaseView): WantedTask[] {
  if (view.record.opening.role === 'witness') return [];
  const { counted } = view.state;
  return counted
    .filter((fact) => bringsNear(fact, view))
    .flatMap((fact) => {
      const isPlanned = counted.some(
        (each) =>
          each.kind === 'safetyPlanMade' &&
          (each.data.about === fact.seq || (each.data.about === undefined && each.seq > fact.seq))
      );
      if (isPlanned) return [];
      return [
        { key: `makeSafetyPlan:${fact.seq}`, kind: 'makeSafetyPlan', ...planLimit(fact, view), about: [fact.seq] },
      ];
    });
}

function bringsNear(fact: Fact, view: CaseView): boolean {
  return letsOut(fact, view.state.counted) || followsOtherWord(fact, view);
}

/** By when somebody must hear that a defendant or an offender is about: as their safety is planned for; undefined otherwise. */
export function tellsOfDangerBy(fact: Fact, view: CaseView): Limit | undefined {
  return bringsNear(fact, view) ? planLimit(fact, view) : undefined;
}

/** Of a release that is planned there is time, though no longer than until its day. */
function planLimit(fact: Fact, view: CaseView): Limit {
  const from = later(fact.recordedAt, oursSince(view));
  const own = (at: Instant) => standardHours(fact.kind === 'escapeReported' ? escapeHours : planHours, at);
  if (fact.kind !== 'releasePlanned') return notPassed(own, from, view);
  const { releaseOn } = fact.data;
  const releasedAt = startOfLondonDay(releaseOn);
  const inDays = standardWorkingDays(view, releasePlanWorkingDays, from);
  if (inDays.dueAt <= releasedAt)
    return notPassed((at) => standardWorkingDays(view, releasePlanWorkingDays, at), from, view);
  return releasedAt > own(from).dueAt
    ? { dueAt: releasedAt, why: { rule: 'day', on: releaseOn, from } }
    : notPassed(own, from, view);
}

/**
 * An escape, a release that is planned, a decision that ends custody, less protection by an order, bail after a rearrest, and bail on other terms than
 * before: of somebody who was remanded, or with other conditions. Courts say only that there is bail; the decision before
 * it says whether it is new.
 */
function letsOut(fact: Fact, counted: readonly Fact[]): boolean {
  if (fact.kind === 'releasePlanned' || letsOutUnseen(fact) || lessensProtection(fact, counted)) return true;
  if (endsCustody(fact, counted)) return true;
  if (fact.kind === 'rearrestHeard') return fact.data.decision === 'bailed';
  if (fact.kind !== 'courtBailDecided' || fact.data.decision === 'remanded') return false;
  // One plan is enough for who is let go again after an arrest: the hearing of it asks for one.
  if (counted.some((each) => isBailAfterArrest(each) && each.happenedAt === fact.happenedAt && isOfSame(each, fact)))
    return false;
  if (fact.data.decision === 'bailVaried') return true;
  const before = inOrderOfHappening(counted)
    .filter((each): each is Fact<'courtBailDecided'> => each.kind === 'courtBailDecided' && isOfSame(each, fact))
    .findLast((each) => each.happenedAt < fact.happenedAt);
  if (!before) return false;
  if (before.data.decision === 'remanded' || before.data.conditions !== fact.data.conditions) return true;
  return hasOtherWords(before, fact);
}

function isBailAfterArrest({ kind, data }: Fact): boolean {
  return kind === 'rearrestHeard' && 'decision' in data && data.decision === 'bailed';
}

/**
 * A later word of the same day takes the place of the earlier: whoever heard of custody hears that it is over, and whoever
 * heard of conditions that they are others.
 */
function followsOtherWord(fact: Fact, { record }: CaseView): boolean {
  if (fact.kind !== 'courtBailDecided' || fact.data.decision === 'remanded' || fact.supersedes === undefined)
    return false;
  const before = record.facts[fact.supersedes - 1];
  if (before?.kind !== 'courtBailDecided') return false;
  return before.data.decision === 'remanded' || hasOtherWords(before, fact);
}

/** Conditions in other words of the court, as far as both were kept. */
function hasOtherWords(before: Fact, { wordsHash }: Fact): boolean {
  return before.wordsHash !== undefined && wordsHash !== undefined && before.wordsHash !== wordsHash;
}

function custodyLimits(view: CaseView): StepPlan {
  const tasks: WantedTask[] = [];
  const wakeAt: string[] = [];
  for (const { seq, on, recordedAt } of limitsKnown(view.state.counted)) {
    const asksFrom = startOfLondonDay(addCalendarDays(on, -leadDays));
    if (asksFrom > view.now) {
      wakeAt.push(asksFrom);
      continue;
    }
    const onTheDay = { dueAt: startOfLondonDay(on), why: { rule: 'day', on, from: asksFrom } } as const;
    // What is heard of after the day is asked about at once.
    const own = (from: string) => standardHours(planHours, from);
    const limit = onTheDay.dueAt > recordedAt ? onTheDay : own(later(recordedAt, oursSince(view)));
    const stillAhead = limit.dueAt >= view.now ? limit : notPassed(own, view.now, view);
    tasks.push({ key: `watchCustodyLimit:${seq}`, kind: 'watchCustodyLimit', ...stillAhead, about: [seq] });
  }
  return { tasks, wakeAt };
}

interface Known {
  readonly seq: number;
  readonly on: CalendarDay;
  readonly recordedAt: Instant;
}

/** By suspect the last limit that was set, while nothing has ended it: bail, a trial that begins, a plea, an end. */
function limitsKnown(counted: readonly Fact[]): Known[] {
  const limits = new Map<string, Known>();
  for (const fact of counted) {
    const whose = fact.suspects?.length ? fact.suspects : undefined;
    const set = (on: CalendarDay | undefined) => {
      if (!whose && on === undefined) limits.clear();
      for (const each of whose ?? ['']) {
        if (on === undefined) limits.delete(each);
        else limits.set(each, { seq: fact.seq, on, recordedAt: fact.recordedAt });
      }
    };
    if (fact.kind === 'courtBailDecided')
      set(fact.data.decision === 'remanded' ? fact.data.custodyTimeLimitOn : undefined);
    else if (fact.kind === 'custodyTimeLimitAnswered')
      set(fact.data.answer === 'extended' ? fact.data.untilOn : undefined);
    else if (fact.kind === 'verdictGiven' || fact.kind === 'sentencePassed' || fact.kind === 'prosecutionStopped')
      set(undefined);
    else if (fact.kind === 'pleaEntered' && fact.data.plea === 'guilty') set(undefined);
    else if (fact.kind === 'escapeReported') set(undefined);
  }
  return [...limits.values()];
}
