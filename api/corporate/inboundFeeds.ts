import { z } from 'zod';
import { inboundStates, type InboundMessage, type InboundSource } from '../../database/corporate/inboundMessage';
import { endpoint, type Endpoint } from '../http/endpoint';
import type { InboundCalls } from './inboundCalls';
import { mustBePast } from '../http/mustBePast';
import { instantValue, shortText } from '../http/values';

const envelopeBody = z
  .strictObject({
    sourceMessageId: shortText.meta({
      description: "The sender's own id of the message: the same again does nothing.",
    }),
    schemaVersion: z
      .string()
      .regex(/^\d{1,4}(\.\d{1,4}){0,2}$/, 'As in 1 or 1.2')
      .meta({ example: '1.0' }),
    occurredAt: instantValue,
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'InboundEnvelope' });

export const whyWaitingShape = z.object({
  code: z.string(),
  faults: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
});

const takenShape = z
  .object({
    messageId: z.string(),
    state: z.enum(inboundStates),
    because: whyWaitingShape.optional(),
    alreadyKnown: z.boolean(),
  })
  .meta({ id: 'MessageTaken' });

interface Feed {
  readonly path: string;
  readonly source: InboundSource;
  readonly summary: string;
  readonly description: string;
}

const feeds: readonly Feed[] = [
  {
    path: '/report-fraud/referrals',
    source: 'reportFraud',
    summary: 'Take in a referral of Report Fraud, however late after the report',
    description:
      'The payload: reference, version, occurredAt, reportedAt, disseminatedAt, fraudCode, homeOfficeCode, title, cyber, restricted, ' +
      'circumstances, crimeReference, victim {reference, kind, name, dateOfBirth, contactPoints, wantsSupport}, summary. ' +
      'A newer version of a reference amends the report; an older one does nothing.',
  },
  {
    path: '/track-my-crime/messages',
    source: 'trackMyCrime',
    summary: 'Take in what a victim wrote in TrackMyCrime',
    description: 'The payload: crimeReference, text. It becomes a fact of the case with a task to answer it.',
  },
  {
    path: '/prosecution/messages',
    source: 'prosecution',
    summary: 'Take in what the prosecution tells: witnesses to attend, special measures, decisions on charges',
    description:
      'The payload by its kind: witnessesToAttend {urn, hearingId, witnesses}, specialMeasuresDecision {urn, witness, ' +
      'decision, measures, declinedBecause, reason}, chargingDecision {urn, suspectId, decision, change, stopped, rightToReview, letterSentAt, reason}. ' +
      'A witness is named by ourReference, the reference that we gave the prosecution, or by name.',
  },
];

/** Messages that other systems send of their own accord. What is not as agreed is stored all the same, and parks. */
export function inboundFeeds(inbound: InboundCalls): Endpoint[] {
  return feeds.map(({ path, source, summary, description }) =>
    endpoint({
      method: 'post',
      path,
      summary,
      description,
      body: envelopeBody,
      answers: { 202: { description: 'Stored; `state` says what became of it.', schema: takenShape } },
      async handle(asked) {
        const { occurredAt } = asked.body;
        mustBePast('/occurredAt', occurredAt, asked.now);
        const { message, alreadyKnown } = await inbound.receive(asked, { ...asked.body, source });
        return { status: 202, body: { ...taken(message), alreadyKnown } };
      },
    })
  );
}

function taken({ messageId, state, because }: InboundMessage) {
  return { messageId, state, ...(because ? { because } : {}) };
}
