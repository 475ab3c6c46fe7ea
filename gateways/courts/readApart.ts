import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { readCourtMessage, type CourtMessageRead } from './readCourtMessage';
import type { CourtEnvelope, Reader } from './reading';
import type { LongMessage, LongMessageRead } from './readingThread';

/** In characters: what is longer takes long enough to read that others would wait for it. */
const longBody = 250_000;
const idsAtOnce = 500;
/** What a thread may use before it is stopped; a list of 8 MB needs a quarter of it. */
const mostMegabytes = 1024;

const thread = path.join(__dirname, 'readingThread.js');
/** Sources that are run as they are have no thread to start: there the message is read here. */
const hasThread = existsSync(thread);

/** Reads a message as `readCourtMessage` does; a long one in a thread of its own, so that nobody waits for it meanwhile. */
export async function readApart(
  body: unknown,
  envelope: CourtEnvelope,
  idOf: Reader['idOf']
): Promise<CourtMessageRead> {
  if (typeof body !== 'string' || body.length < longBody || !hasThread) return readCourtMessage(body, envelope, idOf);
  const mark = `${randomUUID()}-`;
  const found = await inThread({ body, envelope, mark });
  if (!found) return { refused: { code: 'tooMuchToRead' } };
  const ids: string[] = [];
  for (const [kind, value] of found.named) {
    ids.push(idOf(kind, value));
    if (ids.length % idsAtOnce === 0) await nextTurn();
  }
  const read = found.read.replace(
    new RegExp(`${mark}(\\d+)\\.`, 'g'),
    (_mark, place: string) => ids[Number(place)] ?? ''
  );
  return JSON.parse(read) as CourtMessageRead;
}

/** Undefined where it needs more memory than a message may. */
function inThread(message: LongMessage): Promise<LongMessageRead | undefined> {
  return new Promise((resolve, reject) => {
    const resourceLimits = { maxOldGenerationSizeMb: mostMegabytes };
    const worker = new Worker(thread, { workerData: message, resourceLimits });
    worker.once('message', resolve);
    worker.once('exit', () => reject(new Error('The thread ended without an answer')));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(undefined);
      else reject(error);
    });
  });
}
