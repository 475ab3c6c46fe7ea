import http from 'node:http';
import https from 'node:https';
import { instant } from '../../domain/time/londonTime';
import { publicLookup } from '../publicAddress';
import { caseChange, contactChange, partnerMessage, partnerReceipt, withdrawal } from './contract';
import { PartnerBusy, PartnerRefused, type PartnerAnswer, type PartnerClient } from './partnerClient';

interface HttpPartner {
  /** Below it lie the paths of the contract. */
  readonly url: string;
  readonly key?: string | undefined;
  /** Whoever runs the service named this address themselves: it may be anywhere. */
  readonly isTrusted: boolean;
  readonly timeoutMs?: number | undefined;
}

interface Reply {
  readonly status: number;
  readonly retryAfter?: string | undefined;
  readonly body: unknown;
}

/** A whole try makes four calls at most and has fifty seconds. */
const defaultTimeoutMs = 8_000;
const longestReply = 65_536;
const longestWaitMs = 60 * 60_000;

/** The system of a support service that keeps to the contract. Redirects are not followed. */
export function httpPartner(partner: HttpPartner): PartnerClient {
  const asked = (method: string, path: string, body?: object, key?: string) => call(partner, method, path, body, key);

  return {
    async find(referralId) {
      const reply = await asked('GET', `referrals/${referralId}`);
      return reply.status === 404 ? { state: 'unknown' } : answerOf(reply);
    },
    async refer(message, key) {
      return answerOf(await asked('POST', 'referrals', partnerMessage.parse(message), key));
    },
    async changeContact(referralId, contact, key) {
      const body = contactChange.parse({ referralId, contact });
      const reply = await asked('PUT', `referrals/${referralId}/contact`, body, key);
      return reply.status === 404 ? { state: 'unknown' } : answerOf(reply);
    },
    async changeCase(referralId, change, key) {
      const reply = await asked('PUT', `referrals/${referralId}/case`, caseChange.parse(change), key);
      return reply.status === 404 ? { state: 'unknown' } : answerOf(reply);
    },
    async withdraw(referralId, reason, key) {
      const body = withdrawal.parse({ referralId, reason });
      const reply = await asked('POST', `referrals/${referralId}/withdrawal`, body, key);
      return reply.status === 404 ? { state: 'unknown' } : answerOf(reply);
    },
  };
}

function answerOf({ status, retryAfter, body }: Reply): PartnerAnswer {
  if (status >= 200 && status < 300) {
    const { data } = partnerReceipt.safeParse(body);
    return { state: 'has', ...(data?.reference === undefined ? {} : { reference: data.reference }) };
  }
  if (status === 429 || (status === 503 && retryAfter !== undefined)) throw new PartnerBusy(waitUntil(retryAfter));
  if (status >= 500 || status === 408 || status === 425) throw new Error('the support service is away');
  throw new PartnerRefused(status);
}

function waitUntil(retryAfter = '60') {
  const given = /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - Date.now();
  const ms = Number.isFinite(given) ? Math.min(Math.max(given, 1_000), longestWaitMs) : 60_000;
  return instant(Date.now() + ms);
}

function call(partner: HttpPartner, method: string, path: string, body?: object, key?: string): Promise<Reply> {
  const { url, isTrusted, timeoutMs = defaultTimeoutMs } = partner;
  const target = new URL(path, url.endsWith('/') ? url : `${url}/`);
  const text = body === undefined ? undefined : JSON.stringify(body);
  const { request } = target.protocol === 'https:' ? https : http;
  const headers = {
    accept: 'application/json',
    ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(partner.key === undefined ? {} : { authorization: `Bearer ${partner.key}` }),
  };
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    const asked = request(target, { method, headers, signal, ...(isTrusted ? {} : { lookup: publicLookup }) });
    asked.on('error', reject);
    asked.on('response', (response) => {
      const parts: Buffer[] = [];
      let length = 0;
      response.on('data', (part: Buffer) => {
        length += part.length;
        if (length > longestReply) asked.destroy(new Error('the answer is too long'));
        else parts.push(part);
      });
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0, headers: said } = response;
        resolve({ status, retryAfter: said['retry-after'], body: jsonOf(Buffer.concat(parts).toString('utf8')) });
      });
    });
    asked.end(text);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
