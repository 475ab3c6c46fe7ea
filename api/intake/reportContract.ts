import { z } from 'zod';
import * as words from '../../domain/vocabulary';
import { reportedPersonDetails } from '../people/personContract';
import { codeName, freeText, instantValue, listOf, opaqueId, shortText, staffId, uuidValue } from '../http/values';

const yesOrNo = z.enum(['yes', 'no']).optional();

const person = z
  .strictObject({
    role: z.enum(words.caseRoles),
    kind: z.enum(words.personKinds).default('person'),
    personReference: shortText.optional().meta({ description: "The source's own id of the person." }),
    ...reportedPersonDetails,
    stances: z.strictObject({ wantsContact: yesOrNo, wantsSupport: yesOrNo, supportsProsecution: yesOrNo }).default({}),
  })
  .meta({ id: 'ReportedPerson' });

const offence = z
  .strictObject({
    category: z.enum(words.offenceCategories),
    homeOfficeCode: z
      .string()
      .regex(/^(\d{1,3}([/.]\d{1,3}[A-Z]?)?[A-Z]?|\d{5})$/, 'As in 28/3, 02803 or 28E')
      .optional(),
    cjsCode: z
      .string()
      .regex(/^([A-Z]{2}\d{5}|[A-Z]{4}\d{3})[A-Z]?$/, 'As in TH68006 or COML025')
      .optional(),
    title: shortText.optional(),
  })
  .meta({ id: 'Offence' });

const circumstances = listOf(z.enum(words.circumstances), words.circumstances.length);
const suspects = z
  .array(z.strictObject({ suspectId: opaqueId, name: shortText.optional() }))
  .max(50)
  .refine((all) => new Set(all.map(({ suspectId }) => suspectId)).size === all.length, 'Each may be named once');
const people = z.array(person).min(1).max(50);

/** What a report says beside where it comes from and when it came. */
export const reportedFields = {
  crimeReference: shortText.optional(),
  operationReference: shortText.optional(),
  occurredAt: instantValue,
  offence,
  circumstances: circumstances.default([]),
  suspects: suspects.default([]),
  officerInCase: staffId.optional(),
  investigatingForce: codeName,
  homeForce: codeName.optional(),
  owningTeam: codeName,
  people,
  officerActions: z
    .array(z.strictObject({ action: z.enum(words.officerActions), at: instantValue }))
    .max(50)
    .default([]),
  note: freeText.optional(),
};

/** A crime report as a source sends it. Its clock starts at `receivedAt`. */
export const reportBody = z
  .strictObject({
    source: z.enum(words.reportSources),
    sourceReference: shortText.meta({ description: "The source's own reference, unique within the source." }),
    reportedAt: instantValue,
    receivedAt: instantValue,
    ...reportedFields,
    restrictedTo: listOf(staffId, 100).min(1).optional().meta({
      description: 'For a police employee or a well-known person: the only callers who see it, beside who reports it.',
    }),
    disclosedInCaseId: uuidValue.optional().meta({
      description: 'The case in which the victim disclosed this crime: the first person is the same.',
    }),
  })
  .refine(({ occurredAt, reportedAt }) => occurredAt <= reportedAt, {
    error: 'It was reported before it occurred',
    path: ['reportedAt'],
  })
  .refine(({ reportedAt, receivedAt }) => reportedAt <= receivedAt, {
    error: 'It was received before it was reported',
    path: ['receivedAt'],
  })
  .meta({ id: 'CrimeReport' });

export type ReportBody = z.output<typeof reportBody>;

/** What has become known about a report since it was sent. What is not named stays as it was. */
export const amendmentBody = z
  .strictObject({
    reason: shortText,
    changes: z
      .strictObject({
        offence: offence.optional(),
        circumstances: circumstances.optional(),
        suspects: suspects.optional(),
        officerInCase: staffId.optional(),
        crimeReference: shortText.optional(),
        operationReference: shortText.optional(),
        occurredAt: instantValue.optional(),
      })
      .default({}),
    addPeople: people.optional(),
  })
  .refine(({ changes, addPeople }) => Object.keys(changes).length > 0 || addPeople !== undefined, {
    error: 'Name at least one change',
    path: ['changes'],
  })
  .meta({ id: 'Amendment' });

export type AmendmentBody = z.output<typeof amendmentBody>;
