import type { Posting } from './activities/postings';
import { referralPostings } from './activities/referralPostings';
import type { Engine } from './commands/engine';
import type { ServerConfig } from './config';
import type { Couriers } from './gateways/courier';
import { partners } from './gateways/supportService/partners';
import { supportServiceCourier } from './gateways/supportService/supportServiceCourier';

/** Who carries what to which system, as the environment names them. */
export function couriers({ database }: Engine, { partnerRoutes: routes }: ServerConfig): Couriers {
  return { partnerReferral: supportServiceCourier(database, partners({ stores: database, routes })) };
}

/** What new facts cause to be sent. */
export function postings({ database }: Engine): readonly Posting[] {
  return [referralPostings(database.timeline)];
}
