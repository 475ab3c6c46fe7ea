import type { Duty } from './duty';
import type { Instant } from '../time/londonTime';
import { obligationById } from './editions';

export const standings = [
  'open',
  'met',
  'metLate',
  'missed',
  'missedWithGoodReason',
  'missedBeforeIntake',
  'declined',
  'superseded',
  'notApplicable',
  'lapsed',
] as const;
export type Standing = (typeof standings)[number];

/**
 * How a duty stands at an instant. A good reason, once a supervisor has recorded it, stands whether the victim was told
 * late or never (Victims and Prisoners Act 2024, section 5). A window that nobody used has lapsed.
 */
export function standingOf(duty: Duty, now: Instant): Standing {
  const { settled, dueBy, reason, missedBeforeIntake } = duty;
  if (settled?.as === 'superseded' || settled?.as === 'notApplicable') return settled.as;
  if (settled?.as === 'declinedByVictim') return 'declined';
  const isLate = dueBy !== undefined && (settled?.at ?? now) > dueBy;
  if (settled?.as === 'couldNotBeTold')
    return missedBeforeIntake && isLate ? 'missedBeforeIntake' : 'missedWithGoodReason';
  if (!isLate) return settled ? 'met' : 'open';
  if (obligationById(duty.obligation).nature === 'window') return 'lapsed';
  if (missedBeforeIntake) return 'missedBeforeIntake';
  if (reason?.good) return 'missedWithGoodReason';
  return settled ? 'metLate' : 'missed';
}

/** Whether its time passed without its being met, so that a reason is owed. */
export function isLate(standing: Standing): boolean {
  return standing === 'missed' || standing === 'metLate' || standing === 'missedWithGoodReason';
}
