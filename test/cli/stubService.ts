import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

type Json = Record<string, unknown>;

interface StubCase {
  readonly caseId: string;
  readonly receivedAt: string;
  readonly suspects: { suspectId: string; status: string; since: string }[];
  readonly events: Json[];
}

export interface StubCall {
  readonly path: string;
  readonly body: Json;
  readonly key: string | undefined;
  readonly authorization: string | undefined;
}

/** What goes wrong with a call before the service has it (`before`) or after it has carried it out (`after`). */
export interface Fault {
  readonly when: 'before' | 'after';
  readonly as: 'reset' | { readonly status: number; readonly code?: string; readonly retryAfter?: string };
}

/** Speaks as much of the HTTP contract as the import needs, and remembers what it was told. */
export class StubService {
  readonly reports = new Map<string, { content: string; caseIds: string[] }>();
  readonly cases = new Map<string, StubCase>();
  readonly calls: StubCall[] = [];
  readonly #answers = new Map<string, { content: string; body: Json }>();
  /** Asked at every call; the number counts calls from 1. */
  faultOf: (call: StubCall, number: number) => Fault | undefined = () => undefined;
  /** How long it thinks before it answers. */
  delayMs = 0;
  readonly #server = createServer((request, response) => void this.#take(request, response));
  url = '';

  async listen(port = 0): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The cases of a crime, by the id that the files give it. */
  casesOf(crimeId: string): StubCase[] {
    return (this.reports.get(crimeId)?.caseIds ?? []).flatMap((caseId) => this.cases.get(caseId) ?? []);
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as Json;
    const key = request.headers['idempotency-key'] as string | undefined;
    const call: StubCall = { path: request.url ?? '', body, key, authorization: request.headers.authorization };
    this.calls.push(call);
    if (this.delayMs > 0) await sleep(this.delayMs);
    const fault = this.faultOf(call, this.calls.length);
    const answer = fault?.when === 'before' ? undefined : this.#carryOut(call);
    if (fault?.as === 'reset') return void request.socket.destroy();
    if (fault) {
      const { status, code, retryAfter } = fault.as;
      response.writeHead(status, { ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }) });
      return void response.end(JSON.stringify({ code }));
    }
    const { status, headers, body: reply } = answer ?? { status: 500, body: {} };
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(reply));
  }

  #carryOut({ path, body, key }: StubCall): { status: number; headers?: Record<string, string>; body: Json } {
    if (path === '/api/v1/crime-reports') return this.#report(body);
    if (path === '/api/v1/cases/search') {
      return { status: 200, body: { items: this.casesOf(String(body.sourceReference)) } };
    }
    const known = this.cases.get(/^\/api\/v1\/cases\/([^/]+)\/events$/.exec(path)?.[1] ?? '');
    if (!known) return { status: 404, body: { code: 'notFound' } };
    const content = createHash('sha256').update(path).update(JSON.stringify(body)).digest('hex');
    const earlier = key === undefined ? undefined : this.#answers.get(key);
    if (earlier && earlier.content !== content) return { status: 422, body: { code: 'idempotencyKeyReused' } };
    if (earlier) return { status: 201, headers: { 'idempotency-replayed': 'true' }, body: earlier.body };
    known.events.push(body);
    follow(known, body);
    const answer = { caseId: known.caseId, version: known.events.length };
    if (key !== undefined) this.#answers.set(key, { content, body: answer });
    return { status: 201, body: answer };
  }

  #report(body: Json): { status: number; body: Json } {
    const reference = String(body.sourceReference);
    const content = JSON.stringify(body);
    const earlier = this.reports.get(reference);
    if (earlier && earlier.content !== content) return { status: 409, body: { code: 'reportDiffers' } };
    if (!earlier) {
      const caseId = randomUUID();
      const receivedAt = new Date(String(body.receivedAt)).toISOString();
      this.cases.set(caseId, { caseId, receivedAt, suspects: [], events: [] });
      this.reports.set(reference, { content, caseIds: [caseId] });
    }
    const cases = (this.reports.get(reference)?.caseIds ?? []).map((caseId) => ({ caseId, role: 'victim' }));
    return { status: 202, body: { reportId: randomUUID(), cases, alreadyKnown: earlier !== undefined } };
  }
}

function follow(known: StubCase, { kind, data, happenedAt }: Json): void {
  const { verdict } = data as { verdict?: string };
  const status = {
    suspectCharged: 'charged',
    chargedInAnotherCase: 'charged',
    verdictGiven: verdict === 'guilty' ? 'convicted' : 'acquitted',
    sentencePassed: 'sentenced',
    noFurtherAction: 'noFurtherAction',
    prosecutionStopped: 'stopped',
  }[String(kind)];
  if (!status) return;
  known.suspects.splice(0, 1, { suspectId: 'unnamed', status, since: String(happenedAt) });
}
