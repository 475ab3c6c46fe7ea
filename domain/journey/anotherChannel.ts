import { nextAttempt } from '../contact/nextAttempt';
import { spacingOf } from '../contact/attemptRules';
import { conversationOf } from '../forceStandards';
import { nothing, ownLimit, standardWorkingDays, wantsNoContact, type Step } from './step';

/**
 * Another safe way to reach somebody, once every known one has failed: three calls, messages without an answer.
 * Silence: the task stays open beside the contact that is owed; nobody is called unreachable by the clock alone.
 */
export const anotherChannel: Step = (view) => {
  const { attempts, tier } = view.state;
  const last = attempts.tries.at(-1);
  if (!last || wantsNoContact(view)) return nothing;
  const next = nextAttempt(attempts, spacingOf(view.record.opening, tier.tier));
  if (next?.step !== 'askForSafeChannel') return nothing;
  const { findSafeChannelWorkingDays } = conversationOf(view.record.opening.standards);
  const own = (from: string) => standardWorkingDays(view, findSafeChannelWorkingDays[tier.tier], from);
  const limit = ownLimit(view, own, last.at);
  const key = `findSafeChannel:${last.seq}:${attempts.sought?.seq ?? 0}`;
  return { tasks: [{ key, kind: 'findSafeChannel', ...limit }] };
};
