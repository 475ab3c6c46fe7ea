import { z } from 'zod';
import { editions } from '../../domain/code/editions';
import { dutyHolders, schemes } from '../../domain/code/obligation';
import { limitUnits } from '../../domain/code/limit';
import { londonDay } from '../../domain/time/londonTime';
import { caseRoles, personKinds } from '../../domain/vocabulary';
import { publishedCode } from '../../published/publishedCode';
import { endpoint, type Endpoint } from '../http/endpoint';
import { dayValue } from '../http/values';

const editionIds = editions.map(({ id }) => id) as [string, ...string[]];

const codeQuery = z.strictObject({
  edition: z.enum(editionIds).optional(),
  scheme: z.enum(schemes).optional(),
  on: dayValue.optional().meta({ description: 'Only the editions in force on this day.' }),
});

const dayText = z.string().meta({ format: 'date' });

const limitShape = z
  .object({ n: z.int(), unit: z.enum(limitUnits) })
  .meta({ description: 'Hours run by the clock; the others end with a London day, and the first day does not count.' });

const obligationShape = z.object({
  id: z.string(),
  right: z.int().optional(),
  reference: z.string(),
  event: z.string(),
  owed: z.string(),
  owedTo: z.string(),
  dutyHolder: z.enum(dutyHolders),
  nature: z.enum(['duty', 'window']).meta({ description: 'A window is what somebody may ask for.' }),
  clockFrom: z.enum(['happening', 'receipt', 'notification']),
  limit: limitShape.optional().meta({ description: 'Without one the law runs no clock.' }),
  enhancedLimit: limitShape.optional().meta({ description: 'Under Enhanced Rights, where it differs.' }),
  forceLimit: z
    .object({ standard: limitShape, enhanced: limitShape })
    .optional()
    .meta({ description: "The force's own number: a promise or a target, not law." }),
  contact: z
    .literal(true)
    .optional()
    .meta({ description: 'A promise that is kept by speaking with the victim: it rests while they want no contact.' }),
  recurs: z.literal(true).optional().meta({
    description: 'A promise that arises anew whenever the victim hears from the police, who so keep the last.',
  }),
  exceptions: z.string().optional(),
  appliesTo: z.string(),
  source: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  arises: z
    .object({
      from: z.union([z.literal('report'), z.array(z.string())]),
      where: z.record(z.string(), z.array(z.union([z.string(), z.boolean()]))).optional(),
      source: z.enum(['court', 'prosecution']).optional(),
      after: z.array(z.string()).optional().meta({ description: 'Only where all of these have happened before.' }),
      notAfter: z.array(z.string()).optional().meta({ description: 'Not where one of these has happened before.' }),
      once: z.literal(true).optional().meta({ description: 'Owed once in a case, however often it happens.' }),
      roles: z.array(z.enum(caseRoles)).optional(),
      personKinds: z.array(z.enum(personKinds)).optional(),
      metBy: z.union([z.enum(['telling', 'receipt']), z.array(z.string())]),
      metByOfficer: z.array(z.string()).optional(),
      evenLater: z.literal(true).optional(),
      safety: z.literal(true).optional(),
    })
    .optional()
    .meta({
      description: 'The kinds of fact from which a case sees it arise and be met. Without it no case can see it.',
    }),
});

const editionShape = z.object({
  id: z.string(),
  scheme: z.enum(schemes),
  title: z.string(),
  status: z.enum(['law', 'guidance', 'forceStandard', 'draft']),
  inForceFrom: dayText.optional(),
  inForceUntil: dayText.optional(),
  adoptedOn: dayText.optional(),
  contentHash: z.string().meta({ description: 'SHA-256 of all that the edition says.' }),
  obligations: z.array(obligationShape),
});

/** The law and the promises that cases are held to. The same for everybody, and about nobody. */
export function code(): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/code',
      summary: 'Every edition of the Code and of the schemes beside it, with its obligations as they are applied',
      query: codeQuery,
      answers: {
        200: {
          description: 'Scheme by scheme, the oldest edition first and drafts last.',
          schema: z.object({ editions: z.array(editionShape) }),
        },
      },
      handle: async ({ query, now }) => ({ status: 200, body: { editions: publishedCode(query, londonDay(now)) } }),
    }),
  ];
}
