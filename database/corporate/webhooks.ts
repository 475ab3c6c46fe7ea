// Written by: the API, where somebody subscribes, rotates or disables; and by the courier, where a receiver is gone.
import type { Connection, Model } from 'mongoose';
import { trusted } from 'mongoose';
import { randomBytes, randomUUID } from 'node:crypto';
import { addHours, type Instant } from '../../domain/time/londonTime';
import { collection, whole } from '../store/collection';
import { isDuplicateKey } from '../store/connection';
import { canonicalJson } from '../encryption/searchHashes';
import type { Sealer } from '../encryption/masterKey';

/** Another system that is told when something happens in the cases of a force. */
export interface Webhook {
  readonly webhookId: string;
  readonly force: string;
  readonly url: string;
  /** Kinds of fact; none means all. */
  readonly kinds: readonly string[];
  readonly createdAt: Instant;
  readonly by: string;
  readonly disabled?: { readonly at: Instant; readonly by: string; readonly because: string } | undefined;
}

interface WebhookDocument extends Omit<Webhook, 'webhookId' | 'url'> {
  readonly _id: string;
  readonly isActive: boolean;
  /** Addresses can hold tokens of the receiver. */
  readonly sealedUrl: string;
  readonly secrets: readonly { readonly sealed: string; readonly retiredAt?: Instant | undefined }[];
}

export interface Webhooks {
  /**
   * The secret is given once, here, and never again; but under an id that is the caller's own, the same again gives the
   * same. 'differs' where another subscription is stored under it.
   */
  subscribe(
    given: Pick<Webhook, 'force' | 'url' | 'kinds' | 'by'>,
    now: Instant,
    webhookId?: string
  ): Promise<{ readonly webhook: Webhook; readonly secret: string; readonly alreadyKnown: boolean } | 'differs'>;
  findWebhook(webhookId: string): Promise<Webhook | undefined>;
  listWebhooks(force: string): Promise<Webhook[]>;
  /** Who is to be told of a case of these forces. */
  activeOf(forces: readonly string[]): Promise<Webhook[]>;
  /** A new secret beside the present ones, which go on signing for a day. */
  rotate(webhookId: string, now: Instant): Promise<string>;
  /** The secrets that sign at this instant, newest first. */
  secretsOf(webhookId: string, now: Instant): Promise<string[]>;
  disable(webhookId: string, by: string, because: string, now: Instant): Promise<void>;
}

const oldSecretsSignHours = 24;
const secretBytes = 32;
/** A new subscription counts within this time in every process. */
const rememberedMs = 2_000;

export function webhooks(connection: Connection): Model<WebhookDocument> {
  const fields = {
    force: String,
    sealedUrl: String,
    kinds: [String],
    secrets: whole,
    isActive: Boolean,
    createdAt: String,
    by: String,
    disabled: whole,
  };
  return collection<WebhookDocument>(connection, 'webhooks', fields, [{ key: { force: 1, createdAt: 1 } }]);
}

export function webhooksStore(model: Model<WebhookDocument>, sealer: Sealer): Webhooks {
  const remembered = new Map<string, { readonly found: Webhook[]; readonly until: number }>();
  const newSecret = () => `whsec_${randomBytes(secretBytes).toString('base64')}`;
  const shown = ({ _id, isActive: _active, sealedUrl, secrets: _secrets, ...rest }: WebhookDocument): Webhook => ({
    webhookId: _id,
    url: sealer.unseal<string>(`${_id} url`, sealedUrl),
    ...rest,
  });
  const sealedSecret = (webhookId: string, secret: string) => sealer.seal(`${webhookId} secret`, secret);

  function again(stored: WebhookDocument, { url, kinds }: Pick<Webhook, 'url' | 'kinds'>) {
    const webhook = shown(stored);
    const isSame = webhook.url === url && canonicalJson(webhook.kinds) === canonicalJson(kinds);
    // The oldest that is kept: the one that was answered, while it signs.
    const first = stored.secrets.at(-1);
    if (!isSame || !first) return 'differs';
    const secret = sealer.unseal<string>(`${webhook.webhookId} secret`, first.sealed);
    return { webhook, secret, alreadyKnown: true };
  }

  return {
    async subscribe(given, createdAt, webhookId = randomUUID()) {
      const secret = newSecret();
      const { url, ...rest } = given;
      const document: WebhookDocument = {
        _id: webhookId,
        ...rest,
        sealedUrl: sealer.seal(`${webhookId} url`, url),
        secrets: [{ sealed: sealedSecret(webhookId, secret) }],
        isActive: true,
        createdAt,
      };
      try {
        await model.collection.insertOne({ ...document } as never);
      } catch (error) {
        const first = isDuplicateKey(error) ? await model.findById(webhookId).lean<WebhookDocument>() : undefined;
        if (!first) throw error;
        return again(first, given);
      }
      remembered.clear();
      return { webhook: shown(document), secret, alreadyKnown: false };
    },
    async findWebhook(webhookId) {
      const found = await model.findById(webhookId).lean<WebhookDocument>();
      return found ? shown(found) : undefined;
    },
    async listWebhooks(force) {
      return (await model.find({ force }).sort({ createdAt: 1 }).lean<WebhookDocument[]>()).map(shown);
    },
    async activeOf(forces) {
      const key = [...forces].sort().join('|');
      const known = remembered.get(key);
      if (known && known.until > Date.now()) return known.found;
      const query = model.find({ force: trusted({ $in: [...forces] }), isActive: true }).sort({ createdAt: 1 });
      const found = (await query.lean<WebhookDocument[]>()).map(shown);
      remembered.set(key, { found, until: Date.now() + rememberedMs });
      return found;
    },
    async rotate(webhookId, now) {
      const stored = await model.findById(webhookId).lean<WebhookDocument>();
      if (!stored) throw new RangeError('There is no such webhook');
      const secret = newSecret();
      const retiredAt = addHours(now, oldSecretsSignHours);
      const before = stored.secrets
        .filter((each) => each.retiredAt === undefined || each.retiredAt > now)
        .map((each) => ({ ...each, retiredAt: each.retiredAt ?? retiredAt }));
      const secrets = [{ sealed: sealedSecret(webhookId, secret) }, ...before];
      await model.updateOne({ _id: webhookId }, { $set: { secrets } } as never);
      return secret;
    },
    async secretsOf(webhookId, now) {
      const stored = await model.findById(webhookId).lean<WebhookDocument>();
      const signing = (stored?.secrets ?? []).filter(({ retiredAt }) => retiredAt === undefined || retiredAt > now);
      return signing.map(({ sealed }) => sealer.unseal<string>(`${webhookId} secret`, sealed));
    },
    async disable(webhookId, by, because, at) {
      remembered.clear();
      await model.updateOne({ _id: webhookId, isActive: true }, {
        $set: { isActive: false, disabled: { at, by, because } },
      } as never);
    },
  };
}
