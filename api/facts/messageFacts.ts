import { z } from 'zod';
import { uuidValue } from '../http/values';
import type { FactShapes } from './factShape';

/** Facts of messages that people tell; what became of a message, the service records itself. */
export const messageFacts = {
  messageReviewed: z.strictObject({
    messageId: uuidValue,
    decision: z.enum(['sentAnotherWay', 'toldOtherwise', 'notNeeded']),
  }),
} satisfies FactShapes;
