import { isOldNews, newsOwed } from './newsOwed';
import { later, limitOf, nothing, oursSince, standardDays, wantsNoContact, type Step } from '../step';
import { voiceOf } from '../../contact/voice';
import { countedFrom, updateAppears, updateOwed } from './updateCount';

/**
 * An update whenever one falls due, for as long as the case is open: "no news" is news. Every piece of news told to
 * the victim starts the count afresh. Old news is told in one update, not in one task each.
 * Silence: the update stays due; the next one is counted from when the victim last heard from us.
 */
export const victimUpdates: Step = (view) => {
  const old = newsOwed(view).filter((news) => isOldNews(view, news));
  const base = countedFrom(view);
  const voice = voiceOf(view.state, 'updates');
  const role = voice ? { role: voice } : {};
  if (old.length > 0) {
    const told = old.at(-1)?.fact.recordedAt ?? base.at;
    const from = later(later(told, oursSince(view)), view.state.contactResumed?.at);
    const about = old.map(({ fact }) => fact.seq);
    const key = `giveVictimUpdate:about:${about.join(',')}`;
    return { tasks: [{ key, kind: 'giveVictimUpdate', ...standardDays(1, from), ...role, about }] };
  }
  if (wantsNoContact(view)) return nothing;
  const limit = limitOf(updateOwed(view, base));
  if (!limit) return nothing;
  const opensAt = updateAppears(view, limit.dueAt);
  if (view.now < opensAt) return { tasks: [], wakeAt: [opensAt] };
  return { tasks: [{ key: `giveVictimUpdate:${base.seq}`, kind: 'giveVictimUpdate', ...limit, ...role }] };
};
