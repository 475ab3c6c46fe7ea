import { z } from 'zod';
import * as words from '../../domain/care/careWords';
import { factNumber } from '../http/values';
import type { FactShapes } from './factShape';

const matter = z.enum(words.viewMatters);

/** Facts of updates: voices, the officer in the case, the victim's views. */
export const voiceFacts = {
  voiceAgreed: z.strictObject({ news: z.enum(words.newsKinds), voice: z.enum(words.voices) }),
  officerAnswered: z.strictObject({ answer: z.enum(['news', 'noNews', 'notToBeToldYet']) }),
  evidenceHeard: z.strictObject({
    of: z.enum(['suspect', 'offence', 'otherCrime', 'witness', 'other']).default('other'),
  }),
  evidenceReceived: z.strictObject({ about: factNumber.optional() }),
  bailConditionsProposed: z.strictObject({ change: z.enum(['set', 'vary']) }),
  outOfCourtResolutionProposed: z.strictObject({}),
  viewsSought: z.strictObject({ matter }),
  viewsGiven: z.strictObject({ matter, answer: z.enum(['given', 'none']).default('given') }),
  viewsNotSought: z.strictObject({ matter, reason: z.enum(['notPracticable', 'unsafeToContact', 'declined']) }),
} satisfies FactShapes;
