import { z } from 'zod';
import type { Cases } from '../../database/cases/cases';
import { agenda } from '../../domain/court/witnesses/agenda';
import { trialList, type ListedTrial } from '../../domain/court/witnesses/trialList';
import { arrangementKinds, readinessItems } from '../../domain/court/witnesses/witnessWords';
import { addCalendarDays, londonDay } from '../../domain/time/londonTime';
import type { CasesInScope } from '../access/casesInScope';
import { listScope } from '../access/scopes';
import { newFact } from '../facts/factContracts';
import { sideOf } from '../facts/side';
import { witnessFacts } from '../facts/witnessFacts';
import { commandAnswerShape } from '../http/answerShapes';
import type { CommandCalls } from '../http/commandCalls';
import { endpoint, type Asked, type Endpoint } from '../http/endpoint';
import { notFound } from '../http/errors';
import { casePath, freeText, opaqueId, uuidValue } from '../http/values';

const text = z.string();
const trialShape = z
  .object({
    hearingId: text,
    on: text,
    daysLeft: z.int(),
    urns: z.array(text),
    witnesses: z.int(),
    ready: z.int().meta({ description: 'Witnesses for whom nothing is missing.' }),
    missing: z.array(z.object({ item: z.enum(readinessItems), owes: text, caseIds: z.array(text) })),
  })
  .meta({ id: 'TrialReadiness' });
const arrangementShape = z
  .object({
    arrangementId: text,
    arrangement: z.enum(arrangementKinds),
    on: text,
    state: z.enum(['asked', 'booked', 'confirmed', 'refused', 'cancelled']),
    hearingId: text.optional(),
    pence: z.int().optional(),
    inVain: z
      .literal(true)
      .optional()
      .meta({ description: 'Nobody needs to come on that day: it is being cancelled.' }),
    court: text.optional(),
    startsAt: text.optional(),
  })
  .meta({ id: 'CourtArrangement' });

const hearingPath = z.object({ hearingId: opaqueId });
const weeksQuery = z.strictObject({ weeks: z.coerce.number().int().min(1).max(26).default(4) });
const decisionBody = witnessFacts.readinessDecided
  .omit({ hearingId: true })
  .extend({ caseId: uuidValue, note: freeText.optional() })
  .meta({ id: 'ReadinessDecision' });

const farthestWeeks = 52;
const mostCases = 2_000;

/** How ready trials are, over all cases that the caller may see, and what readiness meetings decide. */
export function trials(cases: Cases, inScope: CasesInScope, commands: CommandCalls): Endpoint[] {
  type Who = Pick<Asked, 'caller' | 'roles' | 'now'>;

  async function within(who: Who, weeks: number): Promise<ListedTrial[]> {
    const from = londonDay(who.now);
    const until = addCalendarDays(from, weeks * 7);
    return trialList(await cases.withHearings({ from, to: until }, listScope(who), {}, mostCases), from, until);
  }

  async function one(who: Who, hearingId: string): Promise<ListedTrial> {
    const found = (await within(who, farthestWeeks)).find((each) => each.hearingId === hearingId);
    if (!found) throw notFound();
    return found;
  }

  return [
    endpoint({
      method: 'get',
      path: '/trials',
      summary: 'Trials of the next weeks, the worst first: what is missing for whom, and who owes it',
      query: weeksQuery,
      answers: {
        200: {
          description: 'Most missing for each day that is left.',
          schema: z.object({ items: z.array(trialShape) }),
        },
      },
      async handle(asked) {
        return { status: 200, body: { items: await within(asked, asked.query.weeks) } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/trials/{hearingId}/agenda',
      summary: 'The agenda of a readiness meeting; as plain text for whoever asks for `text/plain`',
      params: hearingPath,
      plainText: true,
      answers: {
        200: { description: 'To print.', schema: trialShape.extend({ text }).meta({ id: 'ReadinessAgenda' }) },
      },
      async handle(asked) {
        const trial = await one(asked, asked.params.hearingId);
        const printed = agenda(trial);
        const isText = asked.header('accept')?.includes('text/plain') === true;
        return {
          status: 200,
          body: { ...trial, text: printed },
          headers: { vary: 'Accept' },
          ...(isText ? { text: printed } : {}),
        };
      },
    }),
    endpoint({
      method: 'post',
      path: '/trials/{hearingId}/decisions',
      summary: 'Record what a readiness meeting decided for a witness: it becomes a task of its owner by its day',
      params: hearingPath,
      body: decisionBody,
      idempotent: true,
      answers: { 201: { description: 'On the record.', schema: commandAnswerShape } },
      async handle(asked) {
        const { caseId, note, ...decided } = asked.body;
        const { hearingId } = asked.params;
        const about = await inScope.find(asked, caseId);
        if (!about.trials?.some((each) => each.hearingId === hearingId)) throw notFound();
        const data = { hearingId, ...decided };
        return commands.carryOut(asked, {
          verb: 'recordEvent',
          status: 201,
          about,
          note,
          order: ({ noteId }) => ({
            fact: newFact('readinessDecided', data, {}, { source: sideOf(asked), now: asked.now, noteId }),
          }),
        });
      },
    }),
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/arrangements',
      summary: 'What was arranged for the witness at court, with what it costs',
      params: casePath,
      answers: {
        200: {
          description: 'In the order of asking.',
          schema: z.object({ items: z.array(arrangementShape), pence: z.int() }),
        },
      },
      async handle(asked) {
        const { arrangements = [] } = await inScope.find(asked, asked.params.caseId);
        const pence = arrangements.reduce((sum, each) => sum + (each.pence ?? 0), 0);
        return { status: 200, body: { items: [...arrangements], pence } };
      },
    }),
  ];
}
