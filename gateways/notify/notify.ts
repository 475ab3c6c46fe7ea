import axios, { isAxiosError } from 'axios';
import { NotifyClient } from 'notifications-node-client';
import type { NotifySettings } from '../../config/systems';
import type { MessageChannel } from '../../domain/messages/template';

export interface NotifyMessage {
  /** A number, an e-mail address, or the lines of an address. */
  readonly to: string;
  readonly channel: MessageChannel;
  readonly subject: string;
  readonly body: string;
  /** Ours, and the only thing by which Notify finds it again. */
  readonly reference: string;
}

export interface NotifyNews {
  readonly notifyId: string;
  readonly status: string;
}

/** GOV.UK Notify refuses the message for good: trying again would not help. */
export class NotifyRefuses extends Error {
  override readonly name = 'NotifyRefuses';
}

/** GOV.UK Notify is away, asks for patience or does not let us in. The message may have been taken all the same. */
export class NotifyAway extends Error {
  override readonly name = 'NotifyAway';
}

export interface Notify {
  send(message: NotifyMessage): Promise<string>;
  /** The newest message under our reference, if Notify has one. */
  findByReference(reference: string): Promise<NotifyNews | undefined>;
  askFor(notifyId: string): Promise<NotifyNews>;
}

/**
 * GOV.UK Notify by its own client. The templates there only hold our text: `((subject))` and `((body))`. Every function throws NotifyRefuses or NotifyAway; neither quotes
 * what was sent. After `patienceMs` without an answer a message counts as perhaps sent.
 */
export function govukNotify({ apiKey, url, templates }: NotifySettings, patienceMs = 15_000): Notify {
  const client = url === undefined ? new NotifyClient(apiKey) : new NotifyClient(url, apiKey);
  client.setClient(axios.create({ timeout: patienceMs, maxRedirects: 0, proxy: false }));

  return {
    send: (message) =>
      asked(async () => {
        const { data } = await post(client, templates[message.channel], message);
        return data.id;
      }),
    findByReference: (reference) =>
      asked(async () => {
        const { data } = await client.getNotifications(undefined, undefined, reference);
        const [found] = data.notifications;
        return found && { notifyId: found.id, status: found.status };
      }),
    askFor: (notifyId) =>
      asked(async () => {
        const { data } = await client.getNotificationById(notifyId);
        return { notifyId: data.id, status: data.status };
      }),
  };
}

interface Sent {
  readonly data: { readonly id: string };
}

function post(client: NotifyClient, template: string, { channel, to, subject, body, reference }: NotifyMessage) {
  const personalisation = { subject, body };
  switch (channel) {
    case 'text':
      return client.sendSms(template, to, { personalisation: { body }, reference }) as Promise<Sent>;
    case 'email':
      return client.sendEmail(template, to, { personalisation, reference }) as Promise<Sent>;
    case 'letter':
      return client.sendLetter(template, {
        personalisation: { ...addressLines(to), ...personalisation },
        reference,
      }) as Promise<Sent>;
  }
}

/** `address_line_1` to `address_line_7`, from lines or from parts between commas. Notify wants the postcode last. */
export function addressLines(address: string): Record<string, string> {
  const lines = address
    .split(/\r?\n|,/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const kept = lines.length <= 7 ? lines : [...lines.slice(0, 5), lines.slice(5, -1).join(', '), lines.at(-1) ?? ''];
  return Object.fromEntries(kept.map((line, index) => [`address_line_${index + 1}`, line]));
}

async function asked<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    const status = isAxiosError(error) ? error.response?.status : undefined;
    // 403 and 429 are about us and about time; 404 of a lookup means that it is not there yet.
    if (status === 400 || status === 413) throw new NotifyRefuses(`Notify refuses the message (${status})`);
    throw new NotifyAway(status === undefined ? 'Notify does not answer' : `Notify answers ${status}`);
  }
}
