import { endOfDayAfter, type Instant } from '../londonTime';
import { isOldNews, newsOwed } from './newsOwed';
import {
  inLeadOf,
  isWitnessOnly,
  later,
  nothing,
  oursSince,
  standardDays,
  wantsNoContact,
  type CaseView,
  type Step,
} from './step';

/**
 * An update whenever one falls due, for as long as the case is open: "no news" is news. Every piece of news told to
 * the victim starts the count afresh. Old news is told in one update, not in one task each.
 * Silence: the update stays due; the next one is counted from when the victim last heard from us.
 */
export const victimUpdates: Step = (view) => {
  const old = newsOwed(view).filter((fact) => isOldNews(view, fact));
  const base = countedFrom(view);
  if (old.length > 0) {
    const told = old.at(-1)?.recordedAt ?? base.at;
    const from = later(later(told, oursSince(view)), view.state.contactResumed?.at);
    const about = old.map(({ seq }) => seq);
    const key = `giveVictimUpdate:about:${about.join(',')}`;
    return { tasks: [{ key, kind: 'giveVictimUpdate', ...standardDays(1, from), about }] };
  }
  if (wantsNoContact(view)) return nothing;
  const { contract } = view.state;
  const days = contract?.everyDays ?? view.record.opening.standards.updateEveryDays;
  const rule = contract?.everyDays === undefined ? 'defaultContract' : 'victimContract';
  const why = { rule, days, from: base.at } as const;
  const dueAt = endOfDayAfter(base.at, days);
  const opensAt = inLeadOf(view, dueAt);
  if (view.now < opensAt) return { tasks: [], wakeAt: [opensAt] };
  return { tasks: [{ key: `giveVictimUpdate:${base.seq}`, kind: 'giveVictimUpdate', dueAt, why }] };
};

interface Base {
  readonly seq: number;
  readonly at: Instant;
}

/** When the victim last heard from us, or could first: a count that ran out while the case was not ours starts afresh. */
function countedFrom(view: CaseView): Base {
  const { lastHeard, contract, contactResumed, reopened, statementTakenAt } = view.state;
  const { receivedAt, openedAt } = view.record.opening;
  const days = contract?.everyDays ?? view.record.opening.standards.updateEveryDays;
  const ranOut = ({ at }: Base, by: Instant) => endOfDayAfter(at, days) < by;
  let base: Base = { seq: 0, at: receivedAt };
  if (ranOut(base, openedAt)) base = { seq: 0, at: openedAt };
  if (isWitnessOnly(view)) base = { seq: 0, at: later(base.at, statementTakenAt) };
  for (const heard of [lastHeard, contract, contactResumed]) {
    if (heard && heard.at > base.at) base = { seq: heard.seq, at: heard.at };
  }
  return reopened && ranOut(base, reopened.at) ? reopened : base;
}
