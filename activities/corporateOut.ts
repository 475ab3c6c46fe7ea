import type { Posting } from './postings';
import type { Engine } from '../commands/engine';
import type { Couriers } from '../gateways/courier';
import { entryCourier } from '../gateways/recordsSystem/entryCourier';
import { recordsEntries } from '../gateways/recordsSystem/entryPosting';
import { portalCourier } from '../gateways/trackMyCrime/portalCourier';
import { trackMyCrimeMessages } from '../gateways/trackMyCrime/portalPosting';
import { webhookCourier } from '../gateways/webhooks/webhookCourier';
import { webhookCalls } from '../gateways/webhooks/webhookPosting';

type Parts = Pick<Engine, 'database' | 'recordsSystem' | 'trackMyCrime' | 'webhookTrustedUrl'>;

/** To the records system, TrackMyCrime, and the systems that subscribed. */
export function corporateCouriers({ database, recordsSystem, trackMyCrime, webhookTrustedUrl }: Parts): Couriers {
  return {
    recordsEntry: entryCourier({ ...database, records: recordsSystem }),
    trackMyCrimeMessage: portalCourier({ ...database, portal: trackMyCrime }),
    webhook: webhookCourier({ ...database, trusted: webhookTrustedUrl }),
  };
}

/** A system that is not connected is sent nothing: what it did not hear of, it is not told later. */
export function corporatePostings({ database, recordsSystem, trackMyCrime }: Parts): readonly Posting[] {
  return [
    ...(recordsSystem ? [recordsEntries] : []),
    ...(trackMyCrime ? [trackMyCrimeMessages] : []),
    webhookCalls(database.webhooks),
  ];
}
