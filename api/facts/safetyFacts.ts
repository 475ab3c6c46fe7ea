import { z } from 'zod';
import * as words from '../../domain/care/careWords';
import { dayValue, factNumber, listOf, uuidValue } from '../http/values';
import type { FactShapes } from './factShape';

const about = factNumber
  .optional()
  .meta({ description: 'The fact that is answered; without one, the last before this that it can answer.' });
const danger = z.enum(words.dangers);
const evidence = z.enum(words.perishableEvidence);

/** Facts of danger, safeguarding and disclosed crimes. */
export const safetyFacts = {
  breachReported: z.strictObject({ of: z.enum(['bailConditions', 'courtOrder', 'policeNotice']), danger }),
  fearReported: z.strictObject({ danger }),
  safetyReportReceived: z.strictObject({ about }),
  concernRaised: z.strictObject({
    level: z.enum(words.concernLevels),
    concern: z.enum(words.concerns),
    to: z.enum(words.concernRecipients).default('safeguarding-officer'),
  }),
  concernReceived: z.strictObject({ about }),
  crimeDisclosed: z.strictObject({
    perishable: z
      .array(z.strictObject({ evidence, lostOn: dayValue.optional() }))
      .max(20)
      .default([]),
  }),
  disclosedCrimeRecorded: z.strictObject({ about, reportId: uuidValue }),
  enquiriesSet: z.strictObject({
    about,
    lines: listOf(z.enum(words.linesOfEnquiry), words.linesOfEnquiry.length).min(1),
  }),
  evidenceSecured: z.strictObject({
    about,
    evidence: listOf(evidence, words.perishableEvidence.length).default([]),
    tooLate: z.boolean().optional(),
  }),
  disclosureReceived: z.strictObject({ about }),
} satisfies FactShapes;
