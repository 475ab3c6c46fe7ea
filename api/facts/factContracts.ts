import { z } from 'zod';
import type { FactKind, NewFact } from '../../domain/fact';
import type { Instant } from '../../domain/time/londonTime';
import { taskKinds } from '../../domain/task';
import { factSources, type FactSource } from '../../domain/vocabulary';
import { eventRecorders } from '../access/eventRecorders';
import { mustBePast } from '../http/mustBePast';
import { freeText, instantValue, listOf, opaqueId } from '../http/values';
import { afterSentenceFacts } from './afterSentenceFacts';
import { availabilityFacts } from './availabilityFacts';
import { careFacts } from './careFacts';
import { corporateFacts } from './corporateFacts';
import { changeFacts } from './changeFacts';
import { conversationFacts } from './conversationFacts';
import { courtFacts } from './courtFacts';
import { courtPartnerFacts } from './courtPartnerFacts';
import { courtSafetyFacts } from './courtSafetyFacts';
import { factFaults } from './factFaults';
import { investigationFacts } from './investigationFacts';
import { messageFacts } from './messageFacts';
import { matterFacts } from './matterFacts';
import { orderFacts } from './orderFacts';
import { referralFacts } from './referralFacts';
import { rightsFacts } from './rightsFacts';
import { safetyFacts } from './safetyFacts';
import { specialMeasureFacts } from './specialMeasureFacts';
import { witnessFacts } from './witnessFacts';
import { voiceFacts } from './voiceFacts';

/** The contract of every fact that callers may tell, by kind. */
export const factShapes = {
  ...careFacts,
  ...referralFacts,
  ...messageFacts,
  ...conversationFacts,
  ...investigationFacts,
  ...courtFacts,
  ...courtSafetyFacts,
  ...afterSentenceFacts,
  ...courtPartnerFacts,
  ...specialMeasureFacts,
  ...availabilityFacts,
  ...rightsFacts,
  ...orderFacts,
  ...corporateFacts,
  ...voiceFacts,
  ...safetyFacts,
  ...changeFacts,
  ...matterFacts,
  ...witnessFacts,
};
type ToldKind = keyof typeof factShapes;

/** What is said of a fact beside its kind and data, and apart from when it happened. */
export const telling = {
  receivedAt: instantValue
    .optional()
    .meta({ description: 'When the force learnt of it; counts for the time to tell.' }),
  source: z
    .enum(factSources)
    .optional()
    .meta({ description: "Where it comes from; by default the caller's own side." }),
  suspects: listOf(opaqueId, 50).optional().meta({ description: 'Ids of the suspects that it is about.' }),
  note: freeText.optional().meta({ description: 'Free text; stored encrypted.' }),
};

export interface Told {
  readonly happenedAt?: Instant | undefined;
  readonly receivedAt?: Instant | undefined;
  readonly source?: FactSource | undefined;
  readonly suspects?: readonly string[] | undefined;
  readonly note?: string | undefined;
}

export type EventBody = Told & {
  readonly kind: ToldKind;
  readonly data: NewFact['data'];
  readonly happenedAt: Instant;
};
export type CompletionBody = Told & { readonly outcome: { readonly kind: ToldKind } & Record<string, unknown> };

const unknownKind = { error: 'There is no such kind, or none that is told here' };

/** A fact or a decision told as an event: kind, the data of that kind, and when it happened. */
export const eventBody = z
  .discriminatedUnion('kind', mapped(Object.keys(eventRecorders), eventOption), unknownKind)
  .superRefine((told, context) => {
    const { kind, data, ...beside } = told as unknown as EventBody;
    for (const { field, message } of factFaults(kind, data, beside)) {
      context.addIssue({ code: 'custom', message, path: field === 'note' ? [field] : ['data', field] });
    }
  })
  .meta({ id: 'Event' }) as unknown as z.ZodType<EventBody>;

function eventOption(kind: ToldKind) {
  const shape = factShapes[kind];
  const data = shape.safeParse({}).success ? (shape as z.ZodObject).prefault({}) : shape;
  return z.strictObject({ kind: z.literal(kind), data, happenedAt: instantValue, ...telling });
}

const outcomeKinds = [...new Set<FactKind>(Object.values(taskKinds).flatMap(({ outcomes }) => outcomes))];

const outcome = z
  .discriminatedUnion(
    'kind',
    mapped(outcomeKinds, (kind) => z.strictObject({ kind: z.literal(kind), ...factShapes[kind].shape })),
    unknownKind
  )
  .meta({ id: 'Outcome' });

/** How a task was done: the fact that answers it, its data beside its kind. */
export const completionBody = z
  .strictObject({
    outcome,
    happenedAt: instantValue.optional().meta({ description: 'When it was done; now, unless told.' }),
    ...telling,
  })
  .superRefine(({ outcome: { kind, ...data }, ...beside }, context) => {
    // A fault that a field has by itself is said once.
    if (context.issues.length > 0) return;
    // The options above have the fields of a fact, not what it says of fields that go together.
    for (const { message, path } of factShapes[kind].safeParse(data).error?.issues ?? []) {
      context.addIssue({ code: 'custom', message, path: ['outcome', ...path] });
    }
    for (const { field, message } of factFaults(kind, data, beside)) {
      context.addIssue({ code: 'custom', message, path: field === 'note' ? [field] : ['outcome', field] });
    }
  })
  .meta({ id: 'Completion' }) as unknown as z.ZodType<CompletionBody>;

/** A discriminated union wants at least one option; the tables that these come from are never empty. */
function mapped<T>(kinds: readonly string[], option: (kind: ToldKind) => T): [T, ...T[]] {
  return kinds.map((kind) => option(kind as ToldKind)) as [T, ...T[]];
}

/** A fact as the case takes it, from what was told. Throws a Problem where it says that it will be received one day. */
export function newFact(
  kind: FactKind,
  data: object,
  told: Told,
  by: { readonly source: FactSource; readonly now: Instant; readonly noteId?: string | undefined }
): NewFact {
  const { happenedAt = by.now, receivedAt, source = by.source, suspects } = told;
  if (receivedAt !== undefined) mustBePast('/receivedAt', receivedAt, by.now);
  return {
    kind,
    data,
    happenedAt,
    source,
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...(suspects === undefined ? {} : { suspects }),
    ...(by.noteId === undefined ? {} : { noteId: by.noteId }),
  } as NewFact;
}
