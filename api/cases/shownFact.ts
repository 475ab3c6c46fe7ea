import { z } from 'zod';
import * as words from '../../domain/vocabulary';
import { instantText } from '../http/answerShapes';

const text = z.string();

export const factShape = z
  .object({
    seq: z.int(),
    kind: text,
    data: z.record(text, z.unknown()),
    happenedAt: instantText,
    receivedAt: instantText,
    recordedAt: instantText,
    source: z.enum(words.factSources),
    by: text,
    suspects: z.array(text).optional(),
    note: text.optional(),
    taskId: text.optional(),
    taskKind: text.optional(),
    owes: z
      .array(z.object({ obligation: text, edition: text, dueBy: instantText.optional() }).loose())
      .optional()
      .meta({ description: 'The duties that arose from it, as they were fixed when it was recorded.' }),
    parked: text.optional().meta({ description: 'Why it waits for a person, and counts for nothing until then.' }),
    missing: text.optional().meta({ description: 'Where it skips a step (stepSkipped): what has to come first.' }),
    supersedes: z.int().optional(),
    supersededBy: z.int().optional(),
  })
  .meta({ id: 'Fact' });
