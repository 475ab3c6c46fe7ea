import { Router } from 'express';
import { webhookCourier } from '../../gateways/webhooks/webhookCourier';
import { publicLookup } from '../../gateways/publicAddress';
import { postOnce } from '../../gateways/webhooks/postOnce';
import type { Webhook } from '../../database/corporate/webhooks';
import { addHours } from '../../domain/time/londonTime';
import { aTuesday } from '../support/caseBuilder';
import { httpServer } from '../support/httpServer';

const post = { headers: {}, body: '{}' };

describe('an address that a subscriber chose', () => {
  it('is looked at again when it is called: a name that leads to this machine is refused', async () => {
    const looked = new Promise((resolve) => publicLookup('localhost', {}, (error) => resolve(error)));
    expect(await looked).toMatchObject({ name: 'AddressRefused' });
    await expect(postOnce('https://127.0.0.1/', post)).rejects.toMatchObject({ name: 'AddressRefused' });
  });

  it('on this machine is called only where whoever runs the service named it', async () => {
    let calls = 0;
    const router = Router();
    router.use((_req, res) => {
      calls += 1;
      res.sendStatus(204);
    });
    const server = await httpServer(router);
    try {
      await expect(postOnce(`${server.url}/hook`, post)).rejects.toMatchObject({ name: 'AddressRefused' });
      const other = { ...post, trusted: 'http://127.0.0.1:1' };
      await expect(postOnce(`${server.url}/hook`, other)).rejects.toMatchObject({ name: 'AddressRefused' });
      expect(calls).toBe(0);
      expect(await postOnce(`${server.url}/hook`, { ...post, trusted: server.url })).toBe(204);
      expect(calls).toBe(1);
    } finally {
      await server.close();
    }
  });
});

describe('a call that is due', () => {
  const webhook: Webhook = {
    webhookId: 'w-1',
    force: 'hertfordshire',
    url: 'https://10.0.0.1/hook',
    kinds: [],
    createdAt: aTuesday,
    by: 'administrator-1',
  };
  const courier = (found: Webhook | undefined) =>
    webhookCourier({
      webhooks: {
        findWebhook: async () => found,
        secretsOf: async () => ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
        disable: async () => undefined,
      },
    });
  const item = { itemId: 'webhook-1', queuedAt: aTuesday, attempts: 1 } as never;
  const content = { webhookId: 'w-1', call: { type: 'case.contactMade', timestamp: aTuesday, data: {} } };
  const deliver = async (found: Webhook | undefined, hours = 0) =>
    (await courier(found).deliver(item, content, addHours(aTuesday, hours))).delivered;

  it('parks where the address has become one of ours, and where nobody answered for days', async () => {
    expect(await deliver(webhook)).toEqual({ as: 'parked', because: 'addressRefused' });
    expect(await deliver(webhook, 24 * 5 + 1)).toEqual({ as: 'parked', because: 'noAnswerForDays' });
  });

  it('is stopped where the subscription has ended, also for what was queued before', async () => {
    const disabled = { at: aTuesday, by: 'administrator-1', because: 'Moved' };
    expect(await deliver({ ...webhook, disabled })).toEqual({ as: 'stopped', because: 'webhookDisabled' });
    expect(await deliver(undefined)).toEqual({ as: 'stopped', because: 'webhookDisabled' });
  });
});
