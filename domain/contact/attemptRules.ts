import type { CaseOpening } from '../careRecord';
import { conversationOf } from '../forceStandards';
import type { Tier } from '../vocabulary';

/** The numbers by which attempts are spaced in a case: the force's own for the tier, and its quiet hours. */
export function spacingOf({ standards, openedAt }: Pick<CaseOpening, 'standards' | 'openedAt'>, tier: Tier) {
  const { attempts } = conversationOf(standards);
  return { spacing: attempts[tier], quietHours: standards.quietHours, since: openedAt };
}
