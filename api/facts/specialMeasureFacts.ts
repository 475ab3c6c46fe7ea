import { z } from 'zod';
import { measureGrounds } from '../../domain/court/measures/measureRules';
import * as words from '../../domain/facts/specialMeasureFacts';
import { specialMeasures } from '../../domain/vocabulary';
import { dayValue, listOf, opaqueId } from '../http/values';
import type { FactShapes } from './factShape';

const measures = listOf(z.enum(specialMeasures), specialMeasures.length).default([]);
const about = { measures };

/** Facts of special measures. Which of them may come next is the case's to say, measure by measure. */
export const specialMeasureFacts = {
  specialMeasuresScreened: z.strictObject({
    ...about,
    wanted: z.boolean(),
    grounds: listOf(z.enum(measureGrounds), measureGrounds.length).optional(),
    views: z.enum(words.witnessViews).optional(),
    optsOut: z.boolean().optional(),
    intimidationFeared: z.boolean().optional(),
  }),
  specialMeasuresReferred: z.strictObject({
    ...about,
    describes: listOf(z.enum(words.mg2Matters), words.mg2Matters.length).refine((matters) => matters.length > 0, {
      error: `Say at least one matter that the MG2 describes, such as ${words.mg2Matters.at(-1)}`,
    }),
    views: z.enum(words.witnessViews),
    carersViews: z.enum(words.carersViews).optional(),
    meetingWanted: z.boolean(),
  }),
  specialMeasuresConsidered: z
    .strictObject({
      ...about,
      decision: z.enum(['toApply', 'declined']),
      reason: z.enum(words.declinedReasons).optional(),
    })
    .refine(({ decision, reason }) => decision === 'toApply' || reason !== undefined, {
      error: 'Say why the prosecution will not apply',
      path: ['reason'],
    }),
  specialMeasuresDeclineAccepted: z.strictObject({}),
  specialMeasuresApplied: z.strictObject(about),
  specialMeasuresAnswered: z.strictObject({ ...about, answer: z.enum(['opposed', 'notOpposed']) }),
  specialMeasuresDecided: z.strictObject({ ...about, decision: z.enum(['granted', 'partlyGranted', 'refused']) }),
  specialMeasuresVaried: z.strictObject({
    decision: z.enum(['varied', 'discharged']),
    granted: measures,
    discharged: measures,
  }),
  specialMeasuresOptedOut: z.strictObject(about),
  specialMeasuresOptOutPassedOn: z.strictObject({}),
  specialMeasuresWantedAgainPassedOn: z.strictObject({}),
  specialMeasuresStandingChecked: z.strictObject({ standing: measures, beginAgain: measures }),
  specialMeasuresChecked: z.strictObject({ hearingId: opaqueId, inPlace: measures, missing: measures }),
  recordingDatesSet: z.strictObject({
    groundRulesOn: dayValue.optional(),
    recordingOn: dayValue.optional(),
    furtherQuestioningOn: dayValue.optional(),
    editingOn: dayValue.optional(),
  }),
  evidenceRecorded: z.strictObject({ part: z.enum(words.recordedParts) }),
  trialAttendanceDecided: z.strictObject({ needed: z.boolean() }),
} satisfies FactShapes;
