import { z } from 'zod';
import type { NewReport } from '../../database/intake/reportContent';
import type { Instant } from '../../domain/time/londonTime';
import { circumstances, personKinds } from '../../domain/vocabulary';
import { forceIntake } from '../forceIntake';
import { wireDay, wireInstant, wireText, wireWords } from '../wire';

const contactPoint = z.object({
  channel: z.enum(['phone', 'text', 'email', 'letter', 'videoCall']),
  value: z.string().trim().min(1).max(500),
  safe: z.enum(['yes', 'no', 'unknown']).default('unknown'),
  preferred: z.boolean().optional(),
});

/**
 * A referral of Report Fraud (Action Fraud before December 2025) to a force: weeks may lie between the report and its
 * arrival. References are free text: the older ones begin with NFRC, the form of newer ones is not published.
 */
export const fraudReferral = z
  .object({
    reference: wireText,
    version: z.int().min(1).max(1_000_000).default(1),
    occurredAt: wireInstant,
    reportedAt: wireInstant,
    disseminatedAt: wireInstant.optional(),
    fraudCode: z
      .string()
      .regex(/^[A-Za-z0-9 ]{1,20}$/, 'At most 20 letters and digits')
      .optional(),
    homeOfficeCode: z
      .string()
      .regex(/^(\d{1,3}([/.]\d{1,3}[A-Z]?)?[A-Z]?|\d{5})$/, 'As in 28/3, 02803 or 28E')
      .optional(),
    title: wireText.optional(),
    cyber: z.boolean().default(false),
    /** Set for a police employee or a well-known person: who may see the case is decided before it begins. */
    restricted: z.boolean().default(false),
    circumstances: z.array(z.enum(circumstances)).max(circumstances.length).default([]),
    crimeReference: wireText.optional(),
    victim: z.object({
      reference: wireText.optional(),
      kind: z.enum(personKinds).default('person'),
      name: wireText,
      dateOfBirth: wireDay.optional(),
      contactPoints: z.array(contactPoint).max(20).default([]),
      wantsSupport: z.enum(['yes', 'no']).optional(),
    }),
    summary: wireWords.optional(),
  })
  .refine(({ occurredAt, reportedAt }) => occurredAt <= reportedAt, {
    error: 'It was reported before it occurred',
    path: ['reportedAt'],
  });

export type FraudReferral = z.output<typeof fraudReferral>;

/** A referral as a crime report. The force's clocks start when it arrived, not when the victim told Report Fraud. */
export function fraudReport(referral: FraudReferral, force: string, receivedAt: Instant): NewReport {
  const { victim, reference, reportedAt, occurredAt, homeOfficeCode, title, fraudCode, summary } = referral;
  const offenceTitle = title ?? fraudCode;
  return {
    source: 'reportFraud',
    sourceReference: reference,
    crimeReference: referral.crimeReference,
    occurredAt,
    reportedAt,
    receivedAt,
    offence: {
      category: 'fraud',
      ...(homeOfficeCode ? { homeOfficeCode } : {}),
      ...(offenceTitle ? { title: offenceTitle } : {}),
    },
    circumstances: [...new Set([...referral.circumstances, ...(referral.cyber ? (['cyber'] as const) : [])])],
    suspects: [],
    investigatingForce: force,
    homeForce: force,
    owningTeam: forceIntake(force).owningTeam,
    people: [
      {
        role: 'victim',
        kind: victim.kind,
        personReference: victim.reference,
        name: victim.name,
        dateOfBirth: victim.dateOfBirth,
        contactPoints: victim.contactPoints,
        representatives: [],
        needs: [],
        stances: victim.wantsSupport ? { wantsSupport: victim.wantsSupport } : {},
      },
    ],
    officerActions: [],
    note: summary,
  };
}
