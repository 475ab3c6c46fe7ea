import { z } from 'zod';
import type { FactData, FactKind } from '../../domain/fact';

/** A contract for some kinds of fact, held to what the domain says of each. */
export type FactShapes = { readonly [K in FactKind]?: z.ZodObject<z.ZodRawShape> & z.ZodType<FactData[K]> };

/** `<caseId>.r<number>`: whoever has a referral's id knows its case. */
export const referralIdValue = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.r[1-9]\d{0,6}$/, 'Give the referral id as it was given to you');

/** `<caseId>.p<number>`: an action of a care plan. */
export const planActionIdValue = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.p[1-9]\d{0,6}$/, 'Give the id as the plan shows it');

/** `<caseId>.<number>`. */
export const taskIdValue = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[1-9]\d{0,6}$/, 'Give the task id as it was given to you');

/** `<caseId>.b<number>`: something that was asked for a day at court. */
export const arrangementIdValue = z
  .string()
  .regex(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.b[1-9]\d{0,6}$/,
    'Give the id as the list of arrangements shows it'
  );
