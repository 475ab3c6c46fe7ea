import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { CommandStopped } from '../commandStopped';
import { objection, type ServiceClient } from '../service/serviceClient';
import { inOrder } from './inOrder';
import type { ImportRun } from './importRun';

interface CourtImport {
  readonly client: ServiceClient;
  readonly progress: ImportRun['progress'];
  readonly atATime: number;
  readonly force: string;
  /** What the files are, where neither they nor their names say. */
  readonly kind?: string | undefined;
  /** The prosecution that the files are an answer about. */
  readonly urn?: string | undefined;
  readonly stop?: AbortSignal | undefined;
}

/** How many messages of each kind came to each state, and which a person has to look at, by the name of the file. */
export interface CourtMessagesImported {
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly parked: readonly { readonly file: string; readonly because: string }[];
}

/** Sends files to the running service, one message each. Sent again they do nothing again. Throws CommandStopped. */
export async function importCourtMessages(
  files: readonly string[],
  { client, progress, atATime, force, kind, urn, stop }: CourtImport
): Promise<CourtMessagesImported> {
  const bytes = await Promise.all(files.map(sizeOf));
  const counts: Record<string, Record<string, number>> = {};
  const parked: { file: string; because: string }[] = [];
  let [done, sent] = [0, 0];
  progress.begin(bytes.reduce((sum, each) => sum + each, 0));
  try {
    for await (const { item: file, result } of inOrder(eachOf(files), atATime, send, stop)) {
      const ofKind = (counts[result.kind] ??= {});
      ofKind[result.state] = (ofKind[result.state] ?? 0) + 1;
      if (result.because !== undefined) parked.push({ file, because: result.because });
      progress.show((sent += bytes[done] ?? 0), (done += 1));
    }
  } finally {
    progress.end();
  }
  if (stop?.aborted) throw new CommandStopped('Stopped. Run the same command again: what was sent is known.', 2);
  return { counts, parked };

  async function send(file: string): Promise<{ kind: string; state: string; because?: string }> {
    const body = await readFile(file);
    const named = kind ?? eventNamed(file);
    const query = new URLSearchParams({ ...(named ? { kind: named } : {}), ...(urn ? { urn } : {}) }).toString();
    const contentType = isXml(body) ? 'application/xml' : 'application/json';
    const reply = await client.post(`/court-messages${query ? `?${query}` : ''}`, body, { force, contentType });
    if (reply.status !== 202) return { kind: named ?? 'unknown', state: 'refused', because: objection(reply) };
    const { state, because, kind: found = named ?? 'unknown', alreadyKnown } = reply.body as unknown as Heard;
    const known = alreadyKnown && state !== 'parked' ? 'alreadyKnown' : state;
    return { kind: found, state: known, ...(state === 'parked' ? { because: inWords(because) } : {}) };
  }
}

interface Because {
  readonly code: string;
  readonly faults?: readonly { readonly pointer: string; readonly message: string }[];
}

/** The reason with the first fields that are wrong. */
function inWords({ code, faults = [] }: Because = { code: 'parked' }): string {
  const fields = faults.slice(0, 3).map(({ pointer, message }) => `${pointer || 'the message'} ${message}`);
  return [code, ...(fields.length > 0 ? [fields.join('; ')] : [])].join(': ');
}

/** Whether it begins as XML does, in any encoding: before that there may be a mark of its encoding and space. */
function isXml(bytes: Uint8Array): boolean {
  return bytes.find((byte) => byte > 0x20 && byte < 0x80) === 0x3c;
}

interface Heard {
  readonly state: string;
  readonly kind?: string;
  readonly because?: Because;
  readonly alreadyKnown: boolean;
}

/** Events of Common Platform are kept in files of their name: `public.hearing.adjourned.json`. */
function eventNamed(file: string): string | undefined {
  return /^(public\.[\w.-]+?)(\.\d+)?\.json$/.exec(path.basename(file))?.[1];
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new CommandStopped(`${file} is no file.`, 1);
  return found.size;
}

async function* eachOf<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
