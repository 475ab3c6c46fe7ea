import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const wholeNumber = (least: number, most: number, fallback: number) =>
  optionalNumber(least, most).default(fallback);

export const optionalNumber = (least: number, most: number) =>
  z.coerce
    .number(`must be a whole number from ${least} to ${most}`)
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    });

export const milliseconds = (fallback: number) => wholeNumber(1, 3_600_000, fallback);

export const fileContent = z.string().transform((file, context) => {
  try {
    return readFileSync(file);
  } catch {
    context.addIssue({ code: 'custom', message: 'must name a file that can be read' });
    return z.NEVER;
  }
});

export const uuid = z.uuid('must be a UUID');
export const httpAddress = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' });
