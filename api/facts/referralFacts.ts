import { z } from 'zod';
import * as words from '../../domain/vocabulary';
import { codeName, listOf } from '../http/values';
import { referralIdValue, type FactShapes } from './factShape';

const level = z.enum(words.needLevels);

/** What a support service has reached, as it and the victim see it: needs before and after, goals of the plan reached. */
export const supportReport = {
  levels: z
    .array(z.strictObject({ category: z.enum(words.needCategories), before: level, after: level }))
    .min(1)
    .max(words.needCategories.length)
    .refine((levels) => new Set(levels.map(({ category }) => category)).size === levels.length, {
      error: 'Each category may be named once',
    }),
  goalsReached: listOf(z.enum(words.planActions), words.planActions.length).default([]),
};

/** Facts of consent, of a referral on its way, and of what support has changed. */
export const referralFacts = {
  consentGiven: z.strictObject({
    supportService: codeName,
    share: listOf(z.enum(words.referralShares), words.referralShares.length)
      .optional()
      .meta({ description: 'What the victim agreed that it may be told; without it, what such a referral needs.' }),
  }),
  consentRefused: z.strictObject({ supportService: codeName }),
  referralSent: z.strictObject({ referralId: referralIdValue }),
  referralChased: z.strictObject({ referralId: referralIdValue }),
  supportReported: z.strictObject({ referralId: referralIdValue, ...supportReport }),
} satisfies FactShapes;
