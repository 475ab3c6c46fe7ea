import { z } from 'zod';
import { factsOf } from '../../database/cases/factsOf';
import type { Database } from '../../database/openDatabase';
import { effectiveFacts, eventsReviewed } from '../../domain/effectiveFacts';
import type { Fact } from '../../domain/fact';
import { inOrderOfHappening } from '../../domain/happening';
import { instantText } from '../http/answerShapes';

export const bailShape = z
  .object({
    fact: z.int(),
    at: instantText,
    suspects: z.array(z.string()),
    decision: z.string(),
    conditions: z.boolean().optional(),
    words: z
      .string()
      .optional()
      .meta({ description: 'The conditions as the court wrote them: tell what concerns the victim, and no address.' }),
  })
  .meta({ id: 'BailNow' });

/** What a court decided last about the bail of each defendant, with its conditions, for who speaks with the victim. */
export async function bailOf(
  { timeline, notes }: Pick<Database, 'timeline' | 'notes'>,
  caseId: string
): Promise<z.input<typeof bailShape>[]> {
  const facts = await factsOf(timeline, caseId);
  const last = new Map<string, Fact<'courtBailDecided'>>();
  for (const fact of inOrderOfHappening(effectiveFacts(facts, eventsReviewed(facts)))) {
    if (fact.kind === 'courtBailDecided') last.set([...(fact.suspects ?? [])].sort().join(), fact);
  }
  const texts = await notes.readNotes([...last.values()].flatMap(({ noteId }) => noteId ?? []));
  return [...last.values()].map(({ seq, happenedAt, suspects = [], data, noteId = '' }) => {
    const { decision, conditions } = data;
    const words = texts.get(noteId)?.text;
    return {
      ...{ fact: seq, at: happenedAt, suspects: [...suspects], decision },
      ...(conditions === undefined ? {} : { conditions }),
      ...(words === undefined ? {} : { words }),
    };
  });
}
