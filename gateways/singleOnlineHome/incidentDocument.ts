import { z } from 'zod';
import { wireDay, wireInstant, wireText, wireWords } from '../wire';

const code = z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/, 'A code of at most 40 letters, digits and _ . -');
const yesNo = z.union([z.boolean(), code]);
const resourceId = z.string().min(1).max(100);
const identifier = z.object({ type: code, id: resourceId });
const relationships = z
  .record(code, z.object({ data: z.union([identifier, z.array(identifier).max(50), z.null()]).optional() }))
  .default({});

const incidentAttributes = z.object({
  incidentStartDateTime: z.object({ dateFrom: wireInstant.optional(), dateTo: wireInstant.optional() }).optional(),
  incidentDescription: wireWords.optional(),
  incidentInvolvement: code.optional(),
  incidentReportedAlreadyReference: wireText.optional(),
  subjectedToHateCrime: yesNo.optional(),
  /** Ours: the public schema has no mark of a police employee or a well-known person. */
  restrictedAccess: yesNo.optional(),
});

const givenNames = z.union([wireText.max(35).transform((name) => [name]), z.array(wireText.max(35)).max(10)]);

const personAttributes = z.object({
  titleOther: wireText.optional(),
  givenName: givenNames.default([]),
  middleName: givenNames.default([]),
  surname: wireText.max(35).optional(),
  dateOfBirth: wireDay.optional(),
  under18: z.boolean().optional(),
  communicationNeeds: z.union([wireText.transform((need) => [need]), z.array(wireText).max(20)]).default([]),
  contactPreference: code.optional(),
});

const submissionAttributes = z.object({
  submissionId: wireText,
  forceIdentifier: wireText,
  category: code.optional(),
  categorySubcode: code.optional(),
  submitTime: wireInstant,
  customerReferenceNumber: wireText.optional(),
  externalReferenceId: wireText.optional(),
  submissionContent: wireWords.optional(),
});

const resource = <Type extends string, Shape extends z.ZodType>(type: Type, attributes: Shape) =>
  z.object({ type: z.literal(type), id: resourceId, attributes, relationships });

/** What is included and not read here: only that it is a resource. */
const otherResource = z.object({
  type: code,
  id: resourceId,
  attributes: z.record(z.string(), z.unknown()).default({}),
});

const known = ['person', 'submission', 'telephone', 'email', 'address'];

const included = z.union([
  resource('person', personAttributes),
  resource('submission', submissionAttributes),
  resource('telephone', z.object({ telephoneNumber: wireText })),
  resource('email', z.object({ emailAddress: wireText })),
  resource('address', z.object({ fullAddress: z.string().trim().min(1).max(500) })),
  otherResource.refine(({ type }) => !known.includes(type), 'The resource is not as its type says'),
]);

/** A crime form of Single Online Home: the `POST /incidents` document of the iHub Standard API. */
export const incidentDocument = z.object({
  data: z.object({
    type: z.literal('incident'),
    id: resourceId.optional(),
    attributes: incidentAttributes.default({}),
    relationships,
  }),
  included: z.array(included).min(1).max(200),
});

export type IncidentDocument = z.output<typeof incidentDocument>;
type Included = IncidentDocument['included'][number];
export type PersonResource = Extract<Included, { type: 'person' }>;
export type Submission = z.output<typeof submissionAttributes>;

/** The included resources of a type, by id. */
export function resourcesOf(document: IncidentDocument, type: string): Map<string, Included> {
  return new Map(document.included.flatMap((each) => (each.type === type ? [[each.id, each]] : [])));
}

/** What identifies a form before its content is judged: enough to store it, and to answer the same the second time. */
export const incidentEnvelope = z
  .looseObject({
    data: z.looseObject({ type: z.literal('incident') }),
    included: z
      .array(z.looseObject({ type: z.string(), attributes: z.looseObject({}).optional() }))
      .max(200)
      .transform((all) => all.find(({ type }) => type === 'submission')?.attributes)
      .pipe(z.looseObject({ submissionId: wireText, forceIdentifier: wireText, submitTime: wireInstant })),
  })
  .transform(({ included: { submissionId, forceIdentifier, submitTime } }) => ({
    submissionId,
    forceIdentifier,
    submitTime,
  }));
