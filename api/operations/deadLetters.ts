import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Engine } from '../../commands/engine';
import { ensureDelivery } from '../../commands/queueItem';
import type { ItemFilter, OutboxItem } from '../../database/outbox';
import { addHours } from '../../domain/time/londonTime';
import { outboxKinds, outboxStates, type OutboxKind } from '../../domain/messages/outbox';
import { instantText, pageOf } from '../http/answerShapes';
import { endpoint, type Asked, type Endpoint } from '../http/endpoint';
import { notFound, Problem } from '../http/errors';
import { scopesOf } from '../access/scopes';
import { isInScope } from '../../database/store/scope';

const itemShape = z
  .object({
    itemId: z.string(),
    kind: z.enum(outboxKinds),
    system: z.string(),
    caseId: z.string().optional(),
    state: z.enum(outboxStates),
    because: z.string().optional(),
    attempts: z.int(),
    queuedAt: instantText,
    changedAt: instantText,
  })
  .meta({ id: 'OutboxItem' });

const itemPath = z.object({ itemId: z.string().min(1).max(100) });
const resendBody = z
  .strictObject({ content: z.record(z.string(), z.unknown()).optional() })
  .default({})
  .meta({
    id: 'Resend',
    description:
      'The content with what was mended, all else as it is; without one the same goes again. Of a message another way of contact may be named, of an entry the text, of a message to the prosecution its `urn`.',
  });
const discardBody = z
  .strictObject({ reason: z.enum(['sentAnotherWay', 'notNeeded', 'wrong']) })
  .meta({ id: 'Discard' });

/** What a person may change. Words to a victim, and who took it on themself to send them, come from a new message alone. */
const mendable: Readonly<Record<OutboxKind, readonly string[]>> = {
  message: ['contactPointId'],
  recordsEntry: ['text'],
  partnerReferral: [],
  secureEmail: [],
  dutyAlert: [],
  trackMyCrimeMessage: [],
  webhook: [],
  prosecutionMessage: ['urn'],
  hubOrder: [],
  courtPartner: [],
};
const mended = z.string().min(1).max(5_000);

const mostShown = 200;
const manyTries = 3;

/** What the other systems refuse, or have not taken for long: seen, mended, sent again or discarded by a person. */
export function deadLetters(engine: Engine): Endpoint[] {
  const { outbox, cases } = engine.database;

  /** Of a case that the caller does not see, nothing that leaves it is seen either. */
  async function seen(asked: Asked, items: readonly OutboxItem[]): Promise<OutboxItem[]> {
    const own = items.filter(({ force }) => force === asked.caller.force);
    const caseIds = [...new Set(own.flatMap(({ caseId }) => caseId ?? []))];
    const scopes = scopesOf(asked);
    const visible = (await cases.findCases(caseIds)).filter((each) => scopes.some((scope) => isInScope(each, scope)));
    const ids = new Set(visible.map(({ caseId }) => caseId));
    return own.filter(({ caseId }) => caseId === undefined || ids.has(caseId));
  }

  /** Reads on until there are as many as are shown: what the caller does not see makes the list no shorter. */
  async function firstSeen(asked: Asked, filter: ItemFilter): Promise<OutboxItem[]> {
    const found: OutboxItem[] = [];
    for (let last: OutboxItem | undefined; found.length < mostShown;) {
      const items = await outbox.listItems({ ...filter, force: asked.caller.force }, mostShown, last);
      found.push(...(await seen(asked, items)));
      last = items.at(-1);
      if (items.length < mostShown) break;
    }
    return found.slice(0, mostShown);
  }

  async function own(asked: Asked, itemId: string): Promise<OutboxItem> {
    const item = await outbox.findItem(itemId);
    const [found] = item ? await seen(asked, [item]) : [];
    if (!found) throw notFound();
    return found;
  }

  /** Ends the request where more was changed than may be, or where the person was erased. */
  async function mustFit({ itemId, kind }: OutboxItem, content: Readonly<Record<string, unknown>>): Promise<void> {
    const before = await outbox.readContent<Record<string, unknown>>(itemId);
    if (before === undefined) throw notFound();
    const fields = [...new Set([...Object.keys(before), ...Object.keys(content)])];
    const wrong = fields.filter((field) => {
      if (isDeepStrictEqual(before[field], content[field])) return false;
      return !mendable[kind].includes(field) || !mended.safeParse(content[field]).success;
    });
    if (wrong.length === 0) return;
    const errors = wrong.map((field) => ({
      pointer: `/content/${field.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 100)}`,
      message: 'This cannot be changed, or not to this',
    }));
    throw new Problem('invalidBody', 'The content is not as it was, beyond what may be mended.', { errors });
  }

  return [
    endpoint({
      method: 'get',
      path: '/operations/dead-letters',
      summary: 'What other systems refused, longest waiting first',
      answers: { 200: { description: 'At most 200, of your force.', schema: pageOf(itemShape) } },
      async handle(asked) {
        const items = await firstSeen(asked, { state: 'parked' });
        return { status: 200, body: { items: items.map(shown) } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/operations/undelivered',
      summary: 'What was tried three times or more and has not left, and why',
      answers: { 200: { description: 'At most 200, of your force.', schema: pageOf(itemShape) } },
      async handle(asked) {
        const items = await firstSeen(asked, { state: 'queued', leastAttempts: manyTries });
        return { status: 200, body: { items: items.map(shown) } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/operations/dead-letters/{itemId}',
      summary: 'One of them, with its content',
      params: itemPath,
      answers: {
        200: { description: 'As it was to be sent.', schema: itemShape.extend({ content: z.unknown() }) },
      },
      async handle(asked) {
        const item = await own(asked, asked.params.itemId);
        return { status: 200, body: { ...shown(item), content: await outbox.readContent(item.itemId) } };
      },
    }),
    endpoint({
      method: 'post',
      path: '/operations/dead-letters/{itemId}/resend',
      summary: 'Send it again, as it is or mended',
      params: itemPath,
      body: resendBody,
      bodyOptional: true,
      answers: { 202: { description: 'Queued again.', schema: itemShape } },
      async handle(asked) {
        const item = await own(asked, asked.params.itemId);
        const { itemId } = item;
        const { now } = asked;
        if (asked.body?.content) await mustFit(item, asked.body.content);
        if (!(await outbox.queueAgain(itemId, asked.body?.content, now, addHours(now, 1 / 120)))) throw notParked();
        await ensureDelivery(engine, itemId);
        return { status: 202, body: shown(await own(asked, itemId)) };
      },
    }),
    endpoint({
      method: 'post',
      path: '/operations/dead-letters/{itemId}/discard',
      summary: 'Leave it unsent, and say why',
      params: itemPath,
      body: discardBody,
      answers: { 200: { description: 'Discarded.', schema: itemShape } },
      async handle(asked) {
        const { itemId, state } = await own(asked, asked.params.itemId);
        const change = { state: 'discarded', because: asked.body.reason, at: asked.now } as const;
        if (state !== 'parked' || !(await outbox.changeItem({ itemId }, change))) throw notParked();
        return { status: 200, body: shown(await own(asked, itemId)) };
      },
    }),
  ];
}

function notParked(): Problem {
  return new Problem('notParked', 'This is not, or no longer, waiting for a person.');
}

function shown({ itemId, kind, system, caseId, state, because, attempts, queuedAt, changedAt }: OutboxItem) {
  const optional = { ...(caseId ? { caseId } : {}), ...(because ? { because } : {}) };
  return { itemId, kind, system, state, attempts, queuedAt, changedAt, ...optional };
}
