import { z } from 'zod';
import { releaseReasons } from '../../domain/court/witnesses/witnessWords';
import { availabilityAnswers } from '../../domain/facts/availabilityFacts';
import { declinedReasons } from '../../domain/facts/specialMeasureFacts';
import { prosecutionStops, specialMeasures } from '../../domain/vocabulary';
import { wireDay, wireInstant, wireText, wireWords } from '../wire';

const hearingId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
const urn = wireText.max(30);
/** Ours, where the prosecution has it from us; otherwise the name as it stands in the list. */
const witness = z
  .object({ ourReference: z.uuid().optional(), name: wireText.optional() })
  .refine(({ ourReference, name }) => ourReference !== undefined || name !== undefined, 'Give ourReference or name');
const suspectId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

/** What the prosecution tells us: who is to attend, what it asks the court for, what it decides about each suspect. */
export const prosecutionMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('witnessesToAttend'),
    urn,
    hearingId,
    witnesses: z
      .array(
        witness.safeExtend({
          attends: z.enum(['inPerson', 'statementRead', 'notNeeded']),
          days: z.array(wireDay).max(60).optional(),
          at: wireInstant.optional(),
          standby: z.boolean().optional(),
          reason: z.enum(releaseReasons).optional(),
        })
      )
      .min(1)
      .max(500),
  }),
  z.object({
    kind: z.literal('specialMeasuresDecision'),
    urn,
    witness,
    decision: z.enum(['toApply', 'declined']),
    measures: z.array(z.enum(specialMeasures)).max(specialMeasures.length).default([]),
    declinedBecause: z.enum(declinedReasons).optional(),
    reason: wireWords.optional(),
  }),
  z.object({
    kind: z.literal('availabilityAnswer'),
    urn,
    witness,
    answer: z.enum(availabilityAnswers),
  }),
  z.object({
    kind: z.literal('chargingDecision'),
    urn,
    suspectId,
    decision: z.enum(['notCharged', 'stopped', 'altered']),
    change: z.enum(['reduced', 'replaced', 'someStopped']).optional(),
    /** Of a case that was stopped: how. */
    stopped: z.enum(prosecutionStops).optional(),
    rightToReview: z.boolean(),
    letterSentAt: wireInstant.optional(),
    reason: wireWords.optional(),
  }),
]);
export type ProsecutionMessage = z.output<typeof prosecutionMessage>;

/** What we tell the prosecution of a witness. Its id is ours, and is never used for anything else. */
export const witnessNews = z.object({
  urn,
  /** The reference by which the prosecution names this witness to us. */
  witness: z.uuid(),
  at: wireInstant,
  about: z.enum([
    'warned',
    'released',
    'availability',
    'needs',
    'flags',
    'personalStatement',
    'mayNotAttend',
    'expenses',
  ]),
  data: z.record(z.string(), z.unknown()),
  words: wireWords.optional(),
});
export type WitnessNews = z.input<typeof witnessNews>;
