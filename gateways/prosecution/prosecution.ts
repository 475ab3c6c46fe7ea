import { putOnce } from '../putOnce';
import type { SystemAddress } from '../systemCall';
import type { WitnessNews } from './prosecutionContract';

/** The prosecution's witness system. */
export interface Prosecution {
  /** Tells it under an id of ours: the same again tells nothing. Throws SystemAway. */
  tell(messageId: string, news: WitnessNews): Promise<'taken' | 'urnUnknown' | 'anotherUnderThisId' | 'refused'>;
}

/** The prosecution at an address, by its HTTP interface. */
export function prosecution(address: SystemAddress): Prosecution {
  return {
    tell: (messageId, news) =>
      putOnce(address, { at: ['witness-messages', messageId], body: news, unknown: 'urnUnknown' }),
  };
}
