import { addCalendarDays, endOfDayAfter, londonDay, startOfLondonDay, type Instant } from '../londonTime';
import { newsOwed } from './newsOwed';
import { isWitnessOnly, nothing, standardDays, wantsNoContact, type CaseView, type Step } from './step';

/**
 * An update whenever one falls due, for as long as the case is open: "no news" is news. Every piece of news told to
 * the victim starts the count afresh. News from before intake is told in one update, not in one task each.
 * Silence: the update stays due; the next one is counted from when the victim last heard from us.
 */
export const victimUpdates: Step = (view) => {
  const old = newsOwed(view).filter((fact) => fact.missedBeforeIntake);
  const base = countedFrom(view);
  if (old.length > 0) {
    const from = old.at(-1)?.recordedAt ?? base.at;
    const about = old.map(({ seq }) => seq);
    const key = `giveVictimUpdate:${base.seq}:${about.join(',')}`;
    return { tasks: [{ key, kind: 'giveVictimUpdate', ...standardDays(1, from), about }] };
  }
  if (wantsNoContact(view)) return nothing;
  const { contract } = view.state;
  const days = contract?.everyDays ?? view.record.opening.standards.updateEveryDays;
  const rule = contract?.everyDays === undefined ? 'defaultContract' : 'victimContract';
  const why = { rule, days, from: base.at } as const;
  const dueAt = endOfDayAfter(base.at, days);
  const opensAt = startOfLondonDay(addCalendarDays(londonDay(dueAt), -view.record.opening.standards.updateLeadDays));
  if (view.now < opensAt) return { tasks: [], wakeAt: [opensAt] };
  return { tasks: [{ key: `giveVictimUpdate:${base.seq}`, kind: 'giveVictimUpdate', dueAt, why }] };
};

function countedFrom(view: CaseView): { seq: number; at: Instant } {
  const { state, record } = view;
  const { receivedAt, openedAt, standards } = record.opening;
  const late = endOfDayAfter(receivedAt, standards.updateEveryDays) < openedAt;
  let base = { seq: 0, at: late ? openedAt : receivedAt };
  if (isWitnessOnly(view) && state.statementTakenAt && state.statementTakenAt > base.at)
    base.at = state.statementTakenAt;
  for (const candidate of [state.lastHeard, state.contract]) {
    if (candidate && candidate.at > base.at) base = { seq: candidate.seq, at: candidate.at };
  }
  return base;
}
