import { z } from 'zod';
import type { Database } from '../../database/openDatabase';
import { inboundSources, inboundStates, type InboundMessage } from '../../database/corporate/inboundMessages';
import { addHours } from '../../domain/time/londonTime';
import { instantText, pageOf } from '../http/answerShapes';
import { cursorOf, paging } from '../http/cursor';
import { endpoint, type Asked, type Endpoint } from '../http/endpoint';
import { notFound, Problem } from '../http/errors';
import type { InboundCalls } from './inboundCalls';
import { whyWaitingShape } from './inboundFeeds';
import { shortText, uuidValue } from '../http/values';

export const messagePath = z.object({
  messageId: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'Give the message id as it was given to you'),
});

const messageFields = {
  messageId: z.string(),
  source: z.enum(inboundSources),
  schemaVersion: z.string(),
  occurredAt: instantText,
  receivedAt: instantText,
  state: z.enum(inboundStates),
  because: whyWaitingShape.optional(),
  reportId: z.string().optional(),
  caseId: z.string().optional(),
  mended: z.int().meta({ description: 'How often it was mended.' }),
};
export const messageShape = z.object(messageFields).meta({ id: 'InboundMessage' });
const wholeMessageShape = z
  .object({ ...messageFields, payload: z.unknown().meta({ description: 'As it came, or was mended last.' }) })
  .meta({ id: 'WholeInboundMessage' });

const mendedBody = z
  .strictObject({
    payload: z.record(z.string(), z.unknown()).optional(),
    caseId: uuidValue.optional().meta({ description: 'Whose message it is, where the reference does not tell.' }),
    reason: shortText.optional(),
  })
  .meta({ id: 'MendedMessage' });

const discardBody = z.strictObject({ reason: shortText }).meta({ id: 'DiscardedMessage' });
const listQuery = z.strictObject({ ...paging });
const sweptAfterHours = 30 / 3600;

type Stores = Pick<Database, 'inboundMessages' | 'cases'>;

/** Messages that park: a person sees why, mends them and lets them go again, or discards them with a reason. */
export function parkedMessages({ inboundMessages, cases }: Stores, inbound: InboundCalls): Endpoint[] {
  async function mine({ caller, params }: Asked<{ messageId: string }>): Promise<InboundMessage> {
    const message = await inboundMessages.find(params.messageId);
    if (!message || message.force !== caller.force) throw notFound();
    return message;
  }

  return [
    endpoint({
      method: 'get',
      path: '/operations/parked-messages',
      summary: 'Messages of other systems that wait to be mended, longest waiting first',
      query: listQuery,
      answers: { 200: { description: 'Of your force, without what they say.', schema: pageOf(messageShape) } },
      async handle({ caller, query }) {
        const { items, next } = await inboundMessages.listWaiting(caller.force, 'parked', query);
        return { status: 200, body: { items: items.map(shownMessage), ...(next ? { next: cursorOf(next) } : {}) } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/operations/parked-messages/{messageId}',
      summary: 'One message with what it says',
      params: messagePath,
      answers: { 200: { description: 'As it came, or was mended last.', schema: wholeMessageShape } },
      async handle(asked) {
        const message = await mine(asked);
        const payload = (await inboundMessages.readPayload(message.messageId)) ?? null;
        return { status: 200, body: { ...shownMessage(message), payload } };
      },
    }),
    endpoint({
      method: 'post',
      path: '/operations/parked-messages/{messageId}/mended',
      summary: 'Let a parked message go again, with another payload or with the case that it is about',
      params: messagePath,
      body: mendedBody,
      answers: { 200: { description: 'What became of it.', schema: messageShape } },
      async handle(asked) {
        const { messageId } = await mine(asked);
        const { body, caller, now } = asked;
        if (body.caseId !== undefined) {
          const about = await cases.findCase(body.caseId);
          const isOurs = about?.investigatingForce === caller.force || about?.homeForce === caller.force;
          if (!isOurs) throw notFound();
        }
        const decided = { by: caller.id, at: now, ...(body.reason ? { reason: body.reason } : {}) };
        const mended = await inboundMessages.mend(messageId, body, decided, addHours(now, sweptAfterHours));
        if (!mended) throw handled();
        return { status: 200, body: shownMessage(await inbound.goOn(mended)) };
      },
    }),
    endpoint({
      method: 'post',
      path: '/operations/parked-messages/{messageId}/discard',
      summary: 'Give a parked message up, with a reason',
      params: messagePath,
      body: discardBody,
      answers: { 200: { description: 'It is kept, and asks for nothing any more.', schema: messageShape } },
      async handle(asked) {
        const { messageId } = await mine(asked);
        const decided = { by: asked.caller.id, at: asked.now, reason: asked.body.reason };
        const discarded = await inboundMessages.settle(messageId, ['parked'], { state: 'discarded', decided });
        if (!discarded) throw handled();
        return { status: 200, body: shownMessage(discarded) };
      },
    }),
  ];
}

export function handled(): Problem {
  return new Problem('messageHandled', 'Somebody has decided about this message already.');
}

export function shownMessage(message: InboundMessage) {
  const { messageId, source, schemaVersion, occurredAt, receivedAt, state, because, reportId, caseId, mended } =
    message;
  return {
    messageId,
    source,
    schemaVersion,
    occurredAt,
    receivedAt,
    state,
    ...(because ? { because } : {}),
    ...(reportId ? { reportId } : {}),
    ...(caseId ? { caseId } : {}),
    mended,
  };
}
