import { z } from 'zod';
import type { Cases } from '../../database/cases/cases';
import type { Persons } from '../../database/people/persons';
import { stages } from '../../domain/careRecord';
import { standings } from '../../domain/code/standing';
import type { Instant } from '../../domain/time/londonTime';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import { tiers } from '../../domain/vocabulary';
import { caseShape } from './caseShape';
import { commandAnswerShape, instantText, pageOf } from '../http/answerShapes';
import { taskKindNames } from './taskShape';
import type { CasesInScope } from '../access/casesInScope';
import type { CommandCalls } from '../http/commandCalls';
import { cursorOf, paging } from '../http/cursor';
import { endpoint, type Endpoint } from '../http/endpoint';
import { notFound } from '../http/errors';
import { newFact } from '../facts/factContracts';
import { sideOf } from '../facts/side';
import { advisedAttempt } from '../contact/taskAdvice';
import type { LiveCases } from './liveCases';
import { listScope, visible } from '../access/scopes';
import { casePath, codeName, freeText, instantValue } from '../http/values';

const caseQuery = z.strictObject({
  stage: z.enum(stages).optional(),
  tier: z.enum(tiers).optional(),
  firstContact: caseShape.shape.firstContact,
  force: codeName.optional(),
  team: codeName.optional(),
  ended: z.enum(['true', 'false']).optional(),
  ...paging,
});

const liveShape = z.object({
  summary: caseShape,
  open: z.array(z.object({ taskId: z.string(), kind: z.enum(taskKindNames), dueAt: instantText, why: z.string() })),
  duties: z
    .array(
      z.object({
        dutyId: z.string(),
        obligation: z.string(),
        standing: z.enum(standings),
        dueBy: instantText.optional(),
        why: z.string(),
      })
    )
    .meta({ description: 'What it owes and nobody has settled, soonest first.' }),
  next: z.object({ at: instantText, why: z.string() }).optional(),
  nextAttempt: z.string().optional().meta({ description: 'What to do next to reach them.' }),
});

const told = { happenedAt: instantValue.optional(), note: freeText.optional() };
const transferBody = z.strictObject({ force: codeName, team: codeName, ...told }).meta({ id: 'Transfer' });
const reopeningBody = z
  .strictObject({ reason: z.enum(['newInformation', 'victimAskedUsTo', 'closedInError']), ...told })
  .meta({ id: 'Reopening' });

const recorded = { 201: { description: 'On the record.', schema: commandAnswerShape } };

interface Parts {
  readonly cases: Cases;
  readonly persons: Persons;
  readonly inScope: CasesInScope;
  readonly live: LiveCases;
  readonly commands: CommandCalls;
}

/** Cases: one person, one crime. */
export function cases({ cases, persons, inScope, live, commands }: Parts): Endpoint[] {
  /** A case with the next attempt at a time that is safe, as every page that names one has it. */
  async function withNextAttempt(summary: CaseSummary, now: Instant) {
    const advised = await advisedAttempt({ persons }, summary, now);
    if (!advised) return { shown: shownCase(summary) };
    const { why, ...nextAttempt } = advised;
    return { shown: { ...shownCase(summary), nextAttempt }, why };
  }

  return [
    endpoint({
      method: 'get',
      path: '/cases',
      summary: 'Cases, newest first',
      query: caseQuery,
      answers: { 200: { description: 'A page of cases.', schema: pageOf(caseShape) } },
      async handle(asked) {
        const { limit, cursor, ended, ...filter } = asked.query;
        const wanted = { ...filter, ended: ended === undefined ? undefined : ended === 'true' };
        const { items, next } = await cases.listCases(wanted, listScope(asked), { limit, cursor });
        return { status: 200, body: { items: items.map(shownCase), ...(next ? { next: cursorOf(next) } : {}) } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/cases/{caseId}',
      summary: 'One case',
      params: casePath,
      answers: { 200: { description: 'The case as lists show it.', schema: caseShape } },
      async handle(asked) {
        const { shown } = await withNextAttempt(await inScope.find(asked, asked.params.caseId), asked.now);
        return { status: 200, body: shown };
      },
    }),
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/live',
      summary: "The case's own answer: where it stands, what is open, what comes next and why",
      params: casePath,
      answers: { 200: { description: 'As of this moment.', schema: liveShape } },
      async handle(asked) {
        const { caseId, ended } = await inScope.find(asked, asked.params.caseId);
        const stored = ended ? await live.askEnded(caseId, asked.now) : undefined;
        const answer = stored ?? (await live.ask(caseId));
        if (!answer) throw notFound();
        // The case may have changed hands since the list was written.
        const { shown: summary, why } = await withNextAttempt(visible(asked, answer.summary), asked.now);
        const { nextAttempt: _anyTime, ...rest } = answer;
        return { status: 200, body: { ...rest, summary, ...(why === undefined ? {} : { nextAttempt: why }) } };
      },
    }),
    endpoint({
      method: 'post',
      path: '/cases/{caseId}/transfer',
      summary: 'Give a case to another team, or ask another force to take it',
      params: casePath,
      body: transferBody,
      idempotent: true,
      answers: recorded,
      async handle(asked) {
        const about = await inScope.find(asked, asked.params.caseId);
        const { force, team, note } = asked.body;
        const stays = force === about.investigatingForce || force === about.homeForce;
        return commands.carryOut(asked, {
          verb: 'recordEvent',
          status: 201,
          about,
          note,
          order: ({ noteId }) => {
            const by = { source: sideOf(asked), now: asked.now, noteId };
            return {
              fact: stays
                ? newFact('teamChanged', { team }, { happenedAt: asked.body.happenedAt }, by)
                : newFact('transferAsked', { force, team }, { happenedAt: asked.body.happenedAt }, by),
            };
          },
        });
      },
    }),
    endpoint({
      method: 'post',
      path: '/cases/{caseId}/reopening',
      summary: 'Reopen a case that has ended',
      params: casePath,
      body: reopeningBody,
      idempotent: true,
      answers: recorded,
      async handle(asked) {
        const about = await inScope.find(asked, asked.params.caseId);
        const { reason, happenedAt, note } = asked.body;
        return commands.carryOut(asked, {
          verb: 'recordEvent',
          status: 201,
          about,
          note,
          order: ({ noteId }) => {
            const by = { source: sideOf(asked), now: asked.now, noteId };
            return { fact: newFact('caseReopened', { reason }, { happenedAt }, by) };
          },
        });
      },
    }),
  ];
}

const dayMs = 86_400_000;

/**
 * Keyed hashes are for searching, and who may see a case for the scopes; neither is shown. The next attempt is shown where
 * the person is read, whose safe times it keeps: never in a list.
 */
export function shownCase(summary: CaseSummary) {
  const { crimeReferenceHash: _crime, operationHash: _operation, nextLookAt: _look, ...rest } = summary;
  const { barred: _barred, visibleTo: _listed, askedRoles: _asked, nextAttempt: _anyTime, ...shown } = rest;
  const days = Math.floor((Date.parse(summary.receivedAt) - Date.parse(summary.reportedAt)) / dayMs);
  return days >= 1 ? { ...shown, arrivedLate: { days } } : shown;
}
