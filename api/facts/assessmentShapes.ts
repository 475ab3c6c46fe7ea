import { z } from 'zod';
import * as care from '../../domain/care/conversationWords';
import * as words from '../../domain/vocabulary';
import { codeName, dayValue, listOf } from '../http/values';

export const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'Give a language tag, as in en or cy')
  .meta({ example: 'en' });

/** Needs by the commissioning categories, safety and the justice process, a level each. */
export const needs = z
  .array(z.strictObject({ category: z.enum(words.needCategories), level: z.enum(words.needLevels) }))
  .max(words.needCategories.length)
  .refine((all) => new Set(all.map(({ category }) => category)).size === all.length, 'Name each category once');

export const accessibility = listOf(z.enum(care.accessibilityNeeds), care.accessibilityNeeds.length);

/** An interpreter who is not vetted, or who knows the suspect, is not used: such an assessment is refused. */
export const interpreter = z.strictObject({
  language: languageTag,
  vetted: z.literal(true, { error: 'Use an interpreter who has been vetted' }),
  fromSuspectsCircle: z.literal(false, { error: "Do not use an interpreter from the suspect's circle" }),
  vettedOn: dayValue.optional(),
});

export const riskOverride = z.strictObject({
  toolLevel: z.enum(words.riskLevels),
  reason: z.enum(care.overrideReasons),
});

/** Apart from needs: the level, by which tool and version, who assessed it and who looked again. */
export const risk = z.strictObject({
  level: z.enum(words.riskLevels),
  tool: z.enum(care.riskTools).optional(),
  toolVersion: codeName.optional(),
  assessedBy: z.enum(care.riskAssessors).optional(),
  reviewedBy: z.enum(care.riskAssessors).optional(),
  override: riskOverride.optional(),
});
