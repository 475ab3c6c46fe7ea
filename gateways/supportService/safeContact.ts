import type { Person } from '../../database/people/person';
import type { SafeContact } from './contract';

/**
 * The ways of contact that a partner is told: those alone that the victim has said are safe, with when and how. Unknown is
 * not safe, what came back is of no use, and after a stop there is none. Nothing is said of the ways that are not safe.
 */
export function safeContactOf({
  contactPoints,
  contactStop,
}: Pick<Person, 'contactPoints' | 'contactStop'>): SafeContact {
  const safe = contactStop ? [] : contactPoints.filter((point) => point.safe === 'yes' && !point.undeliverable);
  const points = safe.map(({ channel, value, mayLeaveMessage, safeDays, safeFrom, safeTo, ...point }) => ({
    channel,
    value,
    ...(safeDays ? { days: [...safeDays] } : {}),
    ...(safeFrom ? { from: safeFrom } : {}),
    ...(safeTo ? { to: safeTo } : {}),
    mayLeaveMessage: mayLeaveMessage === true,
    ...(point.whoMayAnswer ? { whoMayAnswer: point.whoMayAnswer } : {}),
    ...(point.instruction ? { instruction: point.instruction } : {}),
  }));
  return { points, throughTeam: points.length === 0 };
}
