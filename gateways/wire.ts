import { z } from 'zod';
import { instant } from '../domain/time/londonTime';

/** Values as other systems send them, read into the forms that this service keeps. Messages never quote what was sent. */
export const wireInstant = z.iso
  .datetime({ offset: true, error: 'Give date, time and offset, as in 2026-11-22T07:00:00Z' })
  .refine((text) => text >= '1900' && text < '2200', 'The year must lie between 1900 and 2200')
  .transform(instant);

export const wireText = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]*$/u, 'No control characters');

export const wireWords = z.string().trim().min(1).max(10_000);

export const wireDay = z.iso
  .date('Give a day, as in 2026-11-22')
  .refine((on) => on >= '1880-01-01' && on <= '2199-12-31', 'No such day');
