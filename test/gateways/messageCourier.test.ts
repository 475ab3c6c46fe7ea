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

async function delivered(route: object, more: object, now: Instant, cases: object[] = []) {
  const person = { personId: 'p1', contactPoints: [{ ...point, ...route }], representatives: [] };
  const notify = { send: async () => 'n1', findByReference: async () => undefined } as unknown as Notify;
  const stores = {
    persons: { readPerson: async () => person },
    cases: { casesOfPersons: async () => cases },
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
