import { z } from 'zod';
import * as words from '../../domain/vocabulary';
import { clockTime, codeName, factNumber, listOf, uuidValue, weekdays } from '../values';
import { referralIdValue, type FactShapes } from './factShape';

const channel = z.enum(words.channels);
const grounds = listOf(z.enum(words.enhancedRightsGrounds), words.enhancedRightsGrounds.length);
const toldAbout = listOf(factNumber, 200).default([]);

/** Facts of first contact and care. */
export const careFacts = {
  contactAttempted: z.strictObject({
    channel,
    result: z.enum(['noAnswer', 'messageLeft', 'messageSent', 'someoneElseAnswered', 'notSafeToSpeak']),
  }),
  contactMade: z.strictObject({ channel, with: z.enum(['victim', 'representative']).default('victim') }),
  contactImpossible: z.strictObject({ reason: z.enum(['unreachable', 'unsafeToContact', 'declined']) }),
  firstContactReviewed: z.strictObject({
    cause: z.enum(['noSafeRoute', 'noAnswer', 'teamCapacity', 'lateReport', 'recordedLate', 'other']),
    goodReason: z.boolean(),
  }),
  needsAssessed: z.strictObject({
    needs: z
      .array(z.strictObject({ category: z.enum(words.needCategories), level: z.enum(words.needLevels) }))
      .max(words.needCategories.length)
      .default([]),
    riskLevel: z.enum(words.riskLevels),
    riskTool: z.enum(['dash', 'dara', 'professionalJudgement']).optional(),
    enhancedRightsGrounds: grounds.default([]),
  }),
  tierDecided: z.strictObject({ tier: z.enum(words.tiers), grounds: grounds.default([]) }),
  pathwayChosen: z.strictObject({
    pathway: z.enum(words.pathways),
    support: z.enum(words.supportAnswers),
    plan: listOf(z.enum(words.planActions), words.planActions.length).default([]),
  }),
  referralMade: z.strictObject({
    recipient: z.enum(words.referralRecipients),
    supportService: codeName,
    basis: z.enum(words.referralBases),
  }),
  referralAccepted: z.strictObject({ referralId: referralIdValue }),
  referralDeclined: z.strictObject({
    referralId: referralIdValue,
    reason: z.enum(['noCapacity', 'notEligible', 'notReachable', 'other']),
  }),
  referralEnded: z.strictObject({
    referralId: referralIdValue,
    reason: z.enum(['completed', 'victimWithdrew', 'lostContact', 'other']),
  }),
  consentWithdrawn: z.strictObject({ referralId: referralIdValue }),
  supportDeclined: z.strictObject({}),
  signposted: z.strictObject({
    supportServices: listOf(codeName, 20).min(1),
    format: z.enum(['spoken', 'email', 'text', 'letter', 'leaflet']),
  }),
  victimContractAgreed: z.strictObject({
    channel,
    everyDays: z.int().min(1).max(365),
    days: listOf(z.enum(weekdays), 7).optional(),
    from: clockTime.optional(),
    to: clockTime.optional(),
  }),
  victimContractDefaultKept: z.strictObject({}),
  victimUpdateGiven: z.strictObject({ channel, about: toldAbout }),
  victimTold: z.strictObject({ channel, about: toldAbout }),
  victimNotTold: z.strictObject({
    about: toldAbout,
    reason: z.enum(['declined', 'unsafeToContact', 'unreachable', 'alreadyKnew']),
  }),
  stanceChanged: z.strictObject({ stance: z.enum(words.stances), answer: z.enum(['yes', 'no']) }),
  representativeAppointed: z.strictObject({ representativeId: uuidValue }),
  representativeEnded: z.strictObject({ representativeId: uuidValue }),
  officerActed: z.strictObject({ action: z.enum(words.officerActions) }),
  statementTaken: z.strictObject({}),
  reportAcknowledged: z.strictObject({ channel, route: z.enum(['written', 'safeAlternative']).default('written') }),
  personalStatementOffered: z.strictObject({ answer: z.enum(['made', 'declined', 'later']) }),
} satisfies FactShapes;
