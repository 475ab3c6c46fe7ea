import { addHours, type Instant } from '../../domain/time/londonTime';
import { aTuesday } from '../support/caseBuilder';

/** An instant so many days and hours after the case was received, on that Tuesday in March 2026. */
export function after(days: number, hours = 0): Instant {
  return addHours(aTuesday, days * 24 + hours);
}
