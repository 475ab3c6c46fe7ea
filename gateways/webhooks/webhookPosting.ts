import type { NewOutboxItem } from '../../database/outbox';
import type { Webhooks } from '../../database/corporate/webhooks';
import type { Projection } from '../../domain/projection/projection';

/** What a receiver is told: that something of a kind happened in a case, and when. Whoever may see more asks for it. */
export interface WebhookContent {
  readonly webhookId: string;
  readonly call: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: { readonly caseId: string; readonly fact: number; readonly kind: string };
  };
}

/** One call for each new fact and each system that wants to hear of its kind. */
export function webhookCalls({ activeOf }: Pick<Webhooks, 'activeOf'>) {
  return async ({ summary, facts }: Projection): Promise<NewOutboxItem[]> => {
    if (facts.length === 0) return [];
    const { caseId, investigatingForce, homeForce } = summary;
    const webhooks = await activeOf([...new Set([investigatingForce, homeForce])]);
    return webhooks.flatMap(({ webhookId, force, kinds }) =>
      facts
        .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
        .map(({ seq, kind, recordedAt, by }) => {
          const data = { caseId, fact: seq, kind };
          const content: WebhookContent = {
            webhookId,
            call: { type: `case.${kind}`, timestamp: recordedAt, data },
          };
          const ids = { itemId: `webhook-${webhookId}-${caseId}-${seq}`, caseId, force, by };
          const about = { webhookId, fact: String(seq), kind };
          return { ...ids, kind: 'webhook', system: 'webhook', about, subjectId: `webhook ${webhookId}`, content };
        })
    );
  };
}
