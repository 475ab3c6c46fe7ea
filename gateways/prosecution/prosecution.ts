import { callSystem, pathOf, SystemAway, type SystemAddress } from '../systemCall';
import type { WitnessNews } from './prosecutionContract';

/** The prosecution's witness system. */
export interface Prosecution {
  /** Tells it under an id of ours: the same again tells nothing. Throws SystemAway. */
  tell(messageId: string, news: WitnessNews): Promise<'taken' | 'urnUnknown' | 'anotherMessageUnderThisId' | 'refused'>;
}

/** The prosecution at an address, by its HTTP interface. */
export function prosecution(address: SystemAddress): Prosecution {
  return {
    async tell(messageId, news) {
      const path = pathOf('witness-messages', messageId);
      const { status } = await callSystem(address, { method: 'PUT', path, body: news });
      switch (status) {
        case 200:
        case 201:
        case 204:
          return 'taken';
        case 404:
          return 'urnUnknown';
        case 409:
          return 'anotherMessageUnderThisId';
        case 401:
        case 403:
          throw new SystemAway(`It answers ${status}`);
        default:
          return 'refused';
      }
    },
  };
}
