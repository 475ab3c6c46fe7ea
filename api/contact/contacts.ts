import { z } from 'zod';
import type { FactKind } from '../../domain/fact';
import { channels } from '../../domain/vocabulary';
import { commandAnswerShape, pageOf } from '../http/answerShapes';
import { factShape } from '../cases/shownFact';
import type { CasesInScope } from '../access/casesInScope';
import type { CommandCalls } from '../http/commandCalls';
import { paging } from '../http/cursor';
import { endpoint, type Endpoint } from '../http/endpoint';
import { careFacts } from '../facts/careFacts';
import { newFact } from '../facts/factContracts';
import { sideOf } from '../facts/side';
import { factsOfKinds, type TimelineStores } from '../cases/timeline';
import { casePath, freeText, instantValue } from '../http/values';

const { contactAttempted, contactMade } = careFacts;
const { result: tried } = contactAttempted.shape;

type Reached = 'victim' | 'representative' | 'someoneElse' | 'nobody';

/** Whom each result can have reached, the likeliest first. */
const reachable: Readonly<Record<'reached' | z.output<typeof tried>, readonly Reached[]>> = {
  reached: ['victim', 'representative'],
  noAnswer: ['nobody'],
  messageLeft: ['nobody'],
  messageSent: ['nobody'],
  someoneElseAnswered: ['someoneElse'],
  notSafeToSpeak: ['victim', 'someoneElse'],
  wrongNumber: ['someoneElse', 'nobody'],
};

/** A contact with the victim, made or tried, by us or by them. */
const contactBody = z
  .strictObject({
    direction: z.enum(['outbound', 'inbound']).default('outbound'),
    channel: z.enum(channels),
    result: z.enum(['reached', ...tried.options]),
    with: z
      .enum(['victim', 'representative', 'someoneElse', 'nobody'])
      .optional()
      .meta({ description: 'Who was reached; by default whom such a result reaches.' }),
    outcome: contactMade.shape.outcome,
    callBackAt: contactMade.shape.callBackAt,
    happenedAt: instantValue,
    note: freeText.optional(),
  })
  .refine((contact) => contact.with === undefined || reachable[contact.result].includes(contact.with), {
    error: 'Such a result does not reach them',
    path: ['with'],
  })
  .refine(({ outcome, result }) => outcome === undefined || result === 'reached', {
    error: 'Only who was reached gives an outcome',
    path: ['outcome'],
  })
  .refine(({ callBackAt, happenedAt }) => callBackAt === undefined || callBackAt > happenedAt, {
    error: 'Later than the contact',
    path: ['callBackAt'],
  })
  .refine(({ direction, result }) => direction === 'outbound' || result === 'reached', {
    error: 'Somebody who contacts us has been reached',
    path: ['result'],
  })
  .meta({ id: 'Contact' });

const contactQuery = z.strictObject(paging);
const contactKinds: ReadonlySet<FactKind> = new Set([
  'contactMade',
  'contactAttempted',
  'contactImpossible',
  'safeChannelSought',
]);

export function contacts(stores: TimelineStores, cases: CasesInScope, commands: CommandCalls): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/cases/{caseId}/contacts',
      summary: 'Log a contact, made or tried',
      params: casePath,
      body: contactBody,
      idempotent: true,
      answers: { 201: { description: 'On the record.', schema: commandAnswerShape } },
      async handle(asked) {
        const about = await cases.find(asked, asked.params.caseId);
        const { note, happenedAt } = asked.body;
        const source = asked.body.direction === 'inbound' ? 'victim' : sideOf(asked);
        return commands.carryOut(asked, {
          verb: 'recordEvent',
          status: 201,
          about,
          note,
          order: ({ noteId }) => {
            const by = { source, now: asked.now, noteId } as const;
            const { kind, data } = contactFact(asked.body);
            return { fact: newFact(kind, data, { happenedAt }, by) };
          },
        });
      },
    }),
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/contacts',
      summary: 'Contacts made and tried, newest first',
      params: casePath,
      query: contactQuery,
      answers: { 200: { description: 'A page of facts.', schema: pageOf(factShape) } },
      async handle(asked) {
        const { caseId } = await cases.find(asked, asked.params.caseId);
        return { status: 200, body: await factsOfKinds(stores, caseId, contactKinds, asked.query) };
      },
    }),
  ];
}

/** A contact as the fact that it is; whom it reached goes with the fact where it says more than the result does. */
function contactFact({
  direction,
  channel,
  result,
  with: reached,
  outcome,
  callBackAt,
}: z.output<typeof contactBody>): {
  kind: 'contactMade' | 'contactAttempted';
  data: object;
} {
  const more = { ...(outcome ? { outcome } : {}), ...(callBackAt ? { callBackAt } : {}) };
  if (result === 'reached') {
    return { kind: 'contactMade', data: { channel, with: reached ?? 'victim', direction, ...more } };
  }
  return { kind: 'contactAttempted', data: { channel, result, reached: reached ?? reachable[result][0], ...more } };
}
