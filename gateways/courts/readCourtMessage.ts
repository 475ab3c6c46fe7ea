import { courtFormats, kindNamed, kindOf } from './formats/courtFormats';
import type { AboutProsecution, CourtEnvelope, Reader, Reading } from './reading';
import { withoutRepeats } from './repeats';
import { faultsIn, pointerTo, type Fault } from './schemas';
import { instantOf } from './times';
import { wrongField } from './wrongField';
import { NotReadable, readXml, unwrapped } from './xml';

/** What a message is and says, or why a person has to look at it. Nothing of the message stands in a reason. */
export type CourtMessageRead =
  | { readonly kind: string; readonly reading: Reading }
  | {
      readonly kind?: string | undefined;
      readonly refused: { readonly code: string; readonly faults?: readonly Fault[] };
    };

/**
 * Reads a message of courts, police or prosecution: JSON, or XML without a document type. `body` is the text as it came, or
 * JSON that was read already. It throws nothing, whatever it is given.
 */
export function readCourtMessage(body: unknown, envelope: CourtEnvelope, idOf: Reader['idOf']): CourtMessageRead {
  let payload: unknown;
  try {
    payload = typeof body === 'string' ? parsed(body) : body;
  } catch (error) {
    if (error instanceof NotReadable) return { refused: { code: error.code } };
    throw error;
  }
  if (typeof payload !== 'object' || payload === null)
    return { refused: { code: 'notAsAgreed', faults: [{ pointer: '', message: 'must be an object' }] } };
  const kind = envelope.kind === undefined ? kindOf(payload) : kindNamed(envelope.kind);
  const format = kind === undefined ? undefined : courtFormats[kind];
  if (kind === undefined || !format) return { refused: { code: 'kindUnknown' } };
  const given = readSafely(() => withoutNulls(payload)) as Record<string, unknown> | undefined;
  if (!given) return { kind, refused: { code: 'nestedTooDeeply' } };
  const faults = faultsIn(format.schema, given);
  if (faults.length > 0) return { kind, refused: { code: 'notAsAgreed', faults } };
  const issuedAt = saidAt(payload) ?? envelope.occurredAt;
  const reader = { envelope, issuedAt, idOf };
  const reading = readSafely(() => format.read(given, reader));
  if (!reading) {
    const pointer = pointerTo(wrongField(given, (payload) => format.read(payload as typeof given, reader)));
    const fault = { pointer: pointer.slice(0, 200), message: 'is of another type than agreed' };
    return { kind, refused: { code: 'notAsAgreed', faults: [fault] } };
  }
  if (reading.says === 'nothing') return { kind, reading };
  return { kind, reading: { ...reading, prosecutions: reading.prosecutions.map(saidOnce) } };
}

/** What is not required is not checked before it is read: where it is of another type than agreed, reading fails. */
function readSafely<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Senders write null for what they leave out. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.filter((each) => each !== null).map(withoutNulls);
  const fields = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(fields.map(([name, each]) => [name, withoutNulls(each)]));
}

function parsed(body: string): unknown {
  const start = body.replace(/^\uFEFF/, '').trimStart();
  if (start === '') throw new NotReadable('emptyMessage');
  if (start.startsWith('<')) return unwrapped(readXml(start));
  try {
    return JSON.parse(start) as unknown;
  } catch {
    throw new NotReadable('jsonNotReadable');
  }
}

/** Common Platform writes beside each event what it is and when it was made. */
function saidAt(payload: object): string | undefined {
  const { _metadata: metadata } = payload as { _metadata?: { createdAt?: unknown } };
  return typeof metadata?.createdAt === 'string' ? instantOf(metadata.createdAt) : undefined;
}

function saidOnce(about: AboutProsecution): AboutProsecution {
  return { ...about, events: withoutRepeats(about.events) };
}
