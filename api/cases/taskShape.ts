import { z } from 'zod';
import { attemptReasons } from '../../domain/contact/nextAttempt';
import { toldOfDeath } from '../../domain/care/careWords';
import { availabilityRecipients } from '../../domain/facts/availabilityFacts';
import { bands, taskKinds, type TaskKind } from '../../domain/task';
import * as words from '../../domain/vocabulary';
import { meaningShape, undulyLenientShape } from './afterSentenceShape';
import { instantText } from '../http/answerShapes';

const text = z.string();

export const taskKindNames = Object.keys(taskKinds) as [TaskKind, ...TaskKind[]];

export const nextAttemptShape = z
  .object({
    step: z.enum(['attempt', 'askForSafeChannel', 'decide']),
    channel: z.enum(words.channels).optional(),
    notBefore: instantText.optional(),
    because: z.enum(attemptReasons),
  })
  .meta({ id: 'NextAttempt' });

export const taskShape = z
  .object({
    taskId: text,
    caseId: text,
    kind: z.enum(taskKindNames),
    role: z.enum(words.roles).meta({ description: 'Whom it is for.' }),
    dueAt: instantText,
    band: z.enum(bands).optional().meta({ description: 'Only while the task is open.' }),
    why: text.meta({ description: 'Why it is due when it is, in a sentence with London times.' }),
    about: z.array(z.int()).optional().meta({ description: 'Numbers of the facts that it is about.' }),
    referralId: text.optional(),
    planActionId: text.optional(),
    arrangementId: text.optional(),
    messageId: text.optional(),
    recipient: z
      .enum(availabilityRecipients)
      .optional()
      .meta({ description: 'To whom dates to avoid are to be sent, or whose answer is waited for.' }),
    told: z.enum(toldOfDeath).optional().meta({ description: 'Who is to be told of a death.' }),
    duty: text.optional().meta({ description: 'The duty of the ledger that it is about.' }),
    assignee: text.optional(),
    heldUntil: instantText.optional(),
    openedAt: instantText,
    version: z.int(),
    tier: z.enum(words.tiers),
    owningTeam: text,
    investigatingForce: text,
    offeredTo: text.optional(),
    homeForce: text,
    nextAttempt: nextAttemptShape.extend({ why: text }).optional().meta({
      description: 'Of one task alone: what to do next to reach them, not before when, and why.',
    }),
    newsWish: z
      .object({ wish: z.enum(['notWanted', 'decideHow']), why: text })
      .optional()
      .meta({ description: 'Of one task alone: the Victim Contract does not name this news.' }),
    agreedContact: z
      .object({
        channel: z.enum(words.channels),
        contactPointIds: z.array(text),
        from: instantText.optional(),
        mayAlsoTell: z.array(text),
        why: text,
      })
      .optional()
      .meta({
        description:
          'Of one task alone: how the victim agreed to hear this, which safe contact points are of that kind, and the first time that is safe and agreed.',
      }),
    sentenceMeanings: z
      .array(meaningShape)
      .optional()
      .meta({ description: 'Of one task alone: what the sentence means, for who tells it.' }),
    undulyLenient: undulyLenientShape.optional(),
    closed: z.object({ as: text, at: instantText, by: text.optional() }).optional(),
  })
  .meta({ id: 'Task' });
