import { z } from 'zod';
import { handoverDeclines } from '../../domain/care/careWords';
import { factNumber, uuidValue } from '../http/values';
import { taskIdValue, type FactShapes } from './factShape';

/** Facts of order and of the ends. */
export const orderFacts = {
  eventReviewed: z.strictObject({ about: factNumber, decision: z.enum(['accepted', 'discarded']) }),
  handoverAcknowledged: z.strictObject({}),
  handoverDeclined: z.strictObject({ reason: z.enum(handoverDeclines) }),
  noCrime: z.strictObject({ reason: z.enum(['notACrime', 'recordedInError', 'duplicate']) }),
  victimDied: z.strictObject({}),
  merged: z.strictObject({ intoCaseId: uuidValue }),
  caseClosed: z.strictObject({
    reason: z.enum(['supportEnded', 'justiceProcessEnded', 'victimAskedUsTo', 'noFurtherContact']),
    leftUndone: z
      .array(
        z.strictObject({
          taskId: taskIdValue,
          reason: z.enum(['notNeeded', 'declinedByVictim', 'passedToOthers', 'notPossible']),
        })
      )
      .max(500)
      .default([]),
  }),
} satisfies FactShapes;
