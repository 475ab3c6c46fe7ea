import type { Engine } from '../commands/engine';
import { service } from '../commands/settleItem';
import type { ServerConfig } from '../config/config';
import { instant } from '../domain/time/londonTime';
import type { Couriers } from '../gateways/courier';
import { courtPartnerCourier } from '../gateways/courtPartners/courtPartnerCourier';
import { courtPartnerPosting } from '../gateways/courtPartners/courtPartnerPosting';
import { courtPartnersByForce } from '../gateways/courtPartners/courtPartnersByForce';
import type { CourtPartnerRoutes } from '../gateways/courtPartners/courtPartnerClient';
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
import { prosecutionCourier } from '../gateways/prosecution/prosecutionCourier';
import { prosecutionMessages } from '../gateways/prosecution/prosecutionPosting';
import { hubOrderCourier } from '../gateways/victimHub/hubOrderCourier';
import { hubOrders } from '../gateways/victimHub/hubOrderPosting';
import type { VictimHubs } from '../gateways/victimHub/victimHub';
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
  const atCourt = courtPartnersByForce(engine.courtPartners ?? noPartner, routes, email);
  return {
    ...corporateCouriers(engine),
    courtPartner: courtPartnerCourier(database, atCourt),
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

const noPartner: CourtPartnerRoutes = () => undefined;

const realTime = () => instant(Date.now());

/** What new facts and tasks cause to be sent. */
export function postings(engine: Engine): readonly Posting[] {
  return [
    referralPostings(engine.database),
    courtDatePostings(engine.database, realTime),
    courtPartnerPosting(engine.database, engine.courtPartners ?? noPartner),
    dutyAlerts,
    ...corporatePostings(engine),
  ];
}

type Corporate = Pick<
  Engine,
  'database' | 'recordsSystem' | 'trackMyCrime' | 'webhookTrustedUrl' | 'prosecution' | 'victimHubs'
>;

const noHub: VictimHubs = () => undefined;

/** To the records system, TrackMyCrime, and the systems that subscribed. */
export function corporateCouriers({
  database,
  recordsSystem,
  trackMyCrime,
  webhookTrustedUrl,
  prosecution,
  victimHubs = noHub,
}: Corporate): Couriers {
  return {
    recordsEntry: entryCourier({ ...database, records: recordsSystem }),
    trackMyCrimeMessage: portalCourier({ ...database, portal: trackMyCrime }),
    prosecutionMessage: prosecutionCourier({ ...database, prosecution }),
    hubOrder: hubOrderCourier({ ...database, hubs: victimHubs }),
    webhook: webhookCourier({ ...database, trusted: webhookTrustedUrl }),
  };
}

/** A system that is not connected is sent nothing: what it did not hear of, it is not told later. */
export function corporatePostings({
  database,
  recordsSystem,
  trackMyCrime,
  prosecution,
  victimHubs = noHub,
}: Corporate): readonly Posting[] {
  return [
    ...(recordsSystem ? [recordsEntries] : []),
    ...(trackMyCrime ? [trackMyCrimeMessages] : []),
    ...(prosecution ? [prosecutionMessages(database.timeline)] : []),
    hubOrders(victimHubs),
    webhookCalls(database.webhooks),
  ];
}
