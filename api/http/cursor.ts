import { z } from 'zod';

/** Where a page ended: the string key by which the list is sorted, in a form that callers only hand back. */
export function cursorOf(key: string): string {
  return Buffer.from(key, 'utf8').toString('base64url');
}

/** A cursor of ours, read back into its key. One that is made up leads to an empty or an odd page, never to an error. */
export const cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,400}$/, 'This is not a cursor of this list')
  .transform((text) => Buffer.from(text, 'base64url').toString('utf8'))
  .meta({ description: 'The `next` of the page before.' });

/** How a list is paged: at most 100 at a time, 25 unless told. */
export const paging = {
  limit: z.coerce.number<string>().int().min(1).max(100).default(25),
  cursor: cursor.optional(),
};

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}
