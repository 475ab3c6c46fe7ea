import { z } from 'zod';
import type { Database } from '../../database/openDatabase';
import { addHours } from '../../domain/time/londonTime';
import type { CasesInScope } from '../access/casesInScope';
import { pageOf } from '../http/answerShapes';
import { endpoint, type Endpoint } from '../http/endpoint';
import { shortText, uuidValue } from '../http/values';
import type { InboundCalls } from './inboundCalls';
import {
  handled,
  messageFields,
  messagePath,
  messageShape,
  restrictedToValue,
  shownMessage,
  waitingMessages,
  waitingQuery,
} from './waitingMessages';

const wholeMessageShape = z
  .object({ ...messageFields, payload: z.unknown().meta({ description: 'As it came, or was mended last.' }) })
  .meta({ id: 'WholeInboundMessage' });

const mendedBody = z
  .strictObject({
    payload: z.record(z.string(), z.unknown()).optional(),
    caseId: uuidValue.optional().meta({ description: 'Whose message it is, where the reference does not tell.' }),
    restrictedTo: restrictedToValue,
    reason: shortText.optional(),
  })
  .meta({ id: 'MendedMessage' });

const discardBody = z.strictObject({ reason: shortText }).meta({ id: 'DiscardedMessage' });
const sweptAfterHours = 30 / 3600;

/** Messages that park: a person sees why, mends them and lets them go again, or discards them with a reason. */
export function parkedMessages(
  { inboundMessages }: Pick<Database, 'inboundMessages'>,
  inScope: CasesInScope,
  inbound: InboundCalls
): Endpoint[] {
  const { mine, page } = waitingMessages(inboundMessages, 'parked');

  return [
    endpoint({
      method: 'get',
      path: '/operations/parked-messages',
      summary: 'Messages of other systems that wait to be mended, longest waiting first',
      query: waitingQuery,
      answers: { 200: { description: 'Of your force, without what they say.', schema: pageOf(messageShape) } },
      handle: (asked) => page(asked, shownMessage),
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
        if (body.caseId !== undefined) await inScope.find(asked, body.caseId);
        const restrictedTo = body.restrictedTo && [...new Set([...body.restrictedTo, caller.id])].sort();
        const decided = { by: caller.id, at: now, ...(body.reason ? { reason: body.reason } : {}) };
        const mended = await inboundMessages.mend(
          messageId,
          { ...body, restrictedTo },
          decided,
          addHours(now, sweptAfterHours)
        );
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
