import { parentPort, workerData } from 'node:worker_threads';
import { readCourtMessage } from './readCourtMessage';
import type { CourtEnvelope } from './reading';

/** What a thread is given to read. */
export interface LongMessage {
  readonly body: string;
  readonly envelope: CourtEnvelope;
  /** Nobody who writes a message can know it: it marks the places where an id belongs. */
  readonly mark: string;
}

/** What a thread has read: JSON in which `<mark><n>.` stands for the id of the nth thing named. */
export interface LongMessageRead {
  readonly read: string;
  readonly named: readonly (readonly ['name' | 'asn', string])[];
}

/** Reads one message. The thread has no key, so it leaves the ids of names to whoever asked. */
function readLongMessage({ body, envelope, mark }: LongMessage): LongMessageRead {
  const places = new Map<string, number>();
  const named: ['name' | 'asn', string][] = [];
  const idOf = (kind: 'name' | 'asn', value: string) => {
    const known = places.get(`${kind} ${value}`);
    if (known !== undefined) return `${mark}${known}.`;
    places.set(`${kind} ${value}`, named.length);
    named.push([kind, value]);
    return `${mark}${named.length - 1}.`;
  };
  return { read: JSON.stringify(readCourtMessage(body, envelope, idOf)), named };
}

parentPort?.postMessage(readLongMessage(workerData as LongMessage));
