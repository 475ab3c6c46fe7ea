import { z } from 'zod';
import { channels } from '../../domain/vocabulary';
import { clockTime, dayValue, listOf, shortText, uuidValue, weekdays } from '../http/values';

const mostContactPoints = 20;

const words = z.string().trim().min(1).max(500);
const contactValue = words.meta({ description: 'Number, address or link.', example: '07700 900123' });
const contactSafety = {
  channel: z.enum(channels).exclude(['viaRepresentative', 'inPerson']),
  safe: z.enum(['yes', 'no', 'unknown']).default('unknown'),
  safeDays: listOf(z.enum(weekdays), 7).min(1).optional(),
  safeFrom: clockTime.optional(),
  safeTo: clockTime.optional().meta({ description: 'Before safeFrom for times that run through the night.' }),
  whoMayAnswer: words.optional().meta({ description: 'In words: "her sister; not her husband".' }),
  mayLeaveMessage: z.boolean().optional(),
  instruction: words.optional(),
  preferred: z.boolean().optional(),
};

interface Told {
  readonly channel: string;
  readonly value?: string | undefined;
  readonly safeFrom?: string | null | undefined;
  readonly safeTo?: string | null | undefined;
}

const isAddress = ({ channel, value }: Told) =>
  channel !== 'email' || value === undefined || /^[^\s@]+@[^\s@]+$/.test(value);
const noAddress = { error: 'This is no e-mail address', path: ['value'] };
const hasLength = ({ safeFrom, safeTo }: Told) => safeFrom === undefined || safeFrom === null || safeFrom !== safeTo;
const noLength = {
  error: 'Times that end when they begin are no times; leave both out for the whole day',
  path: ['safeTo'],
};

/** One way to reach a person, and what is known about its safety. */
const contactPoint = z
  .strictObject({ ...contactSafety, value: contactValue })
  .refine(isAddress, noAddress)
  .refine(hasLength, noLength)
  .meta({ id: 'ContactPoint' });

/**
 * One that is known already may be named by its id alone: the value of an unsafe one is never shown. What is known of its
 * safety then stays unless it is named; null takes it away.
 */
const knownContactPoint = z
  .strictObject({
    ...contactSafety,
    safeDays: contactSafety.safeDays.nullable(),
    safeFrom: contactSafety.safeFrom.nullable(),
    safeTo: contactSafety.safeTo.nullable(),
    whoMayAnswer: contactSafety.whoMayAnswer.nullable(),
    mayLeaveMessage: contactSafety.mayLeaveMessage.nullable(),
    instruction: contactSafety.instruction.nullable(),
    contactPointId: z.string().max(64).optional(),
    value: contactValue.optional(),
    undeliverable: z
      .boolean()
      .optional()
      .meta({ description: 'Something came back from there. False where it works again.' }),
  })
  .refine(({ contactPointId, value }) => contactPointId !== undefined || value !== undefined, {
    error: 'Give the value, or the contactPointId of one that is known',
    path: ['value'],
  })
  .refine(isAddress, noAddress)
  .refine(hasLength, noLength)
  .meta({ id: 'KnownContactPoint' });

const onePreferred = (points: readonly { readonly preferred?: boolean | undefined }[]) =>
  points.filter(({ preferred }) => preferred).length <= 1;
const contactPoints = z.array(contactPoint).max(mostContactPoints).refine(onePreferred, 'Only one can be preferred');
const knownContactPoints = z
  .array(knownContactPoint)
  .max(mostContactPoints)
  .refine(onePreferred, 'Only one can be preferred');

/** Someone who receives rights for the person. */
const representedBy = {
  representativeId: uuidValue.optional(),
  name: shortText,
  relation: z.enum(['parent', 'guardian', 'spokesperson', 'businessContact', 'other']),
};
const representative = z
  .strictObject({ ...representedBy, contactPoints: contactPoints.default([]) })
  .meta({ id: 'Representative' });
const knownRepresentative = z
  .strictObject({ ...representedBy, contactPoints: knownContactPoints.default([]) })
  .meta({ id: 'KnownRepresentative' });

const dateOfBirth = dayValue.refine((on) => on >= '1880-01-01' && on <= '2199-12-31', 'No such date of birth');
const language = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'Give a language tag, as in en or cy')
  .meta({ example: 'en' });

/** What is known about a person beside their part in a case. */
const personDetails = {
  name: shortText,
  dateOfBirth: dateOfBirth.optional(),
  language: language.optional(),
  interpreterNeeded: z.boolean().optional(),
  contactPoints: contactPoints.default([]),
  representatives: z.array(representative).max(10).default([]),
  needs: z.array(shortText).max(50).default([]),
};

/** A person as a crime report names them. */
export const reportedPersonDetails = { ...personDetails, under18: z.boolean().optional() };

export const mostSecurityQuestions = 3;

/** Asked before anything is shared with somebody who says that they are the person. */
const securityQuestion = z.strictObject({
  question: shortText.meta({ example: 'What was the name of your first pet?' }),
  answer: shortText.regex(/[\p{L}\p{N}]/u, 'Give an answer of letters or digits'),
});

/** Changes to a person: what is named takes the place of what was there; null takes away. */
export const personChanges = z
  .strictObject({
    name: shortText.optional(),
    dateOfBirth: dateOfBirth.nullable().optional(),
    language: language.nullable().optional(),
    interpreterNeeded: z.boolean().optional(),
    contactPoints: knownContactPoints.optional(),
    representatives: z.array(knownRepresentative).max(10).optional(),
    needs: z.array(shortText).max(50).optional(),
    securityQuestions: z.array(securityQuestion).max(mostSecurityQuestions).optional().meta({
      description: 'In the place of all earlier ones. The answers are never shown again.',
    }),
  })
  .refine((changes) => Object.keys(changes).length > 0, 'Name at least one change')
  .meta({ id: 'PersonChanges' });

export type PersonChanges = z.output<typeof personChanges>;
export type KnownContactPoint = z.output<typeof knownContactPoint>;

const shownContactPoint = z
  .object({
    ...contactSafety,
    contactPointId: z.string(),
    value: z
      .string()
      .optional()
      .meta({ description: 'Left out where it is not safe, and of a representative whose time has passed.' }),
    undeliverable: z.boolean().optional(),
  })
  .meta({ id: 'ContactPointShown' });

/** A person as answers show them. */
export const personDetailsShape = {
  name: z.string(),
  dateOfBirth: z.string().optional(),
  under18: z.boolean().optional(),
  language: z.string().optional(),
  interpreterNeeded: z.boolean().optional(),
  contactPoints: z.array(shownContactPoint),
  contactStopped: z.object({ reason: z.string(), at: z.string() }).optional(),
  representatives: z.array(
    z.object({
      representativeId: z.string(),
      name: z.string(),
      relation: z.string(),
      contactPoints: z.array(shownContactPoint),
    })
  ),
  needs: z.array(z.string()),
};
