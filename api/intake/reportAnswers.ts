import { z } from 'zod';
import * as words from '../../domain/vocabulary';
import { instantText } from '../http/answerShapes';

const startedCase = z.object({ caseId: z.string(), personId: z.string(), role: z.enum(words.caseRoles) });
export const filedShape = z
  .object({ reportId: z.string(), cases: z.array(startedCase), alreadyKnown: z.boolean() })
  .meta({ id: 'ReportFiled' });
export const amendedShape = z
  .object({ reportId: z.string(), amendment: z.int(), cases: z.array(startedCase), alreadyKnown: z.boolean() })
  .meta({ id: 'ReportAmended' });

export const reportShape = z
  .object({
    reportId: z.string(),
    source: z.enum(words.reportSources),
    occurredAt: instantText,
    reportedAt: instantText,
    receivedAt: instantText,
    recordedAt: instantText,
    offence: z.object({
      category: z.enum(words.offenceCategories),
      homeOfficeCode: z.string().optional(),
      cjsCode: z.string().optional(),
    }),
    circumstances: z.array(z.string()),
    suspects: z.array(z.string()).meta({ description: 'Ids, as the source has them.' }),
    officerInCase: z.string().optional(),
    investigatingForce: z.string(),
    homeForce: z.string(),
    owningTeam: z.string(),
    restricted: z.literal(true).optional(),
    disclosedInCaseId: z.string().optional(),
    officerActions: z.array(z.object({ action: z.string(), at: instantText })),
    startedAt: instantText.optional().meta({ description: 'When its cases had been started.' }),
    cases: z.array(startedCase),
    amendments: z.array(
      z.object({ amendment: z.int(), changed: z.array(z.string()), recordedAt: instantText, by: z.string() })
    ),
  })
  .meta({ id: 'StoredReport' });
