import express, { Router, type RequestHandler } from 'express';
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Engine } from '../../commands/engine';
import { service, settleItem } from '../../commands/settleItem';
import type { Message } from '../../domain/messages/message';
import type { Instant } from '../../domain/time/londonTime';
import { goesForward } from '../../domain/messages/outbox';
import type { OutboxItem } from '../../database/outbox';
import type { DeliveryTried } from '../../gateways/courier';
import { alertReceipt } from '../../gateways/dutyDesk/dutyAlertCourier';
import { outcomeOf, type NotifyOutcome } from '../../gateways/notify/notifyStatus';
import { takeReceipt } from '../../gateways/notify/receipt';
import type { PartnerItem } from '../../gateways/supportService/partnerItem';
import { emailReceipt } from '../../gateways/supportService/partnerOutcome';
import { Problem } from '../http/errors';

const receipt = z.looseObject({ reference: z.string().min(1).max(200), status: z.string().max(100) });
const returnedLetter = z.looseObject({ reference: z.uuid() });

/**
 * Where GOV.UK Notify tells what became of messages, with the bearer token that it was given for this. What is not ours is
 * thanked for and left; what cannot be taken in now is answered with 503, and Notify tells it again.
 */
export function notifyReceipts(engine: Engine, token: string | undefined, clock: () => Instant): Router {
  return Router()
    .post('/notify/receipts', mayTell(token), express.json({ limit: 10_000 }), async (req, res) => {
      const { data } = receipt.safeParse(req.body);
      if (!data) throw new Problem('invalidBody', 'A receipt has a reference and a status.');
      const outcome = outcomeOf(data.status);
      if (outcome) await take(engine, data.reference, outcome, clock());
      res.status(204).end();
    })
    .post('/notify/returned-letters', mayTell(token), express.json({ limit: 10_000 }), async (req, res) => {
      const { data } = returnedLetter.safeParse(req.body);
      if (!data) throw new Problem('invalidBody', 'A returned letter has a reference.');
      await take(engine, data.reference, { as: 'failed', reason: 'returned' }, clock());
      res.status(204).end();
    });
}

async function take(engine: Engine, reference: string, outcome: NotifyOutcome, now: Instant): Promise<void> {
  const item = await engine.database.outbox.findItem(reference);
  // What comes late, or twice, marks no way of contact: a person may have put it right since.
  if (!item || !goesForward(item.state, outcome.as)) return;
  const tried = await followed(engine, item, outcome, now);
  if (tried) await settleItem(engine, item, tried, now);
}

/** What a receipt means for an item of its kind; undefined where Notify does not carry such items. */
async function followed(
  { database: { outbox, persons } }: Engine,
  item: OutboxItem,
  outcome: NotifyOutcome,
  now: Instant
): Promise<DeliveryTried | undefined> {
  switch (item.kind) {
    case 'message': {
      const message = await outbox.readContent<Message>(item.itemId);
      return message && takeReceipt(persons, item, message, outcome, { by: service, now });
    }
    case 'dutyAlert':
      return alertReceipt(outcome);
    case 'partnerReferral':
    case 'secureEmail': {
      const content = await outbox.readContent<PartnerItem>(item.itemId);
      return content && emailReceipt(content, outcome, now);
    }
    default:
      return undefined;
  }
}

function mayTell(token: string | undefined): RequestHandler {
  return (req, _res, next) => {
    const [, given = ''] = /^Bearer (\S{1,500})$/.exec(req.get('authorization') ?? '') ?? [];
    if (token === undefined || !timingSafeEqual(digest(given), digest(token))) {
      throw new Problem('notAuthenticated', 'Send the token of the callback.');
    }
    next();
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
