import { z } from 'zod';
import { channels } from '../domain/vocabulary';
import { clockTime, dayValue, listOf, shortText, uuidValue, weekdays } from './values';

const mostContactPoints = 20;

/** One way to reach a person, and what is known about its safety. */
const contactPoint = z
  .strictObject({
    channel: z.enum(channels).exclude(['viaRepresentative', 'inPerson']),
    value: z.string().trim().min(1).max(500).meta({ description: 'Number, address or link.', example: '07700 900123' }),
    safe: z.enum(['yes', 'no', 'unknown']).default('unknown'),
    safeDays: listOf(z.enum(weekdays), 7).optional(),
    safeFrom: clockTime.optional(),
    safeTo: clockTime.optional(),
    mayLeaveMessage: z.boolean().optional(),
    instruction: z.string().trim().min(1).max(500).optional(),
    preferred: z.boolean().optional(),
  })
  .refine(({ channel, value }) => channel !== 'email' || /^[^\s@]+@[^\s@]+$/.test(value), {
    error: 'This is no e-mail address',
    path: ['value'],
  })
  .meta({ id: 'ContactPoint' });

const contactPoints = z
  .array(contactPoint)
  .max(mostContactPoints)
  .refine((points) => points.filter(({ preferred }) => preferred).length <= 1, 'Only one can be preferred');

/** Someone who receives rights for the person. */
const representative = z
  .strictObject({
    representativeId: uuidValue.optional(),
    name: shortText,
    relation: z.enum(['parent', 'guardian', 'spokesperson', 'businessContact', 'other']),
    contactPoints: contactPoints.default([]),
  })
  .meta({ id: 'Representative' });

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

/** Changes to a person: what is named takes the place of what was there; null takes away. */
export const personChanges = z
  .strictObject({
    name: shortText.optional(),
    dateOfBirth: dateOfBirth.nullable().optional(),
    language: language.nullable().optional(),
    interpreterNeeded: z.boolean().optional(),
    contactPoints: contactPoints.optional(),
    representatives: z.array(representative).max(10).optional(),
    needs: z.array(shortText).max(50).optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, 'Name at least one change')
  .meta({ id: 'PersonChanges' });

export type PersonChanges = z.output<typeof personChanges>;
export type ContactPointContract = z.output<typeof contactPoint>;

/** A person as answers show them. */
export const personDetailsShape = {
  name: z.string(),
  dateOfBirth: z.string().optional(),
  under18: z.boolean().optional(),
  language: z.string().optional(),
  interpreterNeeded: z.boolean().optional(),
  contactPoints: z.array(contactPoint),
  representatives: z.array(representative),
  needs: z.array(z.string()),
};
