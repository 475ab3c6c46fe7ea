import { z } from 'zod';
import { protectiveOrders } from '../../domain/facts/afterSentenceFacts';
import * as words from '../../domain/vocabulary';
import { codeName, dayValue, instantValue, listOf, opaqueId } from '../http/values';
import type { FactShapes } from './factShape';
import { urnValue } from './investigationFacts';
import { penceValue } from './witnessFacts';

const whenAndWhere = {
  at: instantValue.optional(),
  court: codeName.optional(),
  room: codeName.optional(),
  certainty: z.enum(words.dateCertainties).optional(),
  untilOn: dayValue.optional(),
};

/** Facts of the court stage. A hearing has the id that the court or the records system gave it. */
export const courtFacts = {
  courtCaseLinked: z.strictObject({
    urn: urnValue,
    matched: z
      .array(z.strictObject({ suspectId: opaqueId, defendantId: opaqueId }))
      .max(50)
      .optional(),
  }),
  courtCaseUnlinked: z.strictObject({ urn: urnValue }),
  hearingListed: z.strictObject({
    hearingId: opaqueId,
    hearing: z.enum(words.hearingKinds),
    on: dayValue,
    ...whenAndWhere,
  }),
  hearingMoved: z.strictObject({ hearingId: opaqueId, on: dayValue, ...whenAndWhere }),
  trialHeard: z.strictObject({ hearingId: opaqueId, trial: z.enum(words.trialDays) }),
  hearingVacated: z.strictObject({ hearingId: opaqueId }),
  courtBailDecided: z.strictObject({
    decision: z.enum(['bailed', 'bailVaried', 'remanded']),
    conditions: z.boolean().optional(),
    custodyTimeLimitOn: dayValue.optional(),
  }),
  pleaEntered: z.strictObject({ plea: z.enum(['guilty', 'notGuilty', 'noPlea']) }),
  sentToCrownCourt: z.strictObject({}),
  verdictGiven: z.strictObject({ verdict: z.enum(words.verdicts) }),
  warrantIssued: z.strictObject({}),
  rearrestHeard: z.strictObject({ decision: z.enum(['bailed', 'remanded', 'otherwiseDealtWith']) }),
  witnessRequired: z.strictObject({ hearingId: opaqueId.optional(), days: z.array(dayValue).max(60).optional() }),
  sentencePassed: z.strictObject({
    sentences: listOf(z.enum(words.sentences), words.sentences.length).min(1),
    court: z.enum(['crown', 'magistrates', 'youth']).optional(),
    custodyDays: z.int().min(1).max(36_525).optional(),
    orders: z
      .array(z.strictObject({ order: z.enum(protectiveOrders), untilOn: dayValue.optional() }))
      .max(10)
      .optional(),
    compensationPence: z.int().min(1).max(1_000_000_000).optional(),
    victimContactScheme: z.boolean().optional(),
    undulyLenientScope: z.boolean().optional(),
  }),
  victimContactSchemeReferred: z.strictObject({}),
  victimLiaisonMade: z.strictObject({}),
  releasePlanned: z.strictObject({ releaseOn: dayValue }),
  expensesClaimed: z.strictObject({ pence: penceValue.optional() }),
  expensesPaid: z.strictObject({}),
  prosecutionStopped: z.strictObject({ reason: z.enum(words.prosecutionStops) }),
  appealLodged: z.strictObject({
    against: z.enum(['conviction', 'sentence', 'both']),
    rehearing: z.boolean().optional(),
    leave: z.enum(words.appealLeaves).optional(),
  }),
  appealDecided: z.strictObject({ result: z.enum(words.appealResults) }),
} satisfies FactShapes;
