import { z } from 'zod';
import { messageFields, messageLanguages, type MessageField } from '../../domain/messages/template';
import { revealsTheCrime } from '../../domain/messages/revealing';
import { templateIds } from '../../domain/messages/templates';
import { overrideReasons } from '../../domain/vocabulary';
import { clockTime, dayValue, freeText, instantValue } from '../http/values';

const plain = (pattern: RegExp, what: string) =>
  z
    .string()
    .trim()
    .regex(pattern, what)
    .refine((text) => !revealsTheCrime(text), 'This would tell a stranger what the message is about');

/** What a text is filled in with. None of it is free text. */
const values = z
  .strictObject({
    callbackNumber: plain(/^\+?[\d ()-]{6,20}$/, 'Give a phone number').optional(),
    contactName: plain(/^[\p{L}][\p{L} .'’-]{0,39}$/u, 'Give a name of at most 40 letters').optional(),
    reference: plain(/^[A-Za-z0-9-]{1,20}$/, 'At most 20 letters, digits and hyphens').optional(),
    on: dayValue.optional(),
    from: clockTime.optional(),
    to: clockTime.optional(),
  } satisfies Record<MessageField, z.ZodType>)
  .default({});

/** Somebody takes it on themself to reach a person outside what was agreed. */
export const overrideBody = z
  .strictObject({ reason: z.enum(overrideReasons), note: freeText })
  .meta({ description: 'Reaches the person outside the agreed times, or where nobody has asked whether it is safe.' });

export const messageBody = z
  .strictObject({
    template: z.enum(templateIds as [string, ...string[]]),
    contactPointId: z.string().min(1).max(64),
    language: z.enum(messageLanguages).optional().meta({ description: "By default the person's own, else English." }),
    values,
    notBefore: instantValue.optional(),
    override: overrideBody.optional(),
  })
  .meta({ id: 'NewMessage' });

export type MessageBody = z.output<typeof messageBody>;
export const messageFieldNames = messageFields;
