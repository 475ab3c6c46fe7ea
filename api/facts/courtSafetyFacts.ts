import { z } from 'zod';
import { safetyMeasures } from '../../domain/facts/courtSafetyFacts';
import { dayValue, factNumber, listOf } from '../http/values';
import type { FactShapes } from './factShape';

/** Facts of custody and release that a victim's safety hangs on. */
export const courtSafetyFacts = {
  escapeReported: z.strictObject({ from: z.enum(['prison', 'hospital', 'courtOrTransport']) }),
  safetyPlanMade: z.strictObject({
    about: factNumber.optional(),
    measures: listOf(z.enum(safetyMeasures), safetyMeasures.length).min(1),
  }),
  custodyTimeLimitAnswered: z
    .strictObject({ answer: z.enum(['extended', 'released', 'trialBegun']), untilOn: dayValue.optional() })
    .refine(({ answer, untilOn }) => answer !== 'extended' || untilOn !== undefined, {
      error: 'Give the last day of the extended limit; without it nobody would ask again',
      path: ['untilOn'],
    }),
} satisfies FactShapes;
