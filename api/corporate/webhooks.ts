import { z } from 'zod';
import { uuidOf } from '../../commands/uuidOf';
import type { Engine } from '../../commands/engine';
import type { Webhook } from '../../database/corporate/webhooks';
import type { FactKind } from '../../domain/fact';
import { addressRefused } from '../../gateways/publicAddress';
import { instantText } from '../http/answerShapes';
import { basePath, endpoint, type Asked, type Endpoint } from '../http/endpoint';
import { notFound, Problem } from '../http/errors';
import { factShapes } from '../facts/factContracts';
import { listOf, shortText, uuidValue } from '../http/values';

/** Facts that no contract of a caller knows: they follow from something else, and can be heard of all the same. */
const followingKinds: readonly FactKind[] = [
  'personChanged',
  'reportAmended',
  'teamChanged',
  'transferAsked',
  'caseReopened',
  'victimWrote',
];
const kindNames = [...new Set([...Object.keys(factShapes), ...followingKinds])] as [string, ...string[]];

const subscription = z
  .strictObject({
    url: z.string().max(2_000).meta({ description: 'Public, https, without a password in it.' }),
    kinds: listOf(z.enum(kindNames), kindNames.length)
      .default([])
      .meta({ description: 'Kinds of fact; none for all.' }),
  })
  .meta({ id: 'NewWebhook' });

const webhookFields = {
  webhookId: z.string(),
  url: z.string(),
  kinds: z.array(z.string()),
  createdAt: instantText,
  by: z.string(),
  disabled: z.object({ at: instantText, by: z.string(), because: z.string() }).optional(),
};
const webhookShape = z.object(webhookFields).meta({ id: 'Webhook' });
const secret = z.string().meta({ description: 'Signs what is sent; it is shown once, here.' });
const newWebhookShape = z.object({ ...webhookFields, secret }).meta({ id: 'WebhookMade' });

const webhookPath = z.object({ webhookId: uuidValue });
const disablingBody = z.strictObject({ reason: shortText }).meta({ id: 'WebhookDisabling' });

/** Other systems that are told when something happens: thin calls, signed by Standard Webhooks. */
export function webhooks({ database, webhookTrustedUrl }: Engine): Endpoint[] {
  const { webhooks: stored, hash } = database;

  async function mine({ caller, params }: Asked<{ webhookId: string }>): Promise<Webhook> {
    const webhook = await stored.findWebhook(params.webhookId);
    if (!webhook || webhook.force !== caller.force) throw notFound();
    return webhook;
  }

  return [
    endpoint({
      method: 'post',
      path: '/webhooks',
      summary: 'Have another system told when something happens in a case of your force',
      description:
        'Each call holds ids, kind and time alone: {type, timestamp, data: {caseId, fact, kind}}. It is signed as ' +
        'Standard Webhooks says (webhook-id, webhook-timestamp, webhook-signature), comes at least once, and not in order.',
      body: subscription,
      idempotent: true,
      answers: { 201: { description: 'Subscribed.', schema: newWebhookShape } },
      async handle({ body, caller, now, key }) {
        const refused = addressRefused(body.url, webhookTrustedUrl);
        if (refused !== undefined) {
          const errors = [{ pointer: '/url', message: refused }];
          throw new Problem('invalidBody', 'The body is not as it should be.', { errors });
        }
        const given = { ...body, force: caller.force, by: caller.id };
        const hashed = key === undefined ? undefined : hash('idempotencyKey', `webhook ${caller.id} ${key}`);
        const made = await stored.subscribe(given, now, hashed && uuidOf(`webhook ${hashed}`));
        if (made === 'differs') {
          throw new Problem('idempotencyKeyReused', 'This Idempotency-Key stood for another request.');
        }
        const headers = {
          location: `${basePath}/webhooks/${made.webhook.webhookId}`,
          ...(made.alreadyKnown ? { 'idempotency-replayed': 'true' } : {}),
        };
        return { status: 201, body: { ...shown(made.webhook), secret: made.secret }, headers };
      },
    }),
    endpoint({
      method: 'get',
      path: '/webhooks',
      summary: 'The subscriptions of your force, oldest first, without their secrets',
      answers: { 200: { description: 'All of them.', schema: z.object({ items: z.array(webhookShape) }) } },
      async handle({ caller }) {
        return { status: 200, body: { items: (await stored.listWebhooks(caller.force)).map(shown) } };
      },
    }),
    endpoint({
      method: 'post',
      path: '/webhooks/{webhookId}/secrets',
      summary: 'A new secret; those before it go on signing for a day',
      params: webhookPath,
      answers: { 201: { description: 'Made.', schema: z.object({ secret }) } },
      async handle(asked) {
        const { webhookId } = await mine(asked);
        return { status: 201, body: { secret: await stored.rotate(webhookId, asked.now) } };
      },
    }),
    endpoint({
      method: 'post',
      path: '/webhooks/{webhookId}/disabling',
      summary: 'End a subscription, also for what is already queued',
      params: webhookPath,
      body: disablingBody,
      answers: { 200: { description: 'Nothing is sent there any more.', schema: webhookShape } },
      async handle(asked) {
        const { webhookId } = await mine(asked);
        await stored.disable(webhookId, asked.caller.id, asked.body.reason, asked.now);
        return { status: 200, body: shown(await mine(asked)) };
      },
    }),
  ];
}

function shown({ webhookId, url, kinds, createdAt, by, disabled }: Webhook) {
  return { webhookId, url, kinds, createdAt, by, ...(disabled ? { disabled } : {}) };
}
