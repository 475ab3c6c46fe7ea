import { z } from 'zod';
import { schemeStates } from '../../domain/court/afterSentence/contactScheme';
import { courtMoneys, protectiveOrders } from '../../domain/facts/afterSentenceFacts';
import { sentences } from '../../domain/vocabulary';
import { instantText } from '../http/answerShapes';

const text = z.string();

const sentenceText = z.object({ name: text, means: text });

export const meaningShape = z
  .object({ sentence: z.enum(sentences), version: z.int(), en: sentenceText, cy: sentenceText })
  .meta({ id: 'SentenceMeaning', description: 'For a person to say to the victim; no message holds it.' });

export const undulyLenientShape = z.object({
  fact: z.int(),
  lastDayOn: text.meta({ description: 'The last of 28 days, each of which counts; nobody can extend it.' }),
  askBy: instantText.meta({ description: 'Five in the afternoon of the last working day within it.' }),
  explained: text.optional().meta({ description: 'What the victim meant to do when it was explained.' }),
});

/** What stands after a sentence. */
export const afterSentenceShape = z
  .object({
    undulyLenient: undulyLenientShape.optional(),
    contactScheme: z
      .object({ state: z.enum(schemeStates), at: instantText })
      .optional()
      .meta({ description: 'The Victim Contact Scheme.' }),
    youthJustice: text
      .optional()
      .meta({ description: 'What the Youth Justice Service answered, or that it was asked.' }),
    orders: z
      .array(
        z.object({
          order: z.enum(protectiveOrders),
          fact: z.int(),
          untilOn: text.optional().meta({ description: 'Absent where it lasts until another order.' }),
          discharged: z.literal(true).optional(),
          extension: text.optional(),
        })
      )
      .optional(),
    money: z
      .array(
        z.object({
          of: z.enum(courtMoneys),
          orderedPence: z.int(),
          paidPence: z.int(),
          owedPence: z.int(),
          state: z.enum(['owed', 'inDefault', 'paid', 'ended']),
          how: text.optional(),
        })
      )
      .optional(),
  })
  .meta({ id: 'AfterSentence' });
