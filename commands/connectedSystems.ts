import type { Engine } from './engine';
import type { Config } from '../config/config';
import { courtPartnerRoutes } from '../gateways/courtPartners/courtPartnerClient';
import { prosecution } from '../gateways/prosecution/prosecution';
import { victimHubs } from '../gateways/victimHub/victimHub';
import { recordsSystem } from '../gateways/recordsSystem/recordsSystem';
import { trackMyCrime } from '../gateways/trackMyCrime/trackMyCrime';

type Connected =
  'recordsSystem' | 'trackMyCrime' | 'webhookTrustedUrl' | 'dutyDesks' | 'prosecution' | 'victimHubs' | 'courtPartners';

/** The corporate systems and duty desks that the environment names, as a process calls them; absent where it names none. */
export function connectedSystems(config: Pick<Config, Connected>): Pick<Engine, Connected> {
  return {
    recordsSystem: config.recordsSystem && recordsSystem(config.recordsSystem),
    trackMyCrime: config.trackMyCrime && trackMyCrime(config.trackMyCrime),
    webhookTrustedUrl: config.webhookTrustedUrl,
    dutyDesks: config.dutyDesks,
    prosecution: config.prosecution && prosecution(config.prosecution),
    victimHubs: victimHubs(config.victimHubs),
    courtPartners: courtPartnerRoutes(config.courtPartners),
  };
}
