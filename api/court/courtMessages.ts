import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { InboundMessage } from '../../database/corporate/inboundMessage';
import { normalisedUrn } from '../../domain/court/urn';
import { instant, londonDay } from '../../domain/time/londonTime';
import type { InboundCalls } from '../corporate/inboundCalls';
import { messageFields } from '../corporate/waitingMessages';
import { endpoint, type Asked, type Endpoint } from '../http/endpoint';
import { Problem } from '../http/errors';
import { mustBePast } from '../http/mustBePast';
import { instantValue, shortText } from '../http/values';

const megabyte = 1_048_576;
const bodyTypes = [
  'application/json',
  'application/*+json',
  'application/xml',
  'text/xml',
  'application/soap+xml',
  'text/plain',
];

const messageQuery = z.strictObject({
  kind: shortText.optional().meta({ description: 'What kind of message it is; found out where it is left out.' }),
  sourceMessageId: shortText.optional().meta({ description: "The sender's own id: the same again does nothing." }),
  occurredAt: instantValue.optional().meta({ description: 'When it was said, where the message does not say.' }),
  urn: z.string().max(30).optional().meta({ description: 'Whom it is about, where it is the answer to a question.' }),
});

const heardShape = z
  .object({
    messageId: messageFields.messageId,
    state: messageFields.state,
    kind: messageFields.kind,
    because: messageFields.because,
    counts: messageFields.counts,
    alreadyKnown: z.boolean(),
  })
  .meta({ id: 'CourtMessageHeard' });

const description = [
  'The body as it comes, JSON or XML, up to 8 MB: lists of CaTH, XHIBIT and Libra, events and hearings of Common Platform,',
  'results for the police, new cases. The headers of CaTH are understood: x-source-artefact-id, x-list-type, x-court-id,',
  'x-content-date. What cannot be read is stored all the same, and parks with its reason.',
].join(' ');

/** What courts, police and prosecution send of prosecutions. */
export function courtMessageIntake(inbound: InboundCalls): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/court-messages',
      summary: 'Take in a message of a court: a list, an event, a hearing, a result',
      description,
      query: messageQuery,
      body: z.string().meta({ description: 'As the sender wrote it.' }),
      asText: { types: bodyTypes, mostBytes: 8 * megabyte },
      answers: { 202: { description: 'Stored; `state` says what became of it.', schema: heardShape } },
      async handle(asked) {
        const { occurredAt = asked.now } = asked.query;
        mustBePast('/occurredAt', occurredAt, asked.now);
        const { message, alreadyKnown } = await inbound.receive(asked, {
          source: 'court',
          sourceMessageId: idOf(asked),
          schemaVersion: '1',
          occurredAt,
          payload: { ...envelopeOf(asked), body: asked.body },
        });
        return { status: 202, body: { ...heard(message), alreadyKnown } };
      },
    }),
  ];
}

type Received = Asked<unknown, z.output<typeof messageQuery>, string>;

/**
 * An artefact of CaTH keeps its id when it is published anew: each publication is a message of its own. Events of different
 * kinds have the same few fields: without an id, what the envelope says tells them apart.
 */
function idOf({ header, query, body }: Received): string {
  const { sourceMessageId, kind = header('x-list-type'), urn, occurredAt } = query;
  if (sourceMessageId !== undefined) return sourceMessageId;
  const envelope = JSON.stringify([kind, urn, occurredAt, header('x-court-id'), header('x-content-date')]);
  const content = createHash('sha256').update(envelope).update(body).digest('base64url');
  return [header('x-source-artefact-id')?.slice(0, 200), content].filter(Boolean).join(' ');
}

function envelopeOf({ header, query: { kind = header('x-list-type'), urn } }: Received) {
  if (urn !== undefined && normalisedUrn(urn) === undefined) {
    const errors = [{ parameter: 'urn', message: 'It must be a Unique Reference Number' }];
    throw new Problem('invalidQuery', 'The query is not as it should be.', { errors });
  }
  const [courtId, content] = [header('x-court-id')?.slice(0, 200), header('x-content-date')];
  const time = Date.parse(content ?? '');
  const contentOn = Number.isNaN(time)
    ? undefined
    : /^\d{4}-\d{2}-\d{2}$/.test(content ?? '')
      ? content
      : londonDay(instant(time));
  const given = { kind: kind?.slice(0, 200), urn, courtId, contentOn };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function heard({ messageId, state, kind, because, counts }: InboundMessage) {
  return {
    messageId,
    state,
    ...(kind ? { kind } : {}),
    ...(because ? { because } : {}),
    ...(counts ? { counts } : {}),
  };
}
