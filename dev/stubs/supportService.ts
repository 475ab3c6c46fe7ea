import express, { Router, type Response } from 'express';
import type { z } from 'zod';
import {
  caseChange,
  contactChange,
  partnerMessage,
  withdrawal,
  type CaseChange,
  type PartnerMessage,
  type SafeContact,
} from '../../gateways/supportService/contract';
import { keptLines, type StubFile } from './keptLines';

/** A referral as the stand-in of a support service holds it. */
export interface ReceivedReferral {
  message: PartnerMessage;
  contact?: SafeContact | undefined;
  withdrawn?: string | undefined;
  /** What it was told of the case, each time. */
  caseChanges?: CaseChange[] | undefined;
  /** How often a referral came under a key that it had not seen. */
  times: number;
}

export interface SupportServiceStub {
  readonly router: Router;
  readonly received: ReadonlyMap<string, ReceivedReferral>;
  /** Every call that came in, as method and path. */
  readonly calls: readonly string[];
  /** Answers every call with this status until it is undefined again. */
  answerWith: number | undefined;
  /** Runs after a referral was taken and before that is answered. */
  afterReferral: ((referralId: string) => Promise<void>) | undefined;
}

/** What it was sent, as it keeps it. */
type Line =
  | { readonly referral: PartnerMessage; readonly key: string }
  | { readonly contactChanged: z.output<typeof contactChange> }
  | { readonly caseChanged: CaseChange; readonly referralId: string; readonly key: string }
  | { readonly withdrawal: z.output<typeof withdrawal> };

/** Stands in for the system of a support service; it keeps to the contract and refuses what does not. */
export function supportServiceStub(file?: StubFile): SupportServiceStub {
  const received = new Map<string, ReceivedReferral>();
  const keys = new Set<string>();
  const calls: string[] = [];
  const take = (line: Line) => {
    if ('referral' in line) {
      const { referral: message, key } = line;
      const known = received.get(message.referralId);
      const contact = message.recipient === 'dutyToNotify' ? undefined : message.victim.contact;
      received.set(message.referralId, {
        message,
        contact,
        times: (known?.times ?? 0) + 1,
        withdrawn: known?.withdrawn,
        caseChanges: known?.caseChanges,
      });
      keys.add(key);
    } else if ('contactChanged' in line) {
      const known = received.get(line.contactChanged.referralId);
      if (known) known.contact = line.contactChanged.contact;
    } else if ('caseChanged' in line) {
      const known = received.get(line.referralId);
      if (known && !keys.has(line.key)) known.caseChanges = [...(known.caseChanges ?? []), line.caseChanged];
      keys.add(line.key);
    } else {
      const known = received.get(line.withdrawal.referralId);
      if (known) known.withdrawn = line.withdrawal.reason;
    }
  };
  const kept = file === undefined ? undefined : keptLines<Line>(file);
  kept?.all.forEach(take);
  const note = (line: Line) => {
    kept?.add(line);
    take(line);
  };
  const router = Router();
  const stub: SupportServiceStub = { router, received, calls, answerWith: undefined, afterReferral: undefined };

  router.use(express.json({ limit: '1mb' }), (req, res, next) => {
    calls.push(`${req.method} ${req.path}`);
    if (stub.answerWith === undefined) next();
    else res.status(stub.answerWith).json({});
  });
  router.post('/referrals', async (req, res) => {
    const { data: message } = partnerMessage.safeParse(req.body);
    if (!message) return void res.status(422).json({});
    const { referralId } = message;
    const key = req.get('idempotency-key') ?? '';
    if (!keys.has(key)) note({ referral: message, key });
    await stub.afterReferral?.(referralId);
    res.status(201).json(receiptOf(referralId));
  });
  router.get('/referrals/:referralId', (req, res) => {
    if (received.has(req.params.referralId)) res.json(receiptOf(req.params.referralId));
    else unknown(res);
  });
  router.put('/referrals/:referralId/contact', (req, res) => {
    const { data } = contactChange.safeParse(req.body);
    const known = received.get(req.params.referralId);
    if (!known) return unknown(res);
    if (!data) return void res.status(422).json({});
    note({ contactChanged: data });
    res.json(receiptOf(data.referralId));
  });
  router.put('/referrals/:referralId/case', (req, res) => {
    const { data } = caseChange.safeParse(req.body);
    const { referralId } = req.params;
    if (!received.has(referralId)) return unknown(res);
    if (!data) return void res.status(422).json({});
    note({ caseChanged: data, referralId, key: req.get('idempotency-key') ?? '' });
    res.json(receiptOf(referralId));
  });
  router.post('/referrals/:referralId/withdrawal', (req, res) => {
    const { data } = withdrawal.safeParse(req.body);
    const known = received.get(req.params.referralId);
    if (!known) return unknown(res);
    if (!data) return void res.status(422).json({});
    note({ withdrawal: data });
    res.json(receiptOf(data.referralId));
  });
  /** What it holds, for whoever tries the service out. */
  router.get('/received', (_req, res) => {
    res.json({ items: [...received.values()] });
  });
  return stub;
}

function receiptOf(referralId: string): object {
  return { reference: `SS-${referralId.slice(0, 8)}` };
}

function unknown(res: Response): void {
  res.status(404).json({});
}
