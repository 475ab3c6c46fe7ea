import { z } from 'zod';
import * as care from '../../domain/care/conversationWords';
import * as words from '../../domain/vocabulary';
import { codeName, dayValue, listOf } from '../http/values';
import { accessibility, interpreter, languageTag, needs, risk } from './assessmentShapes';
import { planActionIdValue, type FactShapes } from './factShape';

const channel = z.enum(words.channels);
const topics = listOf(z.enum(care.explainedTopics), care.explainedTopics.length);
const planActionId = planActionIdValue;

/** Facts of the conversation with the person: safe ways, explaining, needs, risk, plan. */
export const conversationFacts = {
  safeChannelSought: z.strictObject({
    result: z.enum(['found', 'noneFound']),
    askedOf: z.enum(care.safeChannelSources),
    channel: channel.optional(),
  }),
  explained: z.strictObject({
    topics: topics.min(1),
    format: z.enum(care.explainedFormats),
    language: languageTag.default('en'),
    interpreter: z.enum(care.interpreterKinds).default('none'),
    understood: z.enum(care.understandings),
    notUnderstood: topics.optional().meta({ description: 'Of the topics; all of them where none is named.' }),
  }),
  circumstancesChanged: z.strictObject({
    changed: listOf(z.enum(care.changedCircumstances), care.changedCircumstances.length).min(1),
  }),
  needsUnchanged: z.strictObject({}),
  riskAssessed: risk,
  evidenceNeedsAssessed: z.strictObject({
    needs: needs.default([]),
    risk: risk.optional(),
    intimidation: z.enum(words.needLevels),
    practical: listOf(z.enum(care.evidenceNeeds), care.evidenceNeeds.length).default([]),
    interpreter: interpreter.optional(),
    accessibility: accessibility.optional(),
  }),
  supportOffered: z.strictObject({ answer: z.enum(care.offerAnswers), channel: channel.optional() }),
  planActionAdded: z.strictObject({
    action: z.enum(words.planActions),
    owner: codeName.meta({ description: 'A role or a team, as in victim-care-officer.' }),
    dueOn: dayValue,
    need: z.enum(words.needCategories).optional(),
  }),
  planActionMoved: z.strictObject({ planActionId, dueOn: dayValue, owner: codeName.optional() }),
  planActionDone: z.strictObject({ planActionId }),
  planActionNotDone: z.strictObject({ planActionId, reason: z.enum(care.notDoneReasons) }),
} satisfies FactShapes;
