import { z } from 'zod';
import type { FactKind } from '../domain/fact';
import { channels } from '../domain/vocabulary';
import { commandAnswerShape, factShape, pageOf } from './answers';
import type { CasesInScope } from './casesInScope';
import type { CommandCalls } from './commandCalls';
import { paging } from './cursor';
import { endpoint, type Endpoint } from './endpoint';
import { careFacts } from './facts/careFacts';
import { newFact } from './facts/factContracts';
import { sideOf } from './facts/side';
import { factsOfKinds, type TimelineStores } from './timeline';
import { casePath, freeText, instantValue } from './values';

const { result: tried } = careFacts.contactAttempted.shape;

/** A contact with the victim, made or tried, by us or by them. */
const contactBody = z
  .strictObject({
    direction: z.enum(['outbound', 'inbound']).default('outbound'),
    channel: z.enum(channels),
    result: z.enum(['reached', ...tried.options]),
    with: z.enum(['victim', 'representative']).optional(),
    happenedAt: instantValue,
    note: freeText.optional(),
  })
  .refine(({ direction, result }) => direction === 'outbound' || result === 'reached', {
    error: 'Somebody who contacts us has been reached',
    path: ['result'],
  })
  .meta({ id: 'Contact' });

const contactQuery = z.strictObject(paging);
const contactKinds: ReadonlySet<FactKind> = new Set(['contactMade', 'contactAttempted', 'contactImpossible']);

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
        const { direction, channel, result, note, happenedAt } = asked.body;
        const source = direction === 'inbound' ? 'victim' : sideOf(asked);
        return commands.carryOut(asked, {
          verb: 'recordEvent',
          status: 201,
          about,
          note,
          order: ({ noteId }) => {
            const by = { source, now: asked.now, noteId } as const;
            return result === 'reached'
              ? { fact: newFact('contactMade', { channel, with: asked.body.with ?? 'victim' }, { happenedAt }, by) }
              : { fact: newFact('contactAttempted', { channel, result }, { happenedAt }, by) };
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
