import { datesOff, type DateOff } from '../court/dateOff';
import { messageLeft } from '../messages/messageLeft';
import type { WantedTask } from '../task';
import { addCalendarDays, londonDay, startOfLondonDay } from '../time/londonTime';
import { later, notPassed, nothing, oursSince, standardHours, type CaseView, type Step } from './step';

/** A trial so near that somebody may have set out. */
const nearDays = 2;
const nearHours = 1;
const otherwiseHours = 4;

/**
 * Whoever was to come to a trial that is off is called, unless a message told them not to travel, or somebody did: at
 * the top of the list where it is tomorrow. Silence: the call stays asked until the day itself is over.
 */
export const dateOff: Step = (view) => {
  const off = datesOff(view.state.counted, londonDay(view.now)).filter((each) => !isTold(view, each));
  if (off.length === 0) return nothing;
  const tasks = off.map((each): WantedTask => {
    const { fact, on } = each;
    const isNear = on <= addCalendarDays(londonDay(view.now), nearDays);
    const own = (from: string) => standardHours(isNear ? nearHours : otherwiseHours, from);
    const limit = notPassed(own, later(fact.recordedAt, oursSince(view)), view);
    return { key: `callAboutDate:${fact.seq}`, kind: 'callAboutDate', ...limit, about: [fact.seq] };
  });
  return { tasks, wakeAt: off.map(({ on }) => startOfLondonDay(addCalendarDays(on, 1))) };
};

/** By a person, or by a message that left after it was known and has not failed since. */
function isTold({ state }: CaseView, { fact: { seq }, template }: DateOff): boolean {
  return state.told.has(seq) || messageLeft(state.counted, template, seq);
}
