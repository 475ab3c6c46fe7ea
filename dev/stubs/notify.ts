import express, { Router, type RequestHandler, type Response } from 'express';
import { jwtVerify } from 'jose';
import { randomUUID } from 'node:crypto';
import { keptLines, type StubFile } from './keptLines';
import type { SecureMailbox } from './secureMailbox';
import { fateOf, type NotifyFate } from './notifyFates';

/** Ids of the templates that the stub knows, one for each channel. */
export const stubTemplates = {
  text: '00000000-0000-4000-8000-00000000a001',
  email: '00000000-0000-4000-8000-00000000a002',
  letter: '00000000-0000-4000-8000-00000000a003',
} as const;

export interface NotifyStubSettings {
  readonly file: StubFile;
  readonly apiKey: string;
  /** Where receipts are posted to, and the bearer token that they carry. */
  readonly callback?: { readonly url: string; readonly token: string } | undefined;
  /** Keeps e-mails to partners, as their own mail would. */
  readonly mailbox?: Pick<SecureMailbox, 'keep'>;
  readonly receiptAfterMs?: number;
  readonly retryMs?: number;
}

interface Stored {
  readonly id: string;
  readonly reference: string | null;
  readonly type: 'sms' | 'email' | 'letter';
  readonly templateId: string;
  readonly createdAt: string;
  readonly fate: NotifyFate;
}

interface Receipt {
  readonly receiptFor: string;
  readonly status: string;
}

interface Told {
  readonly toldOf: string;
}

const receiptTries = 5;

/**
 * Speaks the HTTP of GOV.UK Notify as its own client uses it: tokens, errors, references, receipts. Like Notify it takes the
 * same reference twice. It keeps neither addresses nor texts, since those may be a real person's; e-mails to partners are for the mailbox. Numbers and addresses of Notify's simulator fail as they do there.
 */
export function notifyStub(settings: NotifyStubSettings): Router {
  const { apiKey, callback, mailbox, receiptAfterMs = 150, retryMs = 2_000 } = settings;
  const lines = keptLines<Stored | Receipt | Told>(settings.file);
  const secret = new TextEncoder().encode(apiKey.slice(-36));
  const serviceId = apiKey.slice(-73, -37);
  const stored = () => lines.all.filter((line): line is Stored => 'id' in line);
  const statusOf = ({ id, type }: Stored) =>
    lines.all.findLast((line): line is Receipt => 'receiptFor' in line && line.receiptFor === id)?.status ??
    (type === 'letter' ? 'accepted' : 'sending');

  const mayCall: RequestHandler = async (req, res, next) => {
    try {
      const [, token = ''] = /^Bearer (.+)$/.exec(req.get('authorization') ?? '') ?? [];
      await jwtVerify(token, secret, { issuer: serviceId, algorithms: ['HS256'], clockTolerance: 30 });
      next();
    } catch {
      refuse(res, 403, 'AuthError', 'Invalid token: API key not found');
    }
  };

  const take =
    (type: Stored['type'], templateId: string): RequestHandler =>
    (req, res) => {
      const { template_id: template, reference = null, personalisation = {}, ...sent } = req.body as Sent;
      const to = addressee(type, sent, personalisation);
      if (template !== templateId) return refuse(res, 400, 'BadRequestError', 'Template not found');
      const fault = to === undefined ? 'There is no address' : faultOf(type, to);
      if (to === undefined || fault) return refuse(res, 400, 'ValidationError', fault ?? '');
      const { body, subject } = personalisation;
      if (!body || (type !== 'sms' && !subject)) {
        return refuse(res, 400, 'BadRequestError', 'Missing personalisation: body');
      }
      const fate = fateOf(type, to);
      if (fate === 'rateLimited') return refuse(res, 429, 'RateLimitError', 'Exceeded rate limit');
      const message: Stored = { id: randomUUID(), reference, type, templateId, createdAt: now(), fate };
      lines.add(message);
      if (type === 'email' && fate === 'delivered') mailbox?.keep({ reference, to, subject: subject ?? '', body });
      setTimeout(() => void post(message), receiptAfterMs).unref();
      res.status(201).json({
        id: message.id,
        reference,
        content: { body, ...(subject ? { subject } : {}) },
        uri: `/v2/notifications/${message.id}`,
        template: { id: templateId, version: 1, uri: `/services/${serviceId}/templates/${templateId}` },
        scheduled_for: null,
      });
    };

  async function post(message: Stored): Promise<void> {
    const { fate } = message;
    if (fate === 'silent' || fate === 'rateLimited') return;
    lines.add({ receiptFor: message.id, status: fate });
    // Notify sends receipts of e-mails and texts alone.
    if (!callback || message.type === 'letter') return;
    for (let tried = 0; tried < receiptTries; tried += 1) {
      const { ok } = await fetch(callback.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${callback.token}` },
        body: JSON.stringify(receiptOf(message, fate)),
        signal: AbortSignal.timeout(5_000),
      }).catch(() => ({ ok: false }));
      if (ok) {
        lines.add({ toldOf: message.id });
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, retryMs).unref());
    }
  }

  // What a stop left untold is told now.
  const told = new Set(lines.all.flatMap((line) => ('toldOf' in line ? [line.toldOf] : [])));
  for (const message of stored()) if (!told.has(message.id)) void post(message);

  return Router()
    .use(express.json(), mayCall)
    .post('/v2/notifications/sms', take('sms', stubTemplates.text))
    .post('/v2/notifications/email', take('email', stubTemplates.email))
    .post('/v2/notifications/letter', take('letter', stubTemplates.letter))
    .get('/v2/notifications', (req, res) => {
      const { reference } = req.query;
      const found = stored().filter((each) => reference === undefined || each.reference === reference);
      res.json({ notifications: found.reverse().map((each) => shown(each, statusOf(each))), links: {} });
    })
    .get('/v2/notifications/:id', (req, res) => {
      const found = stored().find(({ id }) => id === req.params.id);
      if (found) res.json(shown(found, statusOf(found)));
      else refuse(res, 404, 'NoResultFound', 'No result found');
    });
}

interface Sent {
  readonly template_id?: string;
  readonly reference?: string | null;
  readonly personalisation?: Readonly<Record<string, string>>;
  readonly phone_number?: string;
  readonly email_address?: string;
}

function addressee(type: Stored['type'], sent: Partial<Sent>, values: Readonly<Record<string, string>>) {
  if (type === 'sms') return sent.phone_number;
  if (type === 'email') return sent.email_address;
  const lines = Array.from({ length: 7 }, (_, index) => values[`address_line_${index + 1}`]).filter(Boolean);
  return lines.length === 0 ? undefined : lines.join('\n');
}

function faultOf(type: Stored['type'], to: string): string | undefined {
  if (type === 'sms') return /^\+?[\d\s()-]{10,20}$/.test(to) ? undefined : 'phone_number Not a valid phone number';
  if (type === 'email')
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(to) ? undefined : 'email_address Not a valid email address';
  const lines = to.split('\n');
  if (lines.length < 3) return 'Address must be at least 3 lines';
  return /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i.test(lines.at(-1) ?? '')
    ? undefined
    : 'Last line of address must be a real UK postcode or another country';
}

function shown({ id, reference, type, templateId, createdAt }: Stored, status: string) {
  const template = { id: templateId, version: 1, uri: `/templates/${templateId}` };
  return { id, reference, type, status, template, created_at: createdAt };
}

function receiptOf({ id, reference, type, templateId, createdAt }: Stored, status: string) {
  const times = { created_at: createdAt, completed_at: now(), sent_at: createdAt };
  return { id, reference, status, ...times, notification_type: type, template_id: templateId, template_version: 1 };
}

function refuse(res: Response, status: number, error: string, message: string): void {
  res.status(status).json({ status_code: status, errors: [{ error, message }] });
}

function now(): string {
  return new Date().toISOString();
}
