import { isSafetyNews } from '../code/arising';
import { dutyReason } from '../code/dutyReason';
import type { WantedTask } from '../task';
import { isOldNews, newsOwed } from './updates/newsOwed';
import { tellsOfDangerBy } from './custody';
import { newsKindOf, voiceOf } from '../contact/voice';
import { standardWorkingDays, type Step } from './step';

/** Where neither the law nor the force gives a number of days, the news is to be told in so many working days. */
const otherwiseWorkingDays = 5;

/**
 * News that must reach the victim, one task for each fact, due by the instant fixed when the fact was recorded.
 * Silence: the duty stays owed and shows as overdue; it never lapses.
 */
export const codeDuties: Step = (view) => {
  const tasks: WantedTask[] = [];
  for (const news of newsOwed(view)) {
    if (isOldNews(view, news)) continue;
    const { seq, receivedAt } = news.fact;
    const [duty] = news.duties;
    const owed = duty.dueBy
      ? { dueAt: duty.dueBy, why: dutyReason(duty) }
      : standardWorkingDays(view, otherwiseWorkingDays, receivedAt);
    // The law gives days for what the victim must know before they meet somebody in the street.
    const now = isSafetyNews(duty) ? tellsOfDangerBy(news.fact, view) : undefined;
    const limit = now && now.dueAt < owed.dueAt ? now : owed;
    const role = voiceOf(view.state, newsKindOf(news.fact.kind));
    tasks.push({
      key: `tellVictim:${seq}`,
      kind: 'tellVictim',
      ...limit,
      ...(role ? { role } : {}),
      about: [seq],
      duty: duty.id,
    });
  }
  return { tasks };
};
