import { z } from 'zod';
import { courtPartners, courtWithdrawals } from '../../domain/court/partners/courtPartner';
import { paroleStages } from '../../domain/facts/afterSentenceFacts';
import { witnessServiceNeeds } from '../../domain/court/witnesses/witnessWords';
import { offenceCategories, sentences } from '../../domain/vocabulary';
import { contactChange } from '../supportService/contract';

/** What the partners of the court stage are sent: strict, so that nothing leaves that is not named here. */
const text = z.string().min(1).max(500);
const day = z.iso.date();
const instant = z.iso.datetime();

const hearing = z.strictObject({
  hearing: text,
  on: day,
  untilOn: day.optional(),
  startsAt: instant.optional(),
  court: text.optional(),
});
const calledFor = z.strictObject({ on: day, at: instant.optional(), standby: z.boolean().optional() });

export const courtReferralMessage = z.strictObject({
  contract: z.literal('victim-case-service/court-referral/1'),
  referralId: z.string().regex(/^[0-9a-f-]{36}\.[a-z]\d{1,7}$/),
  partner: z.enum(courtPartners),
  subject: z.enum(['referral', 'notice']),
  force: text,
  team: text,
  madeAt: instant,
  /** By these the partner finds the defendant: their names are not ours to send. */
  urns: z.array(text),
  crimeReference: text.optional(),
  person: z.strictObject({
    name: text,
    dateOfBirth: day.optional(),
    language: text.optional(),
    interpreterNeeded: z.literal(true).optional(),
    /** Missing in a notice: the referral says how to reach the victim. */
    contact: contactChange.shape.contact.optional(),
  }),
  /** For the Witness Service: what it must have ready, and when the witness comes. No hearing: none is fixed. */
  attendance: z
    .strictObject({
      needs: z.array(z.enum(witnessServiceNeeds)),
      hearings: z.array(hearing),
      calledFor: z.array(calledFor),
    })
    .optional(),
  sentence: z
    .strictObject({
      passedOn: day,
      court: z.enum(['crown', 'magistrates', 'youth']).optional(),
      sentences: z.array(z.enum(sentences)),
      custodyDays: z.int().optional(),
      offence: z.enum(offenceCategories),
    })
    .optional(),
  notice: z
    .discriminatedUnion('of', [
      z.strictObject({ of: z.literal('release'), on: day }),
      z.strictObject({ of: z.literal('parole'), stage: z.enum(paroleStages), on: day.optional() }),
    ])
    .optional(),
});
export type CourtReferralMessage = z.output<typeof courtReferralMessage>;

export const courtWithdrawal = z.strictObject({ reason: z.enum(courtWithdrawals) });

/** How a referral stands with a partner; `received` until somebody there has acted on it. */
export const courtReferralStanding = z.object({
  state: z.enum([
    'received',
    'accepted',
    'declinedByWitness',
    'notReached',
    'inContact',
    'declinedByVictim',
    'notEligible',
    'willTell',
    'hasTold',
    'notTheirCase',
    'victimDoesNotWant',
  ]),
  reference: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,100}$/)
    .optional(),
});
export type CourtReferralStanding = z.output<typeof courtReferralStanding>;
