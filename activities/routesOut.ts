import type { Posting } from './postings';
import { referralPostings } from './referralPostings';
import type { Engine } from '../commands/engine';
import { service } from '../commands/settleItem';
import type { ServerConfig } from '../config/config';
import type { Couriers } from '../gateways/courier';
import { corporateCouriers, corporatePostings } from './corporateOut';
import { messageCourier } from '../gateways/notify/messageCourier';
import { govukNotify } from '../gateways/notify/notify';
import { notifySecureEmail } from '../gateways/secureEmail/notifySecureEmail';
import { partners } from '../gateways/supportService/partners';
import { supportServiceCourier } from '../gateways/supportService/supportServiceCourier';

/** Who carries what to which system, as the environment names them. What nobody carries waits. */
export function couriers(engine: Engine, { notify, deliveryHoldMs, partnerRoutes: routes }: ServerConfig): Couriers {
  const { database } = engine;
  const client = notify && govukNotify(notify, deliveryHoldMs / 4);
  const email = client && notifySecureEmail(client);
  return {
    ...corporateCouriers(engine),
    partnerReferral: supportServiceCourier(database, partners({ stores: database, routes, email })),
    ...(client ? { message: messageCourier(client, database, service) } : {}),
  };
}

/** What new facts cause to be sent. */
export function postings(engine: Engine): readonly Posting[] {
  return [referralPostings(engine.database.timeline), ...corporatePostings(engine)];
}
