import { z } from 'zod';
import * as words from '../../domain/vocabulary';
import { instantText } from '../http/answerShapes';

const text = z.string();

export const referralShape = z
  .object({
    referralId: text,
    caseId: text,
    recipient: z.enum(words.referralRecipients),
    supportService: text,
    basis: z.enum(words.referralBases),
    state: z.enum(['sent', 'accepted', 'declined', 'ended', 'withdrawn']),
    shared: z.array(z.enum(words.referralShares)).meta({ description: 'What the support service may be told.' }),
    sentAt: instantText,
    changedAt: instantText,
    deliveredAt: instantText.optional().meta({ description: "When the support service's own system had it." }),
    chasedAt: z
      .array(instantText)
      .optional()
      .meta({ description: 'Each time that somebody asked the service for its answer.' }),
    notSent: z
      .object({ reason: text, at: instantText })
      .optional()
      .meta({ description: 'Why it could not be sent, while it could not.' }),
    reports: z
      .array(
        z.object({
          at: instantText,
          levels: z.array(z.object({ category: text, before: text, after: text })),
          goalsReached: z.array(text),
        })
      )
      .optional()
      .meta({ description: 'What the support service has reported of its help, before and after.' }),
  })
  .meta({ id: 'Referral' });
