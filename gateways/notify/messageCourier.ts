import { agreedTerms } from '../../database/cases/agreedTerms';
import type { Timeline } from '../../database/cases/caseEvents';
import type { OutboxItem } from '../../database/outbox';
import type { Persons } from '../../database/people/persons';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { NewFact } from '../../domain/fact';
import { addHours, type Instant } from '../../domain/time/londonTime';
import { confirmedBy } from '../../domain/court/travelInVain';
import type { Message } from '../../domain/messages/message';
import { newestTemplate } from '../../domain/messages/templates';
import { agreedTimes, mayBeTold, nextAgreedTime } from '../../domain/contact/agreedContact';
import { contactStanding } from '../../domain/contact/contactStanding';
import { isRepresented, routeTo } from '../../domain/contact/routes';
import { mayReach, type ContactRefusal } from '../../domain/contact/safeContact';
import type { Courier, DeliveryTried } from '../courier';
import { NotifyRefuses, type Notify } from './notify';
import { outcomeOf, type NotifyOutcome } from './notifyStatus';
import { noReceipt, sentFacts, takeReceipt } from './receipt';

export interface MessageStores {
  readonly persons: Pick<Persons, 'readPerson' | 'markUndeliverable'>;
  readonly timeline: Pick<Timeline, 'findFact'>;
  readonly cases: { casesOfPersons(personIds: readonly string[], limit: number): Promise<CaseSummary[]> };
}

/** Notify tells what became of a message within three days; after that it is asked. */
const hoursUntilAsked = 72;
const mostCases = 100;
/** How long an override counts. */
const overrideHours = 1;
/** What changes by itself: everything else ends the message. */
const passing: readonly ContactRefusal[] = ['notSafeNow'];

/**
 * Carries messages to people by GOV.UK Notify. Whether the person may be reached in this way is asked here, on what is
 * known at this moment, each time; from the second try on Notify is asked first whether it has the message already.
 */
export function messageCourier(notify: Notify, stores: MessageStores, service: string): Courier {
  async function send(item: OutboxItem, message: Message, now: Instant): Promise<DeliveryTried> {
    // Looked up before the check: what has left is on record as sent, whatever has changed since.
    const known = item.attempts > 1 ? await notify.findByReference(item.itemId) : undefined;
    if (known) return sent(item, message, known.notifyId, now);
    const person = await stores.persons.readPerson(item.personId ?? '');
    if (!person) return { delivered: { as: 'stopped', because: 'erased' } };
    const { isSafetyNews } = message;
    const cases = await stores.cases.casesOfPersons([person.personId], mostCases);
    const found = routeTo(person, message.contactPointId, isRepresented(cases, item.caseId, now));
    const route = found?.route.channel === message.channel ? found.route : undefined;
    const standing = contactStanding({ person, cases, caseId: item.caseId });
    const verdict = mayReach(standing, { route, at: now, isSafetyNews, overridden: isOverridden(item, message, now) });
    if (!verdict.may && !passing.includes(verdict.because)) return refused(item, message, verdict.because, now);
    if (message.notBefore !== undefined && message.notBefore > now) {
      return { delivered: { as: 'waits', until: message.notBefore, because: 'notBefore' } };
    }
    if (!verdict.may) {
      const { because, from: until } = verdict;
      return until === undefined
        ? refused(item, message, because, now)
        : { delivered: { as: 'waits', until, because } };
    }
    const agreed = isOverridden(item, message, now) ? undefined : await agreedFor(item, message, cases);
    if (agreed && found?.representativeId !== undefined && !mayBeTold(agreed.terms, found.representativeId)) {
      return refused(item, message, 'mayNotBeTold', now);
    }
    // Nobody can tell when a letter is opened.
    const asAgreed = agreed && route && route.channel !== 'letter' && nextAgreedTime(agreed.times, route, now);
    if (asAgreed && asAgreed > now) return { delivered: { as: 'waits', until: asAgreed, because: 'notAgreedNow' } };
    const to = route?.value ?? '';
    const { channel, subject, body } = message;
    try {
      return sent(item, message, await notify.send({ to, channel, subject, body, reference: item.itemId }), now);
    } catch (error) {
      if (!(error instanceof NotifyRefuses)) throw error;
      const fact = { kind: 'messageFailed', data: { ...about(item, message), reason: 'refused' } } as const;
      return { delivered: { as: 'parked', because: 'refused' }, tell: [told(fact, now)] };
    }
  }

  /** What the Victim Contract says, as it is now, of an update; undefined of any other text. */
  async function agreedFor({ caseId }: OutboxItem, { template }: Message, cases: readonly CaseSummary[]) {
    const text = newestTemplate(template);
    const about = cases.find((each) => each.caseId === caseId);
    if (text?.purpose !== 'update' || !about) return undefined;
    const terms = await agreedTerms(stores.timeline, about);
    return terms && { terms, times: agreedTimes(terms, text.nothingNew ? 'nothingNew' : 'news') };
  }

  async function learn(item: OutboxItem, message: Message, now: Instant): Promise<DeliveryTried> {
    const outcome = await outcomeNow(item);
    if (!outcome) return stillOut(item, message, now);
    return takeReceipt(stores.persons, item, message, outcome, { by: service, now });
  }

  async function outcomeNow({ reference = '', about: { courtDay } }: OutboxItem): Promise<NotifyOutcome | undefined> {
    try {
      return outcomeOf((await notify.askFor(reference)).status);
    } catch (error) {
      // Somebody may travel meanwhile: they are called, whatever keeps Notify from answering.
      if (courtDay === undefined) throw error;
      return undefined;
    }
  }

  return {
    deliver: (item, content, now) =>
      item.state === 'sent' ? learn(item, content as Message, now) : send(item, content as Message, now),
  };
}

/** Who takes it on themself does so for now: what could not leave then goes by what was agreed. */
function isOverridden({ queuedAt }: OutboxItem, { override, notBefore }: Message, now: Instant): boolean {
  const from = notBefore !== undefined && notBefore > queuedAt ? notBefore : queuedAt;
  return override !== undefined && now <= addHours(from, overrideHours);
}

function sent(item: OutboxItem, message: Message, reference: string, now: Instant): DeliveryTried {
  const { courtDay } = item.about;
  const lookAgainAt = courtDay === undefined ? addHours(now, hoursUntilAsked) : confirmedBy(courtDay, now);
  // A letter says nothing more of itself unless it comes back.
  const lookAgain = message.channel === 'letter' ? {} : { lookAgainAt };
  return { delivered: { as: 'sent', reference, ...lookAgain }, tell: sentFacts(item, message, now) };
}

function stillOut(item: OutboxItem, message: Message, now: Instant): DeliveryTried {
  // It may come back weeks later.
  if (message.channel === 'letter') return { delivered: { as: 'sent' } };
  const delivered = { as: 'waits', until: addHours(now, hoursUntilAsked), because: noReceipt } as const;
  if (item.about.courtDay === undefined) return { delivered };
  return { delivered, tell: [told({ kind: 'messageUnconfirmed', data: about(item, message) }, now)] };
}

function refused(item: OutboxItem, message: Message, because: ContactRefusal, now: Instant): DeliveryTried {
  const fact = { kind: 'messageStopped', data: { ...about(item, message), reason: because } } as const;
  return { delivered: { as: 'stopped', because }, tell: [told(fact, now)] };
}

function about({ itemId }: OutboxItem, { template, channel }: Message) {
  return { messageId: itemId, template, channel };
}

function told(fact: Pick<NewFact, 'kind' | 'data'>, happenedAt: Instant): NewFact {
  return { ...fact, source: 'team', happenedAt } as NewFact;
}
