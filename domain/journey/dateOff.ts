import { datesOff, daysStandingAgain, type DateOff, type StandsAgain } from '../court/dateOff';
import { isNear } from '../court/travelInVain';
import { mayHaveArrived, messageLeft, unconfirmedMessages } from '../messages/messageLeft';
import type { WantedTask } from '../task';
import {
  addCalendarDays,
  atLondonClock,
  londonClock,
  londonDay,
  startOfLondonDay,
  type Instant,
} from '../time/londonTime';
import { nothing, ownLimit, standardHours, type CaseView, type Step } from './step';

const nearHours = 1;
const otherwiseHours = 4;
const wakesAt = '08:00';
const sleepsAt = '17:00';

/**
 * Whoever was to come to a trial that is off, or at another court, is called, unless a message told them not to travel and nobody waits in vain to hear that it
 * arrived, or somebody did: at
 * the top of the list where it is tomorrow. So is whoever heard that it was off and is to come after all. Silence: the call stays asked until the day itself is over.
 */
export const dateOff: Step = (view) => {
  const today = londonDay(view.now);
  const off = datesOff(view.state.counted, today).filter((each) => !isTold(view, each));
  const again = daysStandingAgain(view.state.counted, today).filter((each) => isBelievedOff(view, each));
  const toCall = [...off, ...again];
  if (toCall.length === 0) return nothing;
  const tasks = toCall.map((each): WantedTask => {
    const { fact, on } = each;
    const own = (from: string) =>
      isNear(on, today) ? standardHours(nearHours, from) : standardHours(otherwiseHours, onceAwake(from));
    const limit = ownLimit(view, own, toCallSince(view, each));
    return { key: `callAboutDate:${fact.seq}`, kind: 'callAboutDate', ...limit, about: [fact.seq] };
  });
  return { tasks, wakeAt: toCall.map(({ on }) => startOfLondonDay(addCalendarDays(on, 1))) };
};

/** Where a message left of which nobody has said that it arrived, there is something to call about since that was known. */
function toCallSince({ state: { counted } }: CaseView, { fact, ...each }: DateOff | StandsAgain): Instant {
  if (!('template' in each)) return fact.recordedAt;
  const unsure = [...unconfirmedMessages(counted).values()].filter(
    ({ seq, data }) => seq > fact.seq && data.template === each.template
  );
  return unsure.at(-1)?.recordedAt ?? fact.recordedAt;
}

/** Nobody is woken for a trial that is days ahead: the hours count from eight in the morning. */
function onceAwake(from: Instant): Instant {
  const clock = londonClock(from);
  if (clock >= wakesAt && clock < sleepsAt) return from;
  const today = londonDay(from);
  return atLondonClock(clock < wakesAt ? today : addCalendarDays(today, 1), wakesAt);
}

/**
 * By a person, or by a message that left after it was known and has not failed since. Where to go instead, no message
 * says: somebody does.
 */
function isTold({ state }: CaseView, { fact: { seq }, template }: DateOff): boolean {
  return state.told.has(seq) || (template !== 'place-moved' && messageLeft(state.counted, template, seq));
}

/** They heard that the day was off, and nobody has said since that it stands; who has answered for it knows. */
function isBelievedOff({ state }: CaseView, { fact, after }: StandsAgain): boolean {
  const heard = after.some(
    ({ fact: { seq }, template }) => state.told.has(seq) || mayHaveArrived(state.counted, template, seq)
  );
  const hasAnswered = state.counted.some(({ kind, seq }) => kind === 'attendanceAnswered' && seq > fact.seq);
  return heard && !hasAnswered && !state.told.has(fact.seq);
}
