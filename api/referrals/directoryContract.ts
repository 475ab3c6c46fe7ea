import { z } from 'zod';
import * as words from '../../domain/vocabulary';
import { codeName, listOf, shortText, staffId } from '../http/values';

const languageTag = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'Give a language tag, as in en or cy');
const webAddress = z.url({ protocol: /^https?$/, error: 'Give an address, as in https://example.org' }).max(500);
const emailAddress = z
  .string()
  .max(200)
  .regex(/^[^\s@]+@[^\s@]+$/, 'This is no e-mail address');

const route = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('http'), url: webAddress }),
    z.strictObject({ kind: z.literal('secureEmail'), address: emailAddress }),
  ])
  .meta({ id: 'PartnerRoute', description: 'How referrals reach it: its own system, or secure e-mail.' });

const described = {
  name: shortText,
  open: z.boolean().default(true),
  recipients: listOf(z.enum(words.referralRecipients), words.referralRecipients.length).default([]),
  needs: listOf(z.enum(words.needCategories), words.needCategories.length).default([]),
  areas: listOf(shortText, 100).default([]),
  languages: listOf(languageTag, 100).default([]),
  phone: shortText.optional(),
  email: emailAddress.optional(),
  website: webAddress.optional(),
  route: route.optional(),
  partners: listOf(staffId, 200).default([]),
  key: z.string().min(8).max(500).optional().meta({ description: 'What its system knows us by; never shown.' }),
};

/** A service as a supervisor enters it. What is left out of needs, areas and languages leaves it open to any. */
export const enteredService = z.strictObject(described).meta({ id: 'SupportServiceEntered' });

/** A whole list: all of it is taken, or nothing. */
export const enteredServices = z
  .strictObject({
    services: z
      .array(z.strictObject({ code: codeName, ...described }))
      .min(1)
      .max(5_000)
      .superRefine((services, context) => {
        const seen = new Set<string>();
        services.forEach(({ code }, index) => {
          if (seen.has(code)) {
            context.addIssue({ code: 'custom', path: [index, 'code'], message: 'Each code may stand once' });
          }
          seen.add(code);
        });
      }),
  })
  .meta({ id: 'SupportServicesEntered' });

export const servicePath = z.object({ code: codeName });

export const serviceQuery = z.strictObject({
  need: z.enum(words.needCategories).optional(),
  area: shortText.optional(),
  language: languageTag.optional(),
  recipient: z.enum(words.referralRecipients).optional(),
  closed: z.enum(['true', 'false']).optional().meta({ description: 'Also those that are closed.' }),
});

const text = z.string();

/** A service as everybody who signposts sees it. */
const listed = {
  code: text,
  name: text,
  open: z.boolean(),
  recipients: z.array(z.enum(words.referralRecipients)),
  needs: z.array(z.enum(words.needCategories)),
  areas: z.array(text),
  languages: z.array(text),
  phone: text.optional(),
  email: text.optional(),
  website: text.optional(),
};
export const listedServiceShape = z.object(listed).meta({ id: 'SupportService' });
export const serviceShape = z
  .object({ ...listed, route: route.optional(), partners: z.array(text), version: z.int() })
  .meta({ id: 'SupportServiceWhole' });
export const importedShape = z.object({ added: z.int(), changed: z.int() }).meta({ id: 'SupportServicesImported' });
