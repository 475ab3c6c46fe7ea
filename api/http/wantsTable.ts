import { z } from 'zod';

/** The part of a query by which a caller asks for a table. */
export const tableFormat = z
  .enum(['json', 'csv'])
  .optional()
  .meta({ description: 'Goes before what `Accept` asks for.' });

/** Whether a caller wants CSV: by `format`, or else by asking for nothing but it. */
export function wantsTable(format: 'json' | 'csv' | undefined, accept = ''): boolean {
  if (format !== undefined) return format === 'csv';
  return accept.includes('text/csv') && !accept.includes('application/json');
}
