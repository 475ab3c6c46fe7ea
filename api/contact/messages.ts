import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Engine } from '../../commands/engine';
import { ensureDelivery, queueItem } from '../../commands/queueItem';
import { tellCase } from '../../commands/tellCase';
import { uuidOf } from '../../commands/uuidOf';
import { agreedTerms } from '../../database/cases/agreedTerms';
import type { OutboxItem } from '../../database/outbox';
import { canonicalJson } from '../../database/encryption/searchHashes';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { Message } from '../../domain/messages/message';
import {
  fieldsOf,
  messageChannels,
  rendered,
  type MessageChannel,
  type MessageLanguage,
} from '../../domain/messages/template';
import { newestTemplate } from '../../domain/messages/templates';
import { londonDay } from '../../domain/time/londonTime';
import { outboxStates } from '../../domain/messages/outbox';
import { instantText, pageOf } from '../http/answerShapes';
import type { CasesInScope } from '../access/casesInScope';
import { agreedFromOn, mustBeAsAgreed } from './agreedWay';
import { notSafe, routeIn, verdictOn } from './contactVerdict';
import { endpoint, type Asked, type Endpoint } from '../http/endpoint';
import { notFound, Problem, type Fault } from '../http/errors';
import { newFact } from '../facts/factContracts';
import { sideOf } from '../facts/side';
import { messageBody, type MessageBody } from './messageContract';
import { casePath, uuidValue } from '../http/values';
import { valuesInWords } from '../../commands/valuesInWords';

const messageShape = z
  .object({
    messageId: z.string(),
    template: z.string(),
    channel: z.enum(messageChannels),
    state: z.enum(outboxStates),
    because: z.string().optional().meta({ description: 'Why it waits, was stopped or failed.' }),
    queuedAt: instantText,
    changedAt: instantText,
  })
  .meta({ id: 'Message' });

const queuedShape = messageShape.extend({
  sendsFrom: instantText
    .optional()
    .meta({ description: 'The first safe time that is also as agreed, where that is not now.' }),
});
const textShape = messageShape.extend({ language: z.string(), subject: z.string(), body: z.string() });
const messagePath = casePath.extend({ messageId: uuidValue });

const mostCases = 100;

/** Messages to the person of a case: texts that say nothing of a crime, sent only where and when that is safe. */
export function messages(engine: Engine, inScope: CasesInScope): Endpoint[] {
  const { outbox, persons, cases, hash } = engine.database;

  async function written(asked: Asked<unknown, unknown, MessageBody>, about: CaseSummary) {
    const { template: id, contactPointId, override, values, notBefore } = asked.body;
    const person = await persons.readPerson(about.personId);
    const template = newestTemplate(id);
    if (!person || !template) throw notFound();
    const others = await cases.casesOfPersons([about.personId], mostCases);
    const isSafetyNews = template.purpose === 'safety';
    const attempt = { at: asked.now, isSafetyNews, overridden: override !== undefined };
    const verdict = verdictOn({ person, cases: others, about }, contactPointId, attempt);
    if (!verdict.may && verdict.from === undefined) throw notSafe(verdict);
    const found = routeIn({ person, cases: others, about }, contactPointId, asked.now);
    const route = found?.route;
    const channel = messageChannels.find((each) => each === route?.channel);
    if (!channel || !template.channels.includes(channel)) throw wrong('/contactPointId', 'This text is not sent there');
    const terms =
      template.purpose === 'update' && !override ? await agreedTerms(engine.database.timeline, about) : undefined;
    if (terms && found) mustBeAsAgreed(terms, { person, cases: others, about }, { found, template, at: asked.now });
    const language: MessageLanguage = asked.body.language ?? (/^cy\b/.test(person.language ?? '') ? 'cy' : 'en');
    const missing = fieldsOf(template).filter((field) => values[field] === undefined);
    if (missing.length > 0) {
      throw new Problem('invalidBody', 'The text needs more to be filled in with.', {
        errors: missing.map((field) => ({ pointer: `/values/${field}`, message: 'The text needs it' })),
      });
    }
    const { on, from, to } = values;
    if (on !== undefined && on < londonDay(asked.now)) throw wrong('/values/on', 'That day has passed');
    if (from !== undefined && to !== undefined && from >= to) throw wrong('/values/to', 'Later than from');
    const message: Message = {
      ...{ template: id, templateVersion: template.version, channel, language, contactPointId },
      ...rendered(template, language, valuesInWords(values, language)),
      isSafetyNews,
      ...(notBefore === undefined ? {} : { notBefore }),
      ...(override ? { override: { by: asked.caller.id, reason: override.reason } } : {}),
    };
    const safeFrom = verdict.may ? notBefore : verdict.from;
    const agreedFrom = terms && route && agreedFromOn(terms, route, template, safeFrom ?? asked.now);
    const sendsFrom = agreedFrom && agreedFrom > asked.now ? agreedFrom : safeFrom;
    return { message, purpose: template.purpose, sendsFrom };
  }

  async function putOnRecord(
    asked: Asked<unknown, unknown, MessageBody>,
    about: CaseSummary,
    { messageId, channel }: { readonly messageId: string; readonly channel: MessageChannel }
  ) {
    const { override, contactPointId } = asked.body;
    if (!override) return;
    const { caller, now } = asked;
    const { caseId, personId } = about;
    const noteId = uuidOf(`override note ${messageId}`);
    await engine.database.notes.keepNote({ noteId, personId, caseId, text: override.note, by: caller.id, at: now });
    const data = { contactPointId, channel, reason: override.reason };
    const fact = newFact('safeContactOverridden', data, {}, { source: sideOf(asked), now, noteId });
    await tellCase(engine, { origin: `message ${messageId}`, caseId, by: caller.id, fact });
  }

  return [
    endpoint({
      method: 'post',
      path: '/cases/{caseId}/messages',
      summary: 'Send a message to the person of a case, as soon as that is safe',
      description: 'Whether it is safe is asked again at the moment of sending; what is not safe any more is not sent.',
      params: casePath,
      body: messageBody,
      idempotent: true,
      answers: { 202: { description: 'Queued.', schema: queuedShape } },
      async handle(asked) {
        const about = await inScope.find(asked, asked.params.caseId);
        const { caseId, personId, investigatingForce: force } = about;
        const key = asked.key === undefined ? undefined : hash('idempotencyKey', `${asked.caller.id} ${asked.key}`);
        const messageId = key === undefined ? randomUUID() : uuidOf(`message ${key}`);
        const fingerprint = hash('commandContent', canonicalJson({ caseId, sent: asked.sent })) ?? '';
        const known = await outbox.findItem(messageId);
        if (known && known.about.fingerprint !== fingerprint) {
          throw new Problem('idempotencyKeyReused', 'This Idempotency-Key stood for another request.');
        }
        if (known) {
          await ensureDelivery(engine, messageId);
          return { status: 202, body: shown(known), headers: { 'idempotency-replayed': 'true' } };
        }
        const { message, purpose, sendsFrom } = await written(asked, about);
        const { template, channel } = message;
        await putOnRecord(asked, about, { messageId, channel });
        const told = { template, channel, purpose, fingerprint };
        const item = { itemId: messageId, kind: 'message', system: 'notify', caseId, personId, force } as const;
        const queued = { ...item, by: asked.caller.id, about: told, subjectId: personId, content: message };
        await queueItem(engine, queued, asked.now);
        const stored = await outbox.findItem(messageId);
        if (!stored) throw notFound();
        return { status: 202, body: { ...shown(stored), ...(sendsFrom ? { sendsFrom } : {}) } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/messages',
      summary: 'The messages of a case, in the order in which they were queued',
      params: casePath,
      answers: { 200: { description: 'All of them, without their texts.', schema: pageOf(messageShape) } },
      async handle(asked) {
        const { caseId } = await inScope.find(asked, asked.params.caseId);
        return { status: 200, body: { items: (await outbox.itemsOfCase(caseId, 'message')).map(shown) } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/messages/{messageId}',
      summary: 'One message, with its text as it was sent',
      params: messagePath,
      answers: { 200: { description: 'The message.', schema: textShape } },
      async handle(asked) {
        const { caseId } = await inScope.find(asked, asked.params.caseId);
        const item = await outbox.findItem(asked.params.messageId);
        const message = item?.caseId === caseId ? await outbox.readContent<Message>(item.itemId) : undefined;
        if (!item || !message) throw notFound();
        const { language, subject, body } = message;
        return { status: 200, body: { ...shown(item), language, subject, body } };
      },
    }),
  ];
}

function shown({ itemId, about, state, because, queuedAt, changedAt }: OutboxItem) {
  const { template = '', channel } = about;
  const why = because === undefined ? {} : { because };
  return { messageId: itemId, template, channel: channel as MessageChannel, state, ...why, queuedAt, changedAt };
}

function wrong(pointer: string, message: string): Problem {
  const errors: Fault[] = [{ pointer, message }];
  return new Problem('invalidBody', 'The body is not as it should be.', { errors });
}
