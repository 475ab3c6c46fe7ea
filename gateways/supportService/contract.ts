import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import * as words from '../../domain/vocabulary';

/** What this service sends to the system of a support service: strict, so that nothing leaves that is not named here. */
const text = z.string().min(1).max(500);
const instant = z.iso.datetime();
const referralId = z.string().regex(/^[0-9a-f-]{36}\.r\d{1,7}$/);
const needLevel = z.strictObject({ category: z.enum(words.needCategories), level: z.enum(words.needLevels) });

const contactPoint = z
  .strictObject({
    channel: z.enum(words.channels),
    value: text,
    days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).optional(),
    from: text.optional().meta({ description: 'Safe from this time of day, in London.' }),
    to: text.optional(),
    mayLeaveMessage: z.boolean().meta({ description: 'False where nobody has said that it is safe.' }),
    whoMayAnswer: text.optional(),
    instruction: text.optional(),
  })
  .meta({ id: 'SafeContactPoint' });

/** Ways of contact that the victim has said are safe, and no others. */
const contact = z
  .strictObject({
    points: z.array(contactPoint),
    throughTeam: z.boolean().meta({ description: 'No way is known to be safe: ask the team that referred them.' }),
  })
  .meta({ id: 'SafeContact' });

const victim = z
  .strictObject({
    name: text.optional(),
    dateOfBirth: z.iso.date().optional(),
    language: text.optional(),
    interpreterNeeded: z.boolean().optional(),
    contact: contact.optional(),
    needs: z.array(needLevel).optional(),
    risk: z.strictObject({ level: z.enum(words.riskLevels), tool: text.optional() }).optional(),
    offence: z.enum(words.offenceCategories).optional(),
  })
  .meta({ id: 'ReferredVictim', description: 'What the victim agreed to share; a field that is missing was not.' });

const common = {
  contract: z.literal('victim-case-service/referral/1'),
  referralId,
  supportService: text,
  force: text,
  team: text,
  madeAt: instant,
};

export const partnerReferral = z
  .strictObject({
    ...common,
    recipient: z.enum(words.referralRecipients).exclude(['dutyToNotify']),
    basis: z.enum(words.referralBases),
    victim,
  })
  .meta({ id: 'PartnerReferral' });

/** The Duty to Notify: there is no field for who it is about. */
export const anonymousNotification = z
  .strictObject({ ...common, recipient: z.literal('dutyToNotify'), offence: z.enum(words.offenceCategories) })
  .meta({ id: 'AnonymousNotification' });

export const partnerMessage = z.discriminatedUnion('recipient', [partnerReferral, anonymousNotification]);

export const contactChange = z.strictObject({ referralId, contact }).meta({ id: 'ContactChange' });
/** Support goes on, whatever becomes of the police's case: who is to hear of it is another, or nobody any more. */
export const caseChange = z
  .discriminatedUnion('change', [
    z.strictObject({ change: z.literal('handedOver'), force: text, team: text }),
    z.strictObject({ change: z.literal('policeCaseEnded') }),
  ])
  .meta({ id: 'CaseChange' });
export const withdrawalReasons = ['consentWithdrawn', 'victimDied', 'sentInError'] as const;
export const withdrawal = z
  .strictObject({ referralId, reason: z.enum(withdrawalReasons) })
  .meta({ id: 'ReferralWithdrawal' });

/** What the other side answers: its own name for the referral, an opaque one. */
export const partnerReceipt = z
  .object({
    reference: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,100}$/)
      .optional(),
  })
  .meta({ id: 'PartnerReceipt' });

export type PartnerMessage = z.output<typeof partnerMessage>;
export type SafeContact = z.output<typeof contact>;
export type CaseChange = z.output<typeof caseChange>;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

/** The OpenAPI document for whoever builds the other side. */
export function partnerContract() {
  const path = z.object({ referralId });
  const key = z.object({ 'Idempotency-Key': z.string() });
  const json = (schema: z.ZodType) => ({ 'application/json': { schema } });
  const known = { description: 'It has the referral.', content: json(partnerReceipt) };
  const unknown = { description: 'It has no such referral.' };
  const taken = { '200': known, '201': known, '202': known };
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Receiving referrals of the Victim Case Service',
      version: '1',
      description:
        'What the system of a support service answers to; it is called below the address in its directory entry. ' +
        'Accepting, declining, ending and reporting go the other way: POST /api/v1/referrals/{referralId}/answers ' +
        'of the service itself, described at /openapi.json.',
    },
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    paths: {
      '/referrals': {
        post: {
          summary:
            'A referral; the same key is the same referral, and the same referralId takes the place of the first',
          requestParams: { header: key },
          requestBody: { required: true, content: json(partnerMessage) },
          responses: taken,
        },
      },
      '/referrals/{referralId}': {
        get: {
          summary: 'Whether the referral is known',
          requestParams: { path },
          responses: { '200': known, '404': unknown },
        },
      },
      '/referrals/{referralId}/contact': {
        put: {
          summary: 'The safe ways of contact have changed: the earlier ones must not be used again',
          requestParams: { path, header: key },
          requestBody: { required: true, content: json(contactChange) },
          responses: { ...taken, '404': unknown },
        },
      },
      '/referrals/{referralId}/case': {
        put: {
          summary:
            'The case was handed to another team, to which to report from now on, or it has ended; support goes on',
          requestParams: { path, header: key },
          requestBody: { required: true, content: json(caseChange) },
          responses: { ...taken, '404': unknown },
        },
      },
      '/referrals/{referralId}/withdrawal': {
        post: {
          summary: 'The referral is withdrawn: stop, and delete what came with it',
          requestParams: { path, header: key },
          requestBody: { required: true, content: json(withdrawal) },
          responses: { ...taken, '404': unknown },
        },
      },
    },
  });
}
