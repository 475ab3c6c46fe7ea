import { z } from 'zod';
import type { Timeline } from '../../database/cases/caseEvents';
import { carePlan, type CarePlan } from '../../domain/care/carePlan';
import * as care from '../../domain/care/conversationWords';
import type { FactKind } from '../../domain/fact';
import { printedLanguages, printedPlan, printedPlanPage } from '../../domain/care/printedPlan';
import * as words from '../../domain/vocabulary';
import { commandAnswerShape, instantText } from '../http/answerShapes';
import type { CasesInScope } from '../access/casesInScope';
import type { CommandCalls } from '../http/commandCalls';
import { endpoint, type Answer, type Asked, type Endpoint } from '../http/endpoint';
import { conversationFacts } from '../facts/conversationFacts';
import { newFact } from '../facts/factContracts';
import { planActionIdValue } from '../facts/factShape';
import { sideOf } from '../facts/side';
import { allFacts } from '../cases/timeline';
import { casePath, freeText, instantValue } from '../http/values';

const text = z.string();
const pathway = z.enum(words.pathways);
const action = z.enum(words.planActions);

const planShape = z
  .object({
    caseId: text,
    proposal: z.object({
      pathway,
      provisional: z.boolean().meta({ description: 'Needs were not assessed yet.' }),
      reasons: z.array(z.object({ rule: text, pathway, because: text })),
      help: z.array(z.object({ action, because: text })),
    }),
    decision: z
      .object({
        pathway,
        support: z.enum(words.supportAnswers),
        plan: z.array(action),
        proposed: pathway.optional(),
        differsBecause: z.enum(care.pathwayDifferences).optional(),
        fact: z.int(),
        at: instantText,
        by: text,
      })
      .optional(),
    differs: z.boolean().meta({ description: 'What is known now proposes another pathway than was decided.' }),
    offers: z.array(
      z.object({ fact: z.int(), at: instantText, answer: z.enum(care.offerAnswers), channel: text.optional() })
    ),
    actions: z.array(
      z.object({
        planActionId: text,
        action,
        need: z.enum(words.needCategories).optional(),
        owner: text,
        dueOn: text,
        state: z.enum(['planned', 'done', 'notDone']),
        reason: z.enum(care.notDoneReasons).optional(),
        overdue: z.boolean(),
        changedAt: instantText,
      })
    ),
    notPlanned: z.array(action).meta({ description: 'Decided, and nobody has planned it yet.' }),
  })
  .meta({ id: 'CarePlan' });

const printedQuery = z.strictObject({ language: z.enum(printedLanguages).default('en') });
const printedShape = z.object({ text }).meta({ id: 'PrintedPlan' });

const when = { happenedAt: instantValue.optional(), note: freeText.optional() };
const { planActionAdded, planActionMoved, planActionNotDone, supportOffered } = conversationFacts;
const actionBody = planActionAdded.extend(when).meta({ id: 'NewPlanAction' });
const offerBody = supportOffered.extend(when).meta({ id: 'SupportOffer' });
const actionPath = casePath.extend({ planActionId: planActionIdValue });

/** What became of an action: done, not done with a reason, or moved. */
const outcomeBody = z
  .discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('done'), ...when }),
    z.strictObject({ outcome: z.literal('notDone'), reason: planActionNotDone.shape.reason, ...when }),
    z.strictObject({
      outcome: z.literal('moved'),
      dueOn: planActionMoved.shape.dueOn,
      owner: planActionMoved.shape.owner,
      ...when,
    }),
  ])
  .meta({ id: 'PlanActionOutcome' });

const outcomeKinds = { done: 'planActionDone', notDone: 'planActionNotDone', moved: 'planActionMoved' } as const;

const recorded = { 201: { description: 'On the record.', schema: commandAnswerShape } };
const addedShape = commandAnswerShape.extend({ planActionId: text }).meta({ id: 'PlanActionAdded' });

/** The care pathway and plan of a case: proposed with reasons, decided by a person, done by owners by a day. */
export function carePlans(stores: { timeline: Timeline }, cases: CasesInScope, commands: CommandCalls): Endpoint[] {
  async function planOf(asked: Asked<{ caseId: string }, unknown>): Promise<CarePlan & { readonly caseId: string }> {
    const about = await cases.find(asked, asked.params.caseId);
    const { caseId } = about;
    return { caseId, ...carePlan(about, await allFacts(stores.timeline, caseId), asked.now) };
  }

  type Told = { readonly happenedAt?: string | undefined; readonly note?: string | undefined };

  async function record(
    asked: Asked<{ caseId: string }, unknown, Told>,
    kind: FactKind,
    data: object,
    more?: (answer: { caseId: string; facts: readonly number[] }) => object
  ): Promise<Answer> {
    const about = await cases.find(asked, asked.params.caseId);
    const { happenedAt, note } = asked.body;
    return commands.carryOut(asked, {
      verb: 'recordEvent',
      status: 201,
      about,
      note,
      order: ({ noteId }) => ({
        fact: newFact(kind, data, { happenedAt }, { source: sideOf(asked), now: asked.now, noteId }),
      }),
      ...(more ? { more } : {}),
    });
  }

  return [
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/plan',
      summary: 'The care plan: what is proposed and why, what was decided, and who does what by when',
      params: casePath,
      answers: { 200: { description: 'As of today.', schema: planShape } },
      async handle(asked) {
        return { status: 200, body: JSON.parse(JSON.stringify(await planOf(asked))) as unknown };
      },
    }),
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/plan/printed',
      summary: 'The plan for the person to keep, in plain language; it never says what happened',
      description: 'As plain text for `text/plain`, as a page to print for `text/html`; in English or Welsh.',
      params: casePath,
      query: printedQuery,
      plainText: true,
      html: true,
      answers: { 200: { description: 'To print or to read out.', schema: printedShape } },
      async handle(asked) {
        const plan = await planOf(asked);
        const { language } = asked.query;
        const printed = printedPlan(plan, language);
        const accept = asked.header('accept') ?? '';
        const isText = accept.includes('text/plain');
        const html = !isText && accept.includes('text/html') ? printedPlanPage(plan, language) : undefined;
        const headers = { vary: 'Accept', 'content-language': language };
        return {
          status: 200,
          body: { text: printed },
          headers,
          ...(isText ? { text: printed } : {}),
          ...(html ? { html } : {}),
        };
      },
    }),
    endpoint({
      method: 'post',
      path: '/cases/{caseId}/plan/actions',
      summary: 'Plan an action, with its owner and its day',
      params: casePath,
      body: actionBody,
      idempotent: true,
      answers: { 201: { description: 'Planned.', schema: addedShape } },
      handle(asked) {
        const { happenedAt: _at, note: _note, ...data } = asked.body;
        return record(asked, 'planActionAdded', data, ({ caseId, facts }) => ({
          planActionId: `${caseId}.p${facts[0]}`,
        }));
      },
    }),
    endpoint({
      method: 'post',
      path: '/cases/{caseId}/plan/actions/{planActionId}/outcome',
      summary: 'Say that an action was done, was not and why, or is moved to another day',
      params: actionPath,
      body: outcomeBody,
      idempotent: true,
      answers: recorded,
      handle(asked) {
        const { outcome, happenedAt: _at, note: _note, ...data } = asked.body;
        return record(asked, outcomeKinds[outcome], { planActionId: asked.params.planActionId, ...data });
      },
    }),
    endpoint({
      method: 'post',
      path: '/cases/{caseId}/support-offers',
      summary: 'Record an offer of support, with the answer',
      params: casePath,
      body: offerBody,
      idempotent: true,
      answers: recorded,
      handle(asked) {
        const { happenedAt: _at, note: _note, ...data } = asked.body;
        return record(asked, 'supportOffered', data);
      },
    }),
  ];
}
