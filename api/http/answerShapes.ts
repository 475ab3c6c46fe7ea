import { z } from 'zod';
import { stages } from '../../domain/careRecord';

/** Shapes of answers, for the documentation. Answers are made by typed code and are not checked again when sent. */
export const instantText = z.string().meta({ format: 'date-time' });

const text = z.string();

export const commandAnswerShape = z
  .object({
    caseId: text,
    version: z.int().meta({ description: 'Of the case: grows with every change.' }),
    stage: z.enum(stages),
    facts: z.array(z.int()).meta({ description: 'Numbers of the facts that this put on the record.' }),
    task: z.object({ taskId: text, version: z.int() }).optional(),
    opened: z.array(text).meta({ description: 'Ids of the tasks that this opened.' }),
  })
  .meta({ id: 'CommandAnswer' });

export function pageOf(item: z.ZodType) {
  return z.object({
    items: z.array(item),
    next: text.optional().meta({ description: 'The cursor of the next page.' }),
  });
}
