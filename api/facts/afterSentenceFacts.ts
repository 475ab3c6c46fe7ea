import { z } from 'zod';
import * as words from '../../domain/facts/afterSentenceFacts';
import { channels } from '../../domain/vocabulary';
import { dayValue, factNumber } from '../http/values';
import type { FactShapes } from './factShape';

const order = z.enum(words.protectiveOrders);
const pence = z.int().min(1).max(1_000_000_000);
const of = z.enum(words.courtMoneys);

/** Facts of what follows a sentence, to the end of it. */
export const afterSentenceFacts = {
  undulyLenientExplained: z.strictObject({
    answer: z.enum(words.undulyLenientAnswers),
    channel: z.enum(channels).optional(),
  }),
  undulyLenientAsked: z.strictObject({ by: z.enum(['victim', 'prosecution', 'other']) }),
  undulyLenientDecided: z.strictObject({ decision: z.enum(['referred', 'notReferred']) }),
  victimContactSchemeDeclined: z.strictObject({}),
  victimContactSchemeReceived: z.strictObject({}),
  paroleNotified: z.strictObject({ stage: z.enum(words.paroleStages), on: dayValue.optional() }),
  noticeHandedToScheme: z.strictObject({ about: factNumber.optional() }),
  youthJusticeAsked: z.strictObject({}),
  youthJusticeAnswered: z.strictObject({ answer: z.enum(words.youthJusticeReplies) }),
  orderMade: z.strictObject({ order, untilOn: dayValue.optional() }),
  orderVaried: z.strictObject({
    order,
    untilOn: dayValue.optional(),
    mayBeDischarged: z.literal(true).optional(),
  }),
  orderDischarged: z.strictObject({ order }),
  orderEndReviewed: z.strictObject({ order, extension: z.enum(words.orderExtensions) }),
  confiscationOrdered: z.strictObject({ pence }),
  courtMoneyPaid: z.strictObject({ of, pence }),
  courtMoneyDefaulted: z.strictObject({ of }),
  courtMoneyUnchanged: z.strictObject({ of }),
  courtMoneyEnded: z.strictObject({ of, how: z.enum(words.moneyEnds) }),
} satisfies FactShapes;
