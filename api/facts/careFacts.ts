import { z } from 'zod';
import { identityGrounds } from '../../domain/care/identity';
import * as care from '../../domain/care/conversationWords';
import * as words from '../../domain/vocabulary';
import { clockTime, codeName, factNumber, instantValue, listOf, uuidValue, weekdays } from '../http/values';
import { accessibility, interpreter, needs, riskOverride } from './assessmentShapes';
import { referralIdValue, type FactShapes } from './factShape';

const channel = z.enum(words.channels);
const identityKnownBy = z.enum(identityGrounds).optional().meta({
  description:
    'By phone, how it was known that it was the person. Where they have set security questions: one that passed within two hours, or another ground.',
});
const callBackAt = instantValue.meta({ description: 'When they asked to be tried again.' });
const grounds = listOf(z.enum(words.enhancedRightsGrounds), words.enhancedRightsGrounds.length);
const toldAbout = listOf(factNumber, 200).default([]);

/** Facts of first contact and care. */
export const careFacts = {
  contactAttempted: z.strictObject({
    channel,
    result: z.enum(['noAnswer', 'messageLeft', 'messageSent', 'someoneElseAnswered', 'notSafeToSpeak', 'wrongNumber']),
    reached: z.enum(['nobody', 'someoneElse', 'victim']).optional(),
    callBackAt: callBackAt.optional(),
  }),
  contactMade: z.strictObject({
    channel,
    with: z.enum(['victim', 'representative']).default('victim'),
    direction: z.enum(['outbound', 'inbound']).optional(),
    outcome: z.enum(['spoke', 'callBackAgreed', 'didNotWantToTalk']).optional(),
    callBackAt: callBackAt.optional(),
  }),
  contactImpossible: z.strictObject({ reason: z.enum(['unreachable', 'unsafeToContact', 'declined']) }),
  firstContactReviewed: z.strictObject({
    cause: z.enum(['noSafeRoute', 'noAnswer', 'teamCapacity', 'lateReport', 'recordedLate', 'other']),
    goodReason: z.boolean(),
  }),
  needsAssessed: z.strictObject({
    needs: needs.default([]),
    riskLevel: z.enum(words.riskLevels),
    riskTool: z.enum(care.riskTools).optional(),
    riskToolVersion: codeName.optional(),
    riskAssessedBy: z.enum(care.riskAssessors).optional(),
    riskReviewedBy: z.enum(care.riskAssessors).optional(),
    riskOverride: riskOverride.optional(),
    enhancedRightsGrounds: grounds.optional().meta({
      description:
        'What was found decides the tier; an empty list says that there are none. Left out, nothing is decided.',
    }),
    strengths: listOf(z.enum(care.strengths), care.strengths.length).optional(),
    interpreter: interpreter.optional(),
    accessibility: accessibility.optional(),
  }),
  tierDecided: z.strictObject({ tier: z.enum(words.tiers), grounds: grounds.default([]) }),
  pathwayChosen: z.strictObject({
    pathway: z.enum(words.pathways),
    support: z.enum(words.supportAnswers),
    plan: listOf(z.enum(words.planActions), words.planActions.length).default([]),
    differsBecause: z
      .enum(care.pathwayDifferences)
      .optional()
      .meta({ description: 'Needed where the pathway is another one than the rules of the force propose.' }),
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
    days: listOf(z.enum(weekdays), 7).min(1).optional(),
    from: clockTime.optional(),
    to: clockTime.optional(),
    hearAbout: listOf(z.enum(care.newsTopics), care.newsTopics.length).optional().meta({
      description:
        'What the victim wants to hear about. News of release and bail reaches a person whatever stands here.',
    }),
    inQuietTimes: z
      .enum(care.quietTimes)
      .optional()
      .meta({ description: 'While nothing happens: updates as often as agreed, or only when there is news.' }),
    mayAlsoTell: listOf(uuidValue, 10).optional().meta({ description: 'Ids of representatives of the person.' }),
    agreedWith: z.enum(['victim', 'representative']).optional(),
  }),
  victimContractDefaultKept: z.strictObject({}),
  victimUpdateGiven: z.strictObject({ channel, about: toldAbout, identityKnownBy }),
  victimTold: z.strictObject({ channel, about: toldAbout, identityKnownBy }),
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
