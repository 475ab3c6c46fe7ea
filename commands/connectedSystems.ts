import type { Engine } from './engine';
import type { Config } from '../config/config';
import { recordsSystem } from '../gateways/recordsSystem/recordsSystem';
import { trackMyCrime } from '../gateways/trackMyCrime/trackMyCrime';

/** The corporate systems and duty desks that the environment names, as a process calls them; absent where it names none. */
export function connectedSystems(
  config: Pick<Config, 'recordsSystem' | 'trackMyCrime' | 'webhookTrustedUrl' | 'dutyDesks'>
): Pick<Engine, 'recordsSystem' | 'trackMyCrime' | 'webhookTrustedUrl' | 'dutyDesks'> {
  return {
    recordsSystem: config.recordsSystem && recordsSystem(config.recordsSystem),
    trackMyCrime: config.trackMyCrime && trackMyCrime(config.trackMyCrime),
    webhookTrustedUrl: config.webhookTrustedUrl,
    dutyDesks: config.dutyDesks,
  };
}
