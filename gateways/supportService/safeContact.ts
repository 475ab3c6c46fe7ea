import type { ContactPoint } from '../../database/personDetails';
import type { SafeContact } from './contract';

/**
 * The ways of contact that a partner is told: those alone that the victim has said are safe, with when and how. Unknown is
 * not safe, and nothing is said of the ways that are not.
 */
export function safeContactOf(points: readonly ContactPoint[]): SafeContact {
  const safe = points
    .filter((point) => point.safe === 'yes')
    .map(({ channel, value, safeDays, safeFrom, safeTo, mayLeaveMessage, instruction }) => ({
      channel,
      value,
      ...(safeDays ? { days: [...safeDays] } : {}),
      ...(safeFrom ? { from: safeFrom } : {}),
      ...(safeTo ? { to: safeTo } : {}),
      mayLeaveMessage: mayLeaveMessage === true,
      ...(instruction ? { instruction } : {}),
    }));
  return { points: safe, throughTeam: safe.length === 0 };
}
