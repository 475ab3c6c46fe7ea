import type { Cases } from '../../database/cases/cases';
import type { Persons } from '../../database/people/persons';
import type { OutboxItem } from '../../database/outbox';
import type { PlaceAndTime } from '../../domain/court/witnesses/arrangements';
import type { NewFact } from '../../domain/fact';
import { addHours, londonDay, type Instant } from '../../domain/time/londonTime';
import type { Courier, DeliveryTried } from '../courier';
import type { HubStanding } from './hubContract';
import type { HubOrderContent } from './hubOrderPosting';
import type { VictimHub, VictimHubs } from './victimHub';

interface Parts {
  readonly hubs: VictimHubs;
  readonly persons: Pick<Persons, 'readPerson'>;
  readonly cases: Pick<Cases, 'findCase'>;
}

/** How often the hub is asked whether it has booked. */
const askAgainHours = 1;

/**
 * Has the force's Victim Hub book, and cancel. Whether the booking is still wanted is looked up at the moment of sending:
 * what was called off meanwhile is not ordered any more. The whole order goes each time, with the court and the time that
 * are set now: the hub has the newest, and the case knows for which of them it was booked.
 */
export function hubOrderCourier({ hubs, persons, cases }: Parts): Courier {
  async function order(item: OutboxItem, { arrangement }: HubOrderContent, hub: VictimHub, now: Instant) {
    const { arrangementId, on } = arrangement;
    const known = (await cases.findCase(item.caseId ?? ''))?.arrangements?.find(
      (each) => each.arrangementId === arrangementId
    );
    if (!known || known.inVain || on < londonDay(now) || (known.state !== 'asked' && known.toChange === undefined)) {
      return { delivered: { as: 'stopped', because: 'notWantedAnyMore' } } as const;
    }
    const person = await persons.readPerson(item.personId ?? '');
    if (!person) return { delivered: { as: 'stopped', because: 'erased' } } as const;
    const phone = person.contactPoints.find((each) => each.channel === 'phone' && each.safe === 'yes')?.value;
    const placeAndTime = {
      ...(known.court === undefined ? {} : { court: known.court }),
      ...(known.startsAt === undefined ? {} : { startsAt: known.startsAt }),
    };
    const answer = await hub.order(arrangementId, {
      arrangement: arrangement.arrangement,
      on,
      ...placeAndTime,
      person: { name: person.name, ...(phone === undefined ? {} : { phone }) },
      ...(arrangement.arrangement === 'interpreter' && person.language ? { language: person.language } : {}),
    });
    if (answer === 'refused') return { delivered: { as: 'parked', because: 'refused' } } as const;
    return orderTried(answer, arrangementId, placeAndTime, now);
  }

  return {
    async deliver(item, content, now): Promise<DeliveryTried> {
      const wanted = content as HubOrderContent;
      const hub = hubs(item.force ?? '');
      if (!hub) return { delivered: { as: 'waits', until: addHours(now, 1), because: 'notConnected' } };
      if (wanted.does === 'order') return order(item, wanted, hub, now);
      const { arrangementId } = wanted.arrangement;
      const { pence = 0 } = await hub.cancel(arrangementId);
      return {
        delivered: { as: 'delivered', reference: arrangementId },
        tell: [hubSays('arrangementCancelled', { arrangementId, pence }, now)],
      };
    },
  };
}

function orderTried(
  standing: HubStanding,
  arrangementId: string,
  placeAndTime: PlaceAndTime,
  now: Instant
): DeliveryTried {
  const { state, pence, vetted, reason = 'other' } = standing;
  const delivered = { as: 'delivered', reference: arrangementId } as const;
  const cost = pence === undefined ? {} : { pence };
  switch (state) {
    case 'received':
      return { delivered: { as: 'waits', until: addHours(now, askAgainHours), because: 'notBookedYet' } };
    case 'booked': {
      const data = { arrangementId, ...placeAndTime, ...cost, ...(vetted === undefined ? {} : { vetted }) };
      return { delivered, tell: [hubSays('arrangementBooked', data, now)] };
    }
    case 'refused':
      return { delivered, tell: [hubSays('arrangementRefused', { arrangementId, reason }, now)] };
    case 'cancelled':
      return { delivered, tell: [hubSays('arrangementCancelled', { arrangementId, ...cost }, now)] };
  }
}

function hubSays<Kind extends NewFact['kind']>(kind: Kind, data: object, now: Instant): NewFact {
  return { kind, data, source: 'partner', happenedAt: now } as unknown as NewFact;
}
