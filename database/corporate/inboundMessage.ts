import type { Connection, Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import { collection, whole } from '../store/collection';

export const inboundSources = ['singleOnlineHome', 'reportFraud', 'trackMyCrime', 'court', 'prosecution'] as const;
export type InboundSource = (typeof inboundSources)[number];

/**
 * Where a message stands. What is received, parked or in triage goes on; what waits does once another message says what
 * it is about; the rest is final.
 */
export const inboundStates = [
  'received',
  'taken',
  'waiting',
  'saysNothing',
  'triage',
  'parked',
  'olderThanKnown',
  'rejected',
  'discarded',
] as const;
export type InboundState = (typeof inboundStates)[number];

/** Why a message waits for a person: a code, and which fields are meant. It quotes nothing of the message. */
export interface WhyWaiting {
  readonly code: string;
  readonly faults?: readonly { readonly pointer: string; readonly message: string }[] | undefined;
}

/** A message of another system, as it came: the envelope in the open, the payload sealed. */
export interface InboundEnvelope {
  readonly source: InboundSource;
  readonly sourceMessageId: string;
  readonly schemaVersion: string;
  /** Whose message it is: the force that the sending system speaks for. */
  readonly force: string;
  readonly occurredAt: Instant;
  readonly receivedAt: Instant;
  readonly payload: unknown;
}

export interface InboundMessage extends Omit<InboundEnvelope, 'sourceMessageId' | 'payload'> {
  readonly messageId: string;
  readonly state: InboundState;
  readonly because?: WhyWaiting | undefined;
  readonly reportId?: string | undefined;
  readonly caseId?: string | undefined;
  readonly by: string;
  /** Who decided about it last, and when; absent where no person did. */
  readonly decided?: { readonly by: string; readonly at: Instant; readonly reason?: string | undefined } | undefined;
  readonly mended: number;
  /** What kind of message it turned out to be, where its source sends several. */
  readonly kind?: string | undefined;
  /** How much of it concerned us. */
  readonly counts?: MessageCounts | undefined;
  /** How often another message made known what this one is about. */
  readonly stirred?: number | undefined;
  /** Where it is restricted: the only callers who see it, and what becomes of it. */
  readonly restrictedTo?: readonly string[] | undefined;
  /** Whom it is about, as far as is known: with any of them it is erased. */
  readonly personIds?: readonly string[] | undefined;
}

/** Of a court's message: prosecutions told, those not ours, likely ones that a person decides about, those not known yet. */
export interface MessageCounts {
  readonly told: number;
  readonly notOurs: number;
  readonly likely: number;
  readonly waiting: number;
}

export interface InboundDocument extends Omit<InboundMessage, 'messageId'> {
  readonly _id: string;
  readonly contentHash: string;
  readonly sealed: string;
  /** What was there before it was mended, oldest first. */
  readonly earlier?: readonly string[] | undefined;
  /** `<force>|<state>|<received>|<id>`, only while a person is to look at it. */
  readonly waitsKey?: string | undefined;
  /** The ids of its sender by which it is found when another message makes them known. */
  readonly uses?: readonly string[] | undefined;
  /** When a sweep may take it up again; only while it is received. */
  readonly tryAgainAt?: Instant | undefined;
}

export function inboundMessages(connection: Connection): Model<InboundDocument> {
  const fields = {
    source: String,
    schemaVersion: String,
    force: String,
    occurredAt: String,
    receivedAt: String,
    contentHash: String,
    sealed: String,
    earlier: { type: [String], default: undefined },
    state: String,
    because: whole,
    reportId: String,
    caseId: String,
    by: String,
    decided: whole,
    mended: Number,
    restrictedTo: { type: [String], default: undefined },
    personIds: { type: [String], default: undefined },
    kind: String,
    counts: whole,
    uses: { type: [String], default: undefined },
    stirred: Number,
    waitsKey: String,
    tryAgainAt: String,
  };
  return collection<InboundDocument>(connection, 'inboundMessages', fields, [
    { key: { waitsKey: 1 }, sparse: true },
    { key: { tryAgainAt: 1 }, sparse: true },
    { key: { personIds: 1 }, sparse: true },
    { key: { uses: 1 }, sparse: true },
  ]);
}

/** What is shown of a message: nothing of what it says, nor of how it is found. */
export function openPartOf(document: InboundDocument): InboundMessage {
  const {
    _id,
    contentHash: _hash,
    sealed: _sealed,
    earlier: _earlier,
    uses: _uses,
    waitsKey: _waits,
    tryAgainAt: _at,
    ...rest
  } = document;
  return { messageId: _id, ...rest };
}
