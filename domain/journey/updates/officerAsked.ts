import { answerTimesOf } from '../../answers/demands';
import { addCalendarDays, justAfter, londonDay, startOfLondonDay } from '../../time/londonTime';
import type { WantedTask } from '../../task';
import { isWitnessOnly, later, limitOf, nothing, oursSince, wantsNoContact, type Step } from '../step';
import { countedFrom, updateAppears, updateOwed } from './updateCount';

/**
 * The officer in the case is asked what there is to tell before the task of an update appears, once for each update.
 * Silence: their supervisor is asked, once; the update itself goes ahead, since "no news" is news.
 */
export const officerAsked: Step = (view) => {
  const { record, state, now } = view;
  if (state.officerInCase === undefined || wantsNoContact(view) || isWitnessOnly(view)) return nothing;
  const base = countedFrom(view);
  const update = limitOf(updateOwed(view, base));
  if (!update) return nothing;
  const { askOfficerDays } = answerTimesOf(record.opening.standards);
  const appears = updateAppears(view, update.dueAt);
  const heardAt = later(base.at, oursSince(view));
  const asksAt = later(startOfLondonDay(addCalendarDays(londonDay(appears), -askOfficerDays)), heardAt);
  if (now < asksAt) return { tasks: [], wakeAt: [asksAt] };
  if (state.officerAnswered && state.officerAnswered.at >= asksAt) return nothing;

  const key = `askOfficer:${base.seq}`;
  const asked = record.tasks.find((task) => task.key === key && !task.closed);
  // The officer, or the date of the update, may have become known late: nobody is asked for yesterday.
  const answerBy = asked?.dueAt ?? [appears, update.dueAt].find((at) => at > now) ?? endOfToday(now);
  const why = { rule: 'day', on: londonDay(answerBy), from: asksAt } as const;
  const tasks: WantedTask[] = [{ key, kind: 'askOfficer', dueAt: answerBy, why }];
  if (now <= answerBy) return { tasks, wakeAt: [justAfter(answerBy)] };
  const lookBy = later(update.dueAt, endOfToday(now));
  tasks.push({
    key: `chaseOfficer:${base.seq}`,
    kind: 'chaseOfficer',
    dueAt: lookBy,
    why: { rule: 'missed', from: answerBy },
  });
  return { tasks };
};

function endOfToday(now: string): string {
  return startOfLondonDay(addCalendarDays(londonDay(now), 1));
}
