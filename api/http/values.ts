import { z } from 'zod';
import { instant } from '../../domain/time/londonTime';

const earliestYear = 1900;
const latestYear = 2200;

/** A point in time with its offset, read into the one form that instants have here. */
export const instantValue = z.iso
  .datetime({ offset: true, error: 'Give date, time and offset, as in 2026-11-22T07:00:00Z' })
  .refine((text) => {
    const year = Number(text.slice(0, 4));
    return year >= earliestYear && year < latestYear;
  }, `The year must lie between ${earliestYear} and ${latestYear}`)
  .transform(instant)
  .meta({ description: 'ISO 8601 with an offset.', example: '2026-11-22T07:00:00Z' });

export const dayValue = z.iso.date('Give a day, as in 2026-11-22').meta({ example: '2026-11-22' });

/** What people write about a case. It is stored encrypted and travels as an id. */
export const freeText = z.string().trim().min(1).max(10_000);

export const shortText = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]*$/u, 'No control characters');

/** An opaque id of another system: a suspect, an officer, a hearing. It must tell nothing about a person. */
export const opaqueId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'At most 64 letters, digits and hyphens');

/** The identity provider's id of a member of staff. */
export const staffId = z.string().regex(/^[A-Za-z0-9._:|@-]{1,200}$/, 'At most 200 letters, digits and . _ : | @ -');

/** The name of a force, team, court or support service in the configuration of the service: a code, not a sentence. */
export const codeName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'At most 100 letters, digits and . _ -');

export const uuidValue = z.uuid('Give the id as it was given to you');

export const casePath = z.object({ caseId: uuidValue });

/** Numbers of facts within a case. */
export const factNumber = z.int().min(1).max(1_000_000);

export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time of day, as in 09:30')
  .meta({ example: '09:30' });

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A list in which nothing is said twice. */
export function listOf<T extends z.ZodType<string | number>>(item: T, most: number) {
  return z
    .array(item)
    .max(most)
    .refine((items) => new Set<unknown>(items).size === items.length, 'Each may be named once');
}
