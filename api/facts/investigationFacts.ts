import { z } from 'zod';
import { normalisedUrn } from '../../domain/court/urn';
import { dayValue } from '../http/values';
import type { FactShapes } from './factShape';

/** The unique reference number that police, prosecution and courts share; leniently, as forces write it. */
export const urnValue = z
  .string()
  .refine((written) => normalisedUrn(written) !== undefined, '5 to 20 letters and digits; a split case ends in /1')
  .transform((written) => normalisedUrn(written) ?? written)
  .meta({ type: 'string', example: '41ZZ0000326' });

/** Facts of the investigation. Each names its suspects beside its data. */
export const investigationFacts = {
  suspectIdentified: z.strictObject({}),
  suspectArrested: z.strictObject({}),
  suspectInterviewed: z.strictObject({}),
  suspectBailed: z.strictObject({ conditions: z.boolean().default(false), untilOn: dayValue.optional() }),
  bailChanged: z.strictObject({
    change: z.enum(['conditionsVaried', 'extended', 'cancelled', 'breached']),
    untilOn: dayValue.optional(),
  }),
  suspectReleasedUnderInvestigation: z.strictObject({}),
  suspectReleasedWithoutCharge: z.strictObject({}),
  suspectCharged: z.strictObject({
    how: z.enum(['charged', 'summonsed']).default('charged'),
    urn: urnValue.optional(),
  }),
  chargedInAnotherCase: z.strictObject({ urn: urnValue.optional() }),
  noFurtherAction: z.strictObject({
    decidedBy: z.enum(['police', 'prosecution']),
    reason: z.enum([
      'evidentialDifficulties',
      'victimDoesNotSupport',
      'notInPublicInterest',
      'preventedFromProsecuting',
      'notStated',
    ]),
    rightToReview: z.boolean(),
  }),
  outOfCourtResolution: z.strictObject({
    resolution: z.enum([
      'caution',
      'conditionalCaution',
      'communityResolution',
      'penaltyNotice',
      'drugsPossessionWarning',
    ]),
  }),
  investigationClosed: z.strictObject({
    reason: z.enum([
      'noSuspectIdentified',
      'furtherInvestigationNotInPublicInterest',
      'notInPublicInterest',
      'takenByOtherAgency',
      'unableToProsecute',
      'decidedNotToInvestigate',
    ]),
  }),
  investigationReopened: z.strictObject({}),
  rightToReviewAsked: z.strictObject({}),
  independentReviewBegun: z.strictObject({}),
  rightToReviewAcknowledged: z.strictObject({}),
  rightToReviewDecided: z.strictObject({ result: z.enum(['upheld', 'overturned']) }),
} satisfies FactShapes;
