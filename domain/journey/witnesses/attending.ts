import type { Fact } from '../../fact';
import { answerOf } from '../../court/witnesses/attendance';
import { daysOf, toAttend, trialOffSince } from '../../court/witnesses/inVain';
import { addCalendarDays, londonDay, startOfLondonDay, type Instant } from '../../time/londonTime';
import type { WantedTask } from '../../task';
import { trialAheadSince } from '../../tracks/suspectTracks';
import {
  later,
  limitOf,
  ownLimit,
  standardHours,
  standardWorkingDays,
  type CaseView,
  type Step,
  type StepPlan,
} from '../step';
import { beforeTheDay, bookings, bookingsOver } from './bookings';
import { claimToSend } from './expenses';

const answerWorkingDays = 1;
const releaseHours = 4;
const summonsHours = 24;
const recordWorkingDays = 1;

/**
 * A witness from the list of witnesses to attend until the day at court: told and asked, booked for, called off when
 * there is nothing to come for. Silence: each stays open and overdue; nobody counts as coming who has not said so.
 */
export const attending: Step = (view) => {
  const days = afterTheDay(view);
  return {
    tasks: [
      ...toBeAsked(view),
      ...toBeReleased(view),
      ...bookings(view),
      ...summons(view),
      ...claimToSend(view),
      ...days.tasks,
    ],
    wakeAt: [...(days.wakeAt ?? []), ...bookingsOver(view)],
  };
};

function toBeAsked(view: CaseView): WantedTask[] {
  const { state, duties } = view;
  if (trialOffSince(state) !== undefined) return [];
  return toAttend(state)
    .filter((each) => answerOf(each) === undefined)
    .map((each) => {
      const { seq, setAt, hearingId } = each;
      const duty = duties.find((owed) => owed.seq === seq && owed.dueBy !== undefined);
      const own = ownLimit(view, (from) => standardWorkingDays(view, answerWorkingDays, from), setAt);
      const owed = limitOf(duty);
      const key = `askAttendance:${hearingId ?? 'trial'}:${seq}:${setAt}`;
      // The day was set anew, or the case came back: the limit of the first telling is not that of the second.
      const isFirst = owed !== undefined && setAt <= (duty?.from ?? '');
      const stated = isFirst && (owed.dueAt >= later(setAt, view.now) || isAskedForDuty(view, key)) ? owed : own;
      const [first] = daysOf(each, state).filter((on) => on >= londonDay(view.now));
      const limit = first === undefined ? stated : beforeTheDay(view, stated, first);
      return {
        key,
        kind: 'askAttendance',
        ...limit,
        about: [seq],
      };
    });
}

/** It was asked in time: when the duty is judged again, so is the task. */
function isAskedForDuty({ record }: CaseView, key: string): boolean {
  return record.tasks.some((task) => task.key === key && !task.closed && task.why.rule === 'duty');
}

function toBeReleased(view: CaseView): WantedTask[] {
  const off = trialOffSince(view.state);
  const [first] = toAttend(view.state);
  if (off === undefined || !first) return [];
  const limit = ownLimit(view, (from) => standardHours(releaseHours, from), off);
  return [{ key: `confirmRelease:${first.seq}`, kind: 'confirmRelease', ...limit, about: [first.seq] }];
}

/**
 * Who refuses is asked about their safety first; only then a summons is explained to them. One that was asked for or
 * issued all the same, or a warrant, is explained at once.
 */
function summons(view: CaseView): WantedTask[] {
  const { attendance, counted, answers } = view.state;
  const compelled = counted.filter((fact): fact is Fact<'attendanceCompelled'> => fact.kind === 'attendanceCompelled');
  const wanted = (seq: number, from: Instant, key: string): WantedTask => {
    const limit = ownLimit(view, (at) => standardHours(summonsHours, at), from);
    return { key: `explainSummons:${key}`, kind: 'explainSummons', ...limit, about: [seq] };
  };
  const unexplained = (['summons', 'warrant'] as const).flatMap((by) => {
    const ofKind = compelled.filter(({ data }) => data.by === by);
    const last = ofKind.findLast(({ data }) => data.stage === 'askedFor' || data.stage === 'issued');
    const isOver = ofKind.some(
      ({ data, seq }) => data.stage === 'explained' || (data.stage === 'withdrawn' && seq > (last?.seq ?? 0))
    );
    return last === undefined || isOver || !mayHaveToCome(view)
      ? []
      : [wanted(last.seq, last.recordedAt, `${by}:${last.seq}`)];
  });
  const refusing = attendance.doubts.filter(({ reason, at }) => reason === 'refuses' && !isSettled(view, at));
  const asked = refusing.flatMap((doubt) => {
    const checked = (answers.get(doubt.seq) ?? []).find(({ kind }) => kind === 'witnessSafetyChecked');
    const explained = compelled.some(({ happenedAt }) => happenedAt >= doubt.at);
    return !checked || explained ? [] : [wanted(doubt.seq, checked.happenedAt, String(doubt.seq))];
  });
  return [...asked, ...unexplained];
}

/** They are on the list; or the prosecution has not sent it yet, and there is a trial ahead. */
function mayHaveToCome({ state }: CaseView): boolean {
  if (trialOffSince(state) !== undefined) return false;
  if (toAttend(state).length > 0) return true;
  return state.attendance.required.length === 0 && !state.end && trialAheadSince(state.tracks) !== undefined;
}

function isSettled(view: CaseView, since: Instant): boolean {
  if (!mayHaveToCome(view)) return true;
  const asked = toAttend(view.state);
  if (asked.length === 0) return false;
  return asked.every((each) => {
    const answer = each.answered;
    return (
      answer !== undefined &&
      answer.at > since &&
      (answer.answer === 'willAttend' || answer.answer === 'withConditions')
    );
  });
}

/** The day after each day at court, somebody says how it went for the witness. */
function afterTheDay(view: CaseView): StepPlan {
  const { state, now } = view;
  const tasks: WantedTask[] = [];
  const wakeAt: Instant[] = [];
  for (const each of toAttend(state)) {
    for (const on of daysOf(each, state)) {
      const from = startOfLondonDay(addCalendarDays(on, 1));
      if (each.days.has(on)) continue;
      if (now < from) {
        wakeAt.push(from);
        continue;
      }
      const limit = ownLimit(view, (at) => standardWorkingDays(view, recordWorkingDays, at), from);
      tasks.push({ key: `recordAttendance:${each.seq}:${on}`, kind: 'recordAttendance', ...limit, about: [each.seq] });
    }
  }
  return { tasks, wakeAt };
}
