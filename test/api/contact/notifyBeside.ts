import express from 'express';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { SecureMailbox } from '../../../dev/stubs/secureMailbox';
import { notifyStub, stubTemplates } from '../../../dev/stubs/notify';
import { messageCourier } from '../../../gateways/notify/messageCourier';
import { govukNotify, type Notify } from '../../../gateways/notify/notify';
import { temporaryFolder } from '../../support/temporaryFolder';
import type { Posting } from '../../../activities/postings';
import type { Couriers } from '../../../gateways/courier';
import { ApiUnderTest, type ApiOptions } from '../support/apiUnderTest';

/** What the stub was asked to send: the bodies as Notify's own client posted them. */
export interface Posted {
  readonly reference: string;
  readonly phone_number?: string;
  readonly email_address?: string;
  readonly personalisation: Readonly<Record<string, string>>;
}

export interface NotifyBeside {
  readonly api: ApiUnderTest;
  readonly notify: Notify;
  readonly posted: readonly Posted[];
  /** While true the stub answers 503, as Notify does when it is away. */
  away: boolean;
  tellReturned(reference: string, token?: string): Promise<Response>;
  end(): Promise<void>;
}

/** What else leaves by Notify, and what the stub keeps of it. */
interface Beside extends Pick<ApiOptions, 'partnerRoutes' | 'connected'> {
  readonly mailbox?: SecureMailbox;
  readonly alsoOut?: (
    database: ApiUnderTest['database'],
    notify: Notify
  ) => { readonly couriers: Couriers; readonly postings: readonly Posting[] };
}

const folder = temporaryFolder();
const token = 'a-token-for-callbacks';

/** The API with a worker, Notify's own client, and a stub that speaks Notify's HTTP, all over real sockets. */
export async function apiWithNotify({ alsoOut, mailbox, ...options }: Beside = {}): Promise<NotifyBeside> {
  const apiKey = `test-${randomUUID()}-${randomUUID()}`;
  const posted: Posted[] = [];
  const state = { away: false };
  const stub = express();
  const stubServer = await listening(createServer(stub));
  const url = addressOf(stubServer);
  const notify = govukNotify({ apiKey, url, templates: stubTemplates });
  const out = (database: ApiUnderTest['database']) => {
    const { couriers = {}, postings = [] } = alsoOut?.(database, notify) ?? {};
    return { couriers: { message: messageCourier(notify, database, 'victim-case-service'), ...couriers }, postings };
  };
  const api = await ApiUnderTest.start({ ...options, out, notifyCallbackToken: token });
  const apiServer = await listening(createServer(api.app));
  const apiUrl = addressOf(apiServer);
  stub
    .use((_req, res, next) => (state.away ? void res.status(503).json({ status_code: 503, errors: [] }) : next()))
    .post('/v2/notifications/:type', express.json(), (req, _res, next) => {
      posted.push(req.body as Posted);
      next();
    })
    .use(
      notifyStub({
        file: { path: path.join(folder, 'notify.jsonl') },
        apiKey,
        ...(mailbox ? { mailbox } : {}),
        callback: { url: `${apiUrl}/notify/receipts`, token },
        receiptAfterMs: 50,
        retryMs: 200,
      })
    );
  return {
    api,
    notify,
    posted,
    get away() {
      return state.away;
    },
    set away(isAway) {
      state.away = isAway;
    },
    tellReturned: (reference, shownToken = token) =>
      fetch(`${apiUrl}/notify/returned-letters`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${shownToken}` },
        body: JSON.stringify({ reference }),
      }),
    async end() {
      for (const server of [stubServer, apiServer]) {
        server.closeAllConnections();
        server.close();
      }
      await api.end();
    },
  };
}

async function listening(server: Server): Promise<Server> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
