import { z } from 'zod';
import * as words from '../../domain/facts/availabilityFacts';
import { addCalendarDays } from '../../domain/time/londonTime';
import { dayValue, opaqueId } from '../http/values';
import type { FactShapes } from './factShape';

/** A witness who cannot come for longer is no witness with dates to avoid, but one who cannot come. */
const longestDays = 731;

const datesToAvoid = z
  .array(
    z
      .strictObject({ fromOn: dayValue, untilOn: dayValue, why: z.enum(words.avoidCodes).optional() })
      .refine(({ fromOn, untilOn }) => fromOn <= untilOn, { error: 'It ends before it begins', path: ['untilOn'] })
      .refine(({ fromOn, untilOn }) => untilOn <= addCalendarDays(fromOn, longestDays), {
        error: 'It is longer than two years: give the days to avoid, and say anew what is later',
        path: ['untilOn'],
      })
  )
  .max(100)
  .default([]);

/** Facts of when a witness can come. That there are no dates to avoid is said, and not taken from silence. */
export const availabilityFacts = {
  availabilityGiven: z
    .strictObject({
      datesToAvoid,
      none: z.boolean().optional(),
      stage: z.enum(words.availabilityStages).optional(),
    })
    .refine(({ datesToAvoid: dates, none = false }) => none !== dates.length > 0, {
      error: 'Give the dates to avoid, or none: true where there are none',
      path: ['none'],
    }),
  availabilitySent: z.strictObject({
    to: z.enum(words.availabilityRecipients),
    ground: z.enum(words.availabilityGrounds),
    askedBy: z.enum(words.availabilityAskers),
    hearingId: opaqueId.optional(),
  }),
  availabilityAcknowledged: z.strictObject({
    by: z.enum(words.availabilityRecipients),
    answer: z.enum(['noted', 'willAvoid', 'cannotAvoid']),
  }),
  availabilityConflictAnswered: z.strictObject({
    hearingId: opaqueId,
    on: dayValue,
    answer: z.enum(words.conflictAnswers),
    by: z.enum(['prosecution', 'court']),
  }),
} satisfies FactShapes;
