import { z } from 'zod';
import type { CourtCaseView, CourtQuestion } from '../../domain/court/courtCaseView';
import * as words from '../../domain/vocabulary';
import { instantText } from '../http/answerShapes';
import { uuidValue } from '../http/values';

const text = z.string();
const day = z.string().meta({ format: 'date' });

export const questionShape = z
  .object({
    ask: z.enum(['hearingMissingFromList', 'whichDefendant', 'caseRefusedNews']),
    hearingId: text.optional(),
    caseId: text.optional(),
    suspectId: text.optional(),
    heading: text.optional(),
    code: text.optional(),
  })
  .meta({ id: 'CourtQuestion', description: 'What somebody must decide, since no message of a court says it.' });

export const hearingShape = z
  .object({
    hearingId: text,
    hearing: z.enum(words.hearingKinds),
    certainty: z.enum(words.dateCertainties),
    on: day.optional(),
    at: instantText.optional(),
    untilOn: day.optional(),
    court: text.optional(),
    room: text.optional(),
    status: z.enum(['listed', 'vacated', 'held']),
    trial: z.enum(words.trialDays).optional(),
    defendants: z.array(text).meta({ description: 'Empty: all of the prosecution’s.' }),
    missingFromList: z.boolean(),
  })
  .meta({ id: 'Hearing' });

const outcome = z.record(text, z.unknown()).optional();

export const courtCaseShape = z
  .object({
    courtCaseId: text,
    urn: text,
    version: z.int(),
    defendants: z.array(z.object({ defendantId: text, plea: outcome, verdict: outcome, sentence: outcome })),
    hearings: z.array(hearingShape),
    linked: z
      .array(z.object({ caseId: text, role: text, since: instantText }))
      .meta({ description: 'The cases of victims and witnesses that you may see.' }),
    questions: z.array(questionShape),
  })
  .meta({ id: 'CourtCase' });

export const courtCasePath = z.object({ courtCaseId: uuidValue });

/** A prosecution as somebody may see it who sees only these of the cases that it concerns. */
export function shownCourtCase(view: CourtCaseView, seen: ReadonlySet<string>): z.output<typeof courtCaseShape> {
  const { courtCaseId, urn, version, defendants, hearings, linked, questions } = view;
  return {
    courtCaseId,
    urn,
    version,
    defendants: defendants.map(({ defendantId, plea, verdict, sentence }) => ({
      defendantId,
      ...(plea ? { plea: { ...plea } } : {}),
      ...(verdict ? { verdict: { ...verdict } } : {}),
      ...(sentence ? { sentence: { ...sentence } } : {}),
    })),
    hearings: hearings.map((each) => ({ ...each, defendants: [...each.defendants] })),
    linked: linked.filter(({ caseId }) => seen.has(caseId)),
    questions: shownQuestions(questions, seen),
  };
}

export function shownQuestions(questions: readonly CourtQuestion[], seen: ReadonlySet<string>): CourtQuestion[] {
  return questions.filter((question) => !('caseId' in question) || seen.has(question.caseId));
}
