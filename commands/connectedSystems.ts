import type { Engine } from './engine';
import type { Config } from '../config/config';
import { recordsSystem } from '../gateways/recordsSystem/recordsSystem';
import { trackMyCrime } from '../gateways/trackMyCrime/trackMyCrime';

/** The corporate systems that the environment names, as a process calls them; absent where it names none. */
export function connectedSystems(
  config: Pick<Config, 'recordsSystem' | 'trackMyCrime' | 'webhookTrustedUrl'>
): Pick<Engine, 'recordsSystem' | 'trackMyCrime' | 'webhookTrustedUrl'> {
  return {
    recordsSystem: config.recordsSystem && recordsSystem(config.recordsSystem),
    trackMyCrime: config.trackMyCrime && trackMyCrime(config.trackMyCrime),
    webhookTrustedUrl: config.webhookTrustedUrl,
  };
}
