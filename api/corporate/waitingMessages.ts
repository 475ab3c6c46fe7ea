import { z } from 'zod';
import { inboundSources, inboundStates, type InboundMessage } from '../../database/corporate/inboundMessage';
import { type InboundMessages } from '../../database/corporate/inboundMessages';
import { instantText } from '../http/answerShapes';
import { cursorOf, paging } from '../http/cursor';
import type { Answer, Asked } from '../http/endpoint';
import { notFound, Problem } from '../http/errors';
import { shortText } from '../http/values';
import { whyWaitingShape } from './inboundFeeds';

export const messagePath = z.object({
  messageId: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'Give the message id as it was given to you'),
});

export const waitingQuery = z.strictObject({ ...paging });

/** Who may see what becomes of a message, where not everybody may. */
export const restrictedToValue = z
  .array(shortText)
  .min(1)
  .max(100)
  .optional()
  .meta({ description: 'For a police employee or a well-known person: the only callers who see it, beside yourself.' });

export const messageFields = {
  messageId: z.string(),
  source: z.enum(inboundSources),
  schemaVersion: z.string(),
  occurredAt: instantText,
  receivedAt: instantText,
  state: z.enum(inboundStates),
  because: whyWaitingShape.optional(),
  reportId: z.string().optional(),
  caseId: z.string().optional(),
  kind: z.string().optional(),
  counts: z
    .object({ told: z.int(), notOurs: z.int(), likely: z.int(), waiting: z.int() })
    .optional()
    .meta({
      description:
        "Of a court's message: prosecutions told, lines that are not ours, lines that a person decides about, and " +
        'prosecutions that it names by an id of the court which nobody has made known yet.',
    }),
  mended: z.int().meta({ description: 'How often it was mended.' }),
};
export const messageShape = z.object(messageFields).meta({ id: 'InboundMessage' });

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
    ...(message.kind ? { kind: message.kind } : {}),
    ...(message.counts ? { counts: message.counts } : {}),
    mended,
  };
}

/** Messages that wait for a person of a force, without those that are kept from the caller. */
export function waitingMessages(inboundMessages: InboundMessages, state: 'parked' | 'triage') {
  return {
    async mine({ caller, params }: Asked<{ messageId: string }>): Promise<InboundMessage> {
      const message = await inboundMessages.find(params.messageId);
      const isKept = message?.restrictedTo?.includes(caller.id) === false;
      const isOurs = message?.force === caller.force && (state === 'parked' || message.source === 'singleOnlineHome');
      if (!message || !isOurs || isKept) throw notFound();
      return message;
    },
    async page(
      { caller, query }: Asked<unknown, z.output<typeof waitingQuery>>,
      show: (message: InboundMessage) => unknown
    ): Promise<Answer> {
      const { items, next } = await inboundMessages.listWaiting(
        { force: caller.force, caller: caller.id },
        state,
        query
      );
      const shown = await Promise.all(items.map(show));
      return { status: 200, body: { items: shown, ...(next ? { next: cursorOf(next) } : {}) } };
    },
  };
}

export function handled(): Problem {
  return new Problem('messageHandled', 'Somebody has decided about this message already.');
}
