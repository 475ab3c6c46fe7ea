import { z } from 'zod';
import { wireDay, wireInstant, wireText, wireWords } from '../wire';

/**
 * What a police records system is asked for. Their own forms are not published: a force puts this small interface before
 * its own. `null` says that the system does not hold something; an empty list, that there is none.
 */
const marker = z.object({ kind: wireText, words: wireWords.optional(), sinceOn: wireDay.optional() });
const earlierCrime = z.object({
  reference: wireText,
  role: z.enum(['victim', 'suspect', 'witness']),
  offence: wireText,
  occurredOn: wireDay.optional(),
});

const recordedPerson = z.object({
  personReference: wireText,
  name: wireText,
  dateOfBirth: wireDay.optional(),
  roles: z.array(z.enum(['victim', 'suspect', 'witness'])).min(1),
  warningMarkers: z.array(marker).max(100).nullable(),
  history: z.array(earlierCrime).max(500).nullable(),
});

export const recordedPeople = z.object({ people: z.array(recordedPerson).max(200) });

/** Who alone may call the victim: nobody else does without asking them. */
export const soleCallerKinds = ['familyLiaisonOfficer', 'sexualOffenceOfficer', 'domesticAbuseOfficer'] as const;

export const recordedCrime = z.object({
  reference: wireText,
  status: wireText,
  officerInCase: z.object({ workerReference: wireText, rank: wireText.optional() }).nullable(),
  links: z
    .array(z.object({ kind: wireText, reference: wireText }))
    .max(200)
    .nullable(),
  soleCallers: z
    .array(z.object({ kind: z.enum(soleCallerKinds), workerReference: wireText, name: wireText.optional() }))
    .max(20)
    .nullable(),
});

export const recordedLog = z.object({
  entries: z.array(z.object({ entryId: wireText, at: wireInstant, by: wireText, text: wireWords })).max(500),
});

export const newLogEntry = z.object({
  at: wireInstant,
  by: wireText,
  text: wireWords,
  /** The entry that this one corrects. */
  corrects: wireText.optional(),
});

export type RecordedPerson = z.output<typeof recordedPerson>;
export type RecordedCrime = z.output<typeof recordedCrime>;
export type RecordedLog = z.output<typeof recordedLog>;
export type NewLogEntry = z.input<typeof newLogEntry>;
