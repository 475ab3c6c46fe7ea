import { z } from 'zod';
import { dutyIdPattern } from '../../domain/code/fixedDuty';
import * as words from '../../domain/vocabulary';
import { dayValue } from '../http/values';
import type { FactShapes } from './factShape';

/** The id of a duty in a case's ledger: the number of the fact that it arose from, and the obligation. */
export const dutyIdValue = z.string().regex(dutyIdPattern, 'Give the id as the ledger of the case shows it');

/** Facts of the Code's own business: complaints, duties settled or missed, pauses of the force's standards. */
export const rightsFacts = {
  complaintMade: z.strictObject({ about: z.enum(['police', 'witnessCareUnit', 'prosecution', 'courts', 'other']) }),
  complaintAnswered: z.strictObject({}),
  dutySettled: z.strictObject({
    duty: dutyIdValue,
    as: z.enum(words.dutySettlements),
    channel: z.enum(words.channels).optional(),
  }),
  dutyReasonGiven: z.strictObject({
    duty: dutyIdValue,
    cause: z.enum(words.missedDutyCauses),
    goodReason: z.boolean(),
  }),
  standardsPaused: z.strictObject({ reason: z.enum(words.pauseReasons), untilOn: dayValue }),
  standardsResumed: z.strictObject({}),
} satisfies FactShapes;
