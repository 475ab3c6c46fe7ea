import { Webhook as Signer } from 'standardwebhooks';
import type { Webhooks } from '../../database/corporate/webhooks';
import { addHours } from '../../domain/time/londonTime';
import type { Courier, DeliveryTried } from '../courier';
import { AddressRefused } from '../publicAddress';
import { SystemAway } from '../systemCall';
import { postOnce } from './postOnce';
import type { WebhookContent } from './webhookPosting';

interface Parts {
  readonly webhooks: Pick<Webhooks, 'findWebhook' | 'secretsOf' | 'disable'>;
  /** An origin that may be called though it is not public, as whoever runs the service has set it. */
  readonly trusted?: string | undefined;
}

/** A receiver that has not answered for so long is looked at by a person. */
const givenUpAfterHours = 5 * 24;

/**
 * Calls the systems that subscribed, by the rules of Standard Webhooks: at least once, signed with every secret that is in
 * use. The id of a call stays the same however often it is made, so that a receiver knows it again.
 */
export function webhookCourier({ webhooks, trusted }: Parts): Courier {
  return {
    async deliver({ itemId, queuedAt }, content, now): Promise<DeliveryTried> {
      const { webhookId, call } = content as WebhookContent;
      const webhook = await webhooks.findWebhook(webhookId);
      if (!webhook || webhook.disabled) return stopped('webhookDisabled');
      if (addHours(queuedAt, givenUpAfterHours) < now) return parked('noAnswerForDays');
      const body = JSON.stringify(call);
      const secrets = await webhooks.secretsOf(webhookId, now);
      const headers = { 'content-type': 'application/json', ...signed(itemId, body, secrets, new Date(now)) };
      let status: number;
      try {
        status = await postOnce(webhook.url, { headers, body, trusted });
      } catch (error) {
        if (error instanceof AddressRefused) return parked('addressRefused');
        throw error;
      }
      if (status >= 200 && status < 300) return { delivered: { as: 'delivered' } };
      if (status >= 300 && status < 400) return parked('redirected');
      if (status !== 410) throw new SystemAway(`It answers ${status}`);
      await webhooks.disable(webhookId, 'victim-case-service', 'receiverGone', now);
      return stopped('receiverGone');
    },
  };
}

/** Several signatures stand side by side while secrets change: a receiver needs to know one of them. */
function signed(id: string, body: string, secrets: readonly string[], at: Date): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Signer(secret).sign(id, at, body)).join(' '),
  };
}

function stopped(because: string): DeliveryTried {
  return { delivered: { as: 'stopped', because } };
}

function parked(because: string): DeliveryTried {
  return { delivered: { as: 'parked', because } };
}
