import { z } from 'zod';
import { arrangementKinds, arrangementRefusals } from '../../domain/court/witnesses/witnessWords';
import { wireDay, wireInstant, wireText, wireWords } from '../wire';

/** What a Victim Hub is asked to arrange for somebody's day at court. Our id is the order's id at the hub as well. */
export const hubOrder = z.object({
  arrangement: z.enum(arrangementKinds),
  on: wireDay,
  court: wireText.optional(),
  startsAt: wireInstant.optional(),
  person: z.object({ name: wireText, phone: wireText.optional(), address: z.array(wireText).max(10).optional() }),
  /** A language tag, where an interpreter is wanted. */
  language: wireText.optional(),
  words: wireWords.optional(),
});
export type HubOrder = z.input<typeof hubOrder>;

/** How an order stands at the hub. */
export const hubStanding = z.object({
  state: z.enum(['received', 'booked', 'refused', 'cancelled']),
  pence: z.int().min(0).optional(),
  vetted: z.boolean().optional(),
  reason: z.enum(arrangementRefusals).optional(),
});
export type HubStanding = z.output<typeof hubStanding>;
