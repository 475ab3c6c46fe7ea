import { addHours, type Instant } from '../../domain/time/londonTime';
import { Problem } from './errors';

const clocksDifferByHours = 5 / 60;

/** Refuses an instant that lies in the future by more than clocks differ. */
export function mustBePast(pointer: string, at: Instant, now: Instant): void {
  if (at <= addHours(now, clocksDifferByHours)) return;
  const errors = [{ pointer, message: 'It lies in the future' }];
  throw new Problem('invalidBody', 'The body is not as it should be.', { errors });
}
