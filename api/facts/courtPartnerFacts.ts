import { z } from 'zod';
import { courtPartners } from '../../domain/court/partners/courtPartner';
import { courtPartnerFailures } from '../../domain/facts/courtPartnerFacts';
import { factNumber } from '../http/values';
import type { FactShapes } from './factShape';

const told = { about: factNumber.optional(), partner: z.enum(courtPartners) };

/** Facts of what is handed on to the partners of the court stage. */
export const courtPartnerFacts = {
  courtPartnerReached: z.strictObject(told),
  courtPartnerNotReached: z.strictObject({ ...told, reason: z.enum(courtPartnerFailures) }),
  victimContactSchemeNotTaken: z.strictObject({}),
} satisfies FactShapes;
