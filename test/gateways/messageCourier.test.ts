import { messageCourier, type MessageStores } from '../../gateways/notify/messageCourier';
import type { Notify } from '../../gateways/notify/notify';
import type { OutboxItem } from '../../database/outbox';
import { addHours, type Instant } from '../../domain/time/londonTime';

const queuedAt = '2026-03-02T12:00:00.000Z' as Instant;
const point = { contactPointId: 'c1', channel: 'text', value: '07700 900123', safe: 'yes' };
const item = {
  itemId: 'i1',
  kind: 'message',
  personId: 'p1',
  caseId: 'k1',
  attempts: 1,
  state: 'queued',
  queuedAt,
  about: {},
};
const message = {
  template: 'please-call',
  templateVersion: 1,
  channel: 'text',
  contactPointId: 'c1',
  subject: '',
  body: '',
};

async function delivered(route: object, more: object, now: Instant, cases: object[] = [], agreed?: object) {
  const whole = 'contactPoints' in route ? route : { contactPoints: [{ ...point, ...route }], representatives: [] };
  const person = { personId: 'p1', ...whole };
  const notify = { send: async () => 'n1', findByReference: async () => undefined } as unknown as Notify;
  const stores = {
    persons: { readPerson: async () => person },
    cases: { casesOfPersons: async () => cases },
    timeline: { findFact: async () => agreed && { kind: 'victimContractAgreed', data: agreed } },
  } as unknown as MessageStores;
  const courier = messageCourier(notify, stores, 'service');
  return (await courier.deliver(item as unknown as OutboxItem, { ...message, ...more }, now)).delivered;
}

describe('an override', () => {
  const override = { override: { by: 'o1', reason: 'riskToLife' } };
  const nights = { safeFrom: '09:00', safeTo: '10:00' };
  it('counts for an hour', async () => {
    expect(await delivered(nights, override, addHours(queuedAt, 1))).toMatchObject({ as: 'sent' });
  });
  it('lifts nothing in the night after, when Notify answers again', async () => {
    const night = addHours(queuedAt, 15);
    expect(await delivered(nights, override, night)).toMatchObject({ as: 'waits', because: 'notSafeNow' });
  });
});

describe('a message for later', () => {
  const later = { notBefore: addHours(queuedAt, 24) };
  const died = { caseId: 'k2', stage: 'victimDied', ended: true, stances: {} };
  it('waits for its time, also where it is not safe now', async () => {
    const waits = { as: 'waits', until: later.notBefore, because: 'notBefore' };
    expect(await delivered({}, later, queuedAt)).toEqual(waits);
    expect(await delivered({ safeFrom: '18:00', safeTo: '19:00' }, later, queuedAt)).toEqual(waits);
  });
  it('is stopped the moment that it must not be sent any more, and not when its time comes', async () => {
    const stopped = (because: string) => ({ as: 'stopped', because });
    expect(await delivered({ contactPointId: 'moved' }, later, queuedAt)).toEqual(stopped('routeUnknown'));
    expect(await delivered({ safe: 'no' }, later, queuedAt)).toEqual(stopped('routeUnsafe'));
    expect(await delivered({}, later, queuedAt, [died])).toEqual(stopped('victimDied'));
  });
});

describe('an update to a victim who agreed when to hear', () => {
  // A Monday, noon.
  const own = { caseId: 'k1', stage: 'investigation', ended: false, stances: {}, victimContract: { fact: 4 } };
  const agreed = { channel: 'text', everyDays: 7, days: ['sat'], from: '09:00', to: '11:00' };
  const at = (template: string, now: Instant, route: object = {}, terms: object = agreed, more: object = {}) =>
    delivered(route, { template, ...more }, now, [own], terms);
  const saturday = '2026-03-07T09:00:00.000Z';

  it('waits for the days and hours that they named, where it says that nothing is new', async () => {
    expect(await at('nothing-new', queuedAt)).toEqual({ as: 'waits', until: saturday, because: 'notAgreedNow' });
    expect(await at('nothing-new', saturday)).toMatchObject({ as: 'sent' });
  });
  it('keeps to the hours alone where there is news, so that it is late by a day at most', async () => {
    const tuesday = '2026-03-03T09:00:00.000Z';
    expect(await at('news-for-you', queuedAt)).toEqual({ as: 'waits', until: tuesday, because: 'notAgreedNow' });
    expect(await at('news-for-you', tuesday)).toMatchObject({ as: 'sent' });
  });
  it('goes at the first time that is safe and agreed; where the two never meet, when it is safe', async () => {
    const late = { safeFrom: '10:30', safeTo: '12:30' };
    expect(await at('nothing-new', queuedAt, late)).toMatchObject({ until: '2026-03-07T10:30:00.000Z' });
    expect(await at('nothing-new', queuedAt, { safeFrom: '12:00', safeTo: '13:00' })).toMatchObject({ as: 'sent' });
  });
  it('does not wait where somebody takes another time on themself, where it asks them to call, or for a default', async () => {
    const override = { override: { by: 'o1', reason: 'victimAskedForIt' } };
    expect(await at('nothing-new', queuedAt, {}, agreed, override)).toMatchObject({ as: 'sent' });
    expect(await at('please-call', queuedAt)).toMatchObject({ as: 'sent' });
    expect(await delivered({}, { template: 'nothing-new' }, queuedAt, [own])).toMatchObject({ as: 'sent' });
  });
  it('does not reach a representative whom the contract does not name any more', async () => {
    const mother = { representativeId: 'r1', contactPoints: [{ ...point, contactPointId: 'c2' }] };
    const toMother = { contactPoints: [], representatives: [mother] };
    const told = (template: string, mayAlsoTell: string[]) => {
      const terms = { channel: 'text', everyDays: 7, mayAlsoTell };
      return delivered(toMother, { template, contactPointId: 'c2' }, queuedAt, [own], terms);
    };
    expect(await told('news-for-you', [])).toEqual({ as: 'stopped', because: 'mayNotBeTold' });
    expect(await told('news-for-you', ['r1'])).toMatchObject({ as: 'sent' });
    expect(await told('please-call', [])).toMatchObject({ as: 'sent' });
  });
});

describe('a victim who wants no contact', () => {
  const wantsNone = { stage: 'investigation', ended: false, stances: { wantsContact: 'no' } };
  const own = { caseId: 'k1', stage: 'referral', ended: false, stances: {} };
  const other = { ...wantsNone, caseId: 'k2' };
  const sentWith = (cases: object[], more: object = {}) => delivered({}, more, queuedAt, cases);

  it('is left alone in all their cases, whichever of them they said it in', async () => {
    const refused = { as: 'stopped', because: 'noContactWanted' };
    expect(await sentWith([own, other])).toEqual(refused);
    expect(await sentWith([{ ...own, ...wantsNone }])).toEqual(refused);
    expect(await sentWith([{ ...own, ...wantsNone, ended: true }])).toEqual(refused);
    expect(await sentWith([own, other], { isSafetyNews: true })).toMatchObject({ as: 'sent' });
  });
  it('hears of a case that came after the one in which they said so had ended', async () => {
    expect(await sentWith([own, { ...other, ended: true }])).toMatchObject({ as: 'sent' });
  });
});

it('no text goes to a contact point of another channel', async () => {
  expect(await delivered({ channel: 'phone' }, {}, queuedAt)).toEqual({ as: 'stopped', because: 'routeUnknown' });
});

it('a letter that is out stays out: it may come back weeks later', async () => {
  const notify = { askFor: async () => ({ notifyId: 'n1', status: 'received' }) } as unknown as Notify;
  const courier = messageCourier(notify, {} as MessageStores, 'service');
  const sent = { ...item, state: 'sent', reference: 'n1' } as unknown as OutboxItem;
  expect((await courier.deliver(sent, { ...message, channel: 'letter' }, queuedAt)).delivered).toEqual({ as: 'sent' });
});

it('from the second try on Notify is asked first: what it has already is not sent again', async () => {
  const sends: string[] = [];
  const notify = {
    send: async ({ reference }: { reference: string }) => sends.push(reference) && 'n1',
    findByReference: async () => (sends.length > 0 ? { notifyId: 'n1', status: 'sending' } : undefined),
  } as unknown as Notify;
  const stores = {
    persons: { readPerson: async () => ({ personId: 'p1', contactPoints: [point], representatives: [] }) },
    cases: { casesOfPersons: async () => [] },
  } as unknown as MessageStores;
  const courier = messageCourier(notify, stores, 'service');
  // The first answer was lost with the worker: the item still says that it is queued.
  for (const attempts of [1, 2, 3]) {
    const { delivered } = await courier.deliver({ ...item, attempts } as unknown as OutboxItem, message, queuedAt);
    expect(delivered).toMatchObject({ as: 'sent', reference: 'n1' });
  }
  expect(sends).toEqual(['i1']);
});

describe('a message about a day at court', () => {
  const courtDay = { about: { courtDate: '2', courtDay: '2026-03-03' } };
  const halfAnHourOn = addHours(queuedAt, 0.5);
  const asked = (askFor: () => Promise<unknown>, more: object = courtDay) => {
    const courier = messageCourier({ askFor } as unknown as Notify, {} as MessageStores, 'service');
    const sent = { ...item, state: 'sent', reference: 'n1', ...more } as unknown as OutboxItem;
    return courier.deliver(sent, message, halfAnHourOn);
  };
  const onItsWay = async () => ({ notifyId: 'n1', status: 'sending' });
  const tells = (tried: Awaited<ReturnType<typeof asked>>) => tried.tell?.map(({ kind }) => kind) ?? [];

  it('is asked after within half an hour where the day is near, and after three days where it is about no day', async () => {
    const notify = { send: async () => 'n1', findByReference: async () => undefined } as unknown as Notify;
    const stores = {
      persons: { readPerson: async () => ({ personId: 'p1', contactPoints: [point], representatives: [] }) },
      cases: { casesOfPersons: async () => [] },
    } as unknown as MessageStores;
    const courier = messageCourier(notify, stores, 'service');
    const near = await courier.deliver({ ...item, ...courtDay } as unknown as OutboxItem, message, queuedAt);
    expect(near.delivered).toMatchObject({ lookAgainAt: halfAnHourOn });
    const other = await courier.deliver(item as unknown as OutboxItem, message, queuedAt);
    expect(other.delivered).toMatchObject({ lookAgainAt: addHours(queuedAt, 72) });
  });

  it('of which nobody says then that it arrived, the case is told; of any other message nothing', async () => {
    const open = await asked(onItsWay);
    expect(open.delivered).toMatchObject({ as: 'waits', because: 'noReceipt' });
    expect(open.tell).toMatchObject([
      { kind: 'messageUnconfirmed', data: { messageId: 'i1', template: 'please-call', channel: 'text' } },
    ]);
    expect(tells(await asked(onItsWay, { about: {} }))).toEqual([]);
  });

  it('is told of as not confirmed too while Notify does not answer', async () => {
    const away = async () => Promise.reject(new Error('away'));
    expect(tells(await asked(away))).toEqual(['messageUnconfirmed']);
    await expect(asked(away, { about: {} })).rejects.toThrow('away');
  });

  it('that arrived in time is no news; that arrived after the case was told, the case hears', async () => {
    const there = async () => ({ notifyId: 'n1', status: 'delivered' });
    expect(tells(await asked(there))).toEqual([]);
    expect(tells(await asked(there, { ...courtDay, because: 'noReceipt' }))).toEqual(['messageArrived']);
  });
});
