import { factsOf } from '../database/cases/factsOf';
import type { Database } from '../database/openDatabase';
import type { NewOutboxItem } from '../database/outbox';
import { agreedTerms } from '../database/cases/agreedTerms';
import type { ContactPoint } from '../database/people/personDetails';
import type { Person } from '../database/people/person';
import { service } from '../commands/settleItem';
import { uuidOf } from '../commands/uuidOf';
import { valuesInWords } from '../commands/valuesInWords';
import { mayBeTold } from '../domain/contact/agreedContact';
import { bestRoute } from '../domain/contact/bestRoute';
import { contactStanding } from '../domain/contact/contactStanding';
import { isRepresented, routesOf, routeTo } from '../domain/contact/routes';
import { datesOff } from '../domain/court/dateOff';
import { dayMessages } from '../domain/court/witnesses/dayMessages';
import { effectiveFacts, eventsReviewed } from '../domain/effectiveFacts';
import type { Fact, FactKind } from '../domain/fact';
import type { Message } from '../domain/messages/message';
import { rendered, type MessageLanguage } from '../domain/messages/template';
import { newestTemplate } from '../domain/messages/templates';
import type { CaseSummary } from '../domain/projection/caseSummary';
import { addHours, londonDay, startOfLondonDay, type CalendarDay, type Instant } from '../domain/time/londonTime';
import type { Posting } from './postings';

const ofHearings: ReadonlySet<FactKind> = new Set([
  'hearingListed',
  'hearingMoved',
  'hearingVacated',
  'witnessRequired',
  'witnessCalledFor',
  'attendanceAnswered',
  'witnessReleased',
  'releaseTold',
  'eventReviewed',
]);
const channels = ['text', 'email'] as const;
const mostCases = 100;

/** One message about one day, under the id by which it is sent once. */
interface DayWord {
  readonly itemId: string;
  readonly fact: number;
  readonly on: CalendarDay;
  readonly template: string;
}

function wordsOf(caseId: string, counted: readonly Fact[], today: CalendarDay): DayWord[] {
  const off = datesOff(counted, today).map(({ fact: { seq }, on, template }) => ({
    ...{ itemId: uuidOf(`court date ${caseId} ${seq}`), fact: seq, on, template },
  }));
  const ofWitness = dayMessages(counted, today).map(({ seq, on, template }) => ({
    ...{ itemId: uuidOf(`witness day ${caseId} ${template} ${seq} ${on}`), fact: seq, on, template },
  }));
  return [...off, ...ofWitness];
}

/** Who is on the way still turns back: on the day itself a message counts that leaves before they would have been called. */
const onTheDayHours = 1;

function lastUseful({ on, template }: DayWord, now: Instant): Instant {
  const begins = startOfLondonDay(on);
  return now < begins || template === 'day-needed' ? begins : addHours(now, onTheDayHours);
}

type Stores = Pick<Database, 'timeline' | 'persons' | 'cases' | 'outbox'>;

/**
 * Whoever was to come to a trial that is off gets a message at once where a way is safe before that day: not to travel,
 * and nothing of what it is about; where no way of their own is, whoever stands in for them and may be told does. So does a witness who is needed on a day, or not needed any more. What waits of an
 * earlier word is not sent any more.
 */
export function courtDatePostings({ timeline, persons, cases, outbox }: Stores, clock: () => Instant): Posting {
  /**
   * Ways to whoever stands in for them and may be told: a child’s parent, the spokesperson of a bereaved family. A number
   * that one of them calls unsafe is unsafe, whoever else has it too.
   */
  async function spokenFor(person: Person, summary: CaseSummary): Promise<ContactPoint[]> {
    const terms = await agreedTerms(timeline, summary);
    return routesOf(person, true).flatMap(({ route, representativeId }) => {
      if (representativeId === undefined || (terms && !mayBeTold(terms, representativeId))) return [];
      const known = route.contactPointId === undefined ? undefined : routeTo(person, route.contactPointId, true);
      return known?.route.safe === 'no' ? [] : [route];
    });
  }

  async function messageOf(each: DayWord, summary: CaseSummary): Promise<Message | undefined> {
    const { personId, caseId } = summary;
    const person = await persons.readPerson(personId);
    const template = newestTemplate(each.template);
    if (!person || !template) return undefined;
    const others = await cases.casesOfPersons([personId], mostCases);
    const wanted = { at: clock(), before: lastUseful(each, clock()), channels };
    const standing = contactStanding({ person, cases: others, caseId });
    const stoodInFor = isRepresented([summary, ...others], caseId, clock()) ? await spokenFor(person, summary) : [];
    const route = bestRoute(person.contactPoints, standing, wanted) ?? bestRoute(stoodInFor, standing, wanted);
    const channel = channels.find((known) => known === route?.channel);
    if (route?.contactPointId === undefined || channel === undefined) return undefined;
    const language: MessageLanguage = /^cy\b/.test(person.language ?? '') ? 'cy' : 'en';
    return {
      ...{ template: template.id, templateVersion: template.version, channel, language },
      contactPointId: route.contactPointId,
      ...rendered(template, language, valuesInWords({ on: each.on }, language)),
      isSafetyNews: false,
    };
  }

  return async ({ facts, summary }) => {
    if (!facts.some(({ kind }) => ofHearings.has(kind)) || summary.ended) return [];
    const { caseId, personId, investigatingForce: force } = summary;
    const all = await factsOf(timeline, caseId);
    const words = wordsOf(caseId, effectiveFacts(all, eventsReviewed(all)), londonDay(clock()));
    const stand = new Set(words.map(({ itemId }) => itemId));
    for (const { itemId, about, state } of await outbox.itemsOfCase(caseId, 'message')) {
      if (about.courtDate === undefined || state !== 'queued' || stand.has(itemId)) continue;
      await outbox.changeItem({ itemId }, { state: 'stopped', because: 'superseded', at: clock() });
    }
    const items: NewOutboxItem[] = [];
    for (const each of words) {
      const { itemId } = each;
      if (await outbox.findItem(itemId)) continue;
      const message = await messageOf(each, summary);
      if (!message) continue;
      const { template, channel } = message;
      const about = { template, channel, purpose: 'contact', courtDate: String(each.fact), courtDay: each.on };
      const item = { itemId, kind: 'message', system: 'notify', caseId, personId, force, by: service } as const;
      items.push({ ...item, about, subjectId: personId, content: message });
    }
    return items;
  };
}
