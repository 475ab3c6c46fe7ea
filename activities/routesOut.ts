import type { Engine } from '../commands/engine';
import { service } from '../commands/settleItem';
import type { ServerConfig } from '../config/config';
import { instant } from '../domain/time/londonTime';
import type { Couriers } from '../gateways/courier';
import { dutyAlertCourier } from '../gateways/dutyDesk/dutyAlertCourier';
import { dutyAlerts } from '../gateways/dutyDesk/dutyAlertPosting';
import { messageCourier } from '../gateways/notify/messageCourier';
import { govukNotify } from '../gateways/notify/notify';
import { entryCourier } from '../gateways/recordsSystem/entryCourier';
import { recordsEntries } from '../gateways/recordsSystem/entryPosting';
import { notifySecureEmail } from '../gateways/secureEmail/notifySecureEmail';
import { partners } from '../gateways/supportService/partners';
import { supportServiceCourier } from '../gateways/supportService/supportServiceCourier';
import { portalCourier } from '../gateways/trackMyCrime/portalCourier';
import { trackMyCrimeMessages } from '../gateways/trackMyCrime/portalPosting';
import { webhookCourier } from '../gateways/webhooks/webhookCourier';
import { webhookCalls } from '../gateways/webhooks/webhookPosting';
import { courtDatePostings } from './courtDatePostings';
import type { Posting } from './postings';
import { referralPostings } from './referralPostings';

/** Who carries what to which system, as the environment names them. What nobody carries waits. */
export function couriers(engine: Engine, { notify, deliveryHoldMs, partnerRoutes: routes }: ServerConfig): Couriers {
  const { database } = engine;
  const client = notify && govukNotify(notify, deliveryHoldMs / 4);
  const email = client && notifySecureEmail(client);
  // Which way an item goes is looked up again when it leaves: a service may have another route by then.
  const toPartners = supportServiceCourier(database, partners({ stores: database, routes, email }));
  return {
    ...corporateCouriers(engine),
    partnerReferral: toPartners,
    secureEmail: toPartners,
    ...(client
      ? {
          message: messageCourier(client, database, service),
          dutyAlert: dutyAlertCourier(client, engine.dutyDesks ?? {}, database.tasks),
        }
      : {}),
  };
}

const realTime = () => instant(Date.now());

/** What new facts and tasks cause to be sent. */
export function postings(engine: Engine): readonly Posting[] {
  return [
    referralPostings(engine.database),
    courtDatePostings(engine.database, realTime),
    dutyAlerts,
    ...corporatePostings(engine),
  ];
}

type Corporate = Pick<Engine, 'database' | 'recordsSystem' | 'trackMyCrime' | 'webhookTrustedUrl'>;

/** To the records system, TrackMyCrime, and the systems that subscribed. */
export function corporateCouriers({ database, recordsSystem, trackMyCrime, webhookTrustedUrl }: Corporate): Couriers {
  return {
    recordsEntry: entryCourier({ ...database, records: recordsSystem }),
    trackMyCrimeMessage: portalCourier({ ...database, portal: trackMyCrime }),
    webhook: webhookCourier({ ...database, trusted: webhookTrustedUrl }),
  };
}

/** A system that is not connected is sent nothing: what it did not hear of, it is not told later. */
export function corporatePostings({ database, recordsSystem, trackMyCrime }: Corporate): readonly Posting[] {
  return [
    ...(recordsSystem ? [recordsEntries] : []),
    ...(trackMyCrime ? [trackMyCrimeMessages] : []),
    webhookCalls(database.webhooks),
  ];
}
