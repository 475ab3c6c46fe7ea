import { callSystem, pathOf, SystemAway, understood, type SystemAddress } from '../systemCall';
import { hubStanding, type HubOrder, type HubStanding } from './hubContract';

/** The hub of one force, which books what witnesses need on their day at court. */
export interface VictimHub {
  /** The newest order takes the place of the one before; the same again books nothing twice. Throws SystemAway. */
  order(arrangementId: string, order: HubOrder): Promise<HubStanding | 'refused'>;
  /** An order that the hub does not know, or has cancelled already, is cancelled. */
  cancel(arrangementId: string): Promise<HubStanding>;
}

/** The hub of a force; of one that has none, people order by hand. */
export type VictimHubs = (force: string) => VictimHub | undefined;

const cancelledForNothing: HubStanding = { state: 'cancelled', pence: 0 };

/** A hub at an address, by its HTTP interface. */
export function victimHub(address: SystemAddress): VictimHub {
  const known = (status: number): void => {
    if (status === 401 || status === 403) throw new SystemAway(`It answers ${status}`);
  };
  return {
    async order(arrangementId, order) {
      const { status, answer } = await callSystem(address, {
        method: 'PUT',
        path: pathOf('orders', arrangementId),
        body: order,
      });
      known(status);
      return status < 300 ? understood(hubStanding, answer) : 'refused';
    },
    async cancel(arrangementId) {
      const path = `${pathOf('orders', arrangementId)}/cancellation`;
      const { status, answer } = await callSystem(address, { method: 'POST', path, body: {} });
      known(status);
      return status < 300 ? understood(hubStanding, answer) : cancelledForNothing;
    },
  };
}

/** Each force's own hub; `*` stands for the forces that are not named. */
export function victimHubs(addresses: Readonly<Record<string, SystemAddress>>): VictimHubs {
  const hubs = new Map(Object.entries(addresses).map(([force, address]) => [force, victimHub(address)]));
  return (force) => hubs.get(force) ?? hubs.get('*');
}
