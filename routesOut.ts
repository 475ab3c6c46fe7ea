import type { Posting } from './activities/postings';
import type { Engine } from './commands/engine';
import { service } from './commands/settleItem';
import type { ServerConfig } from './config';
import type { Couriers } from './gateways/courier';
import { messageCourier } from './gateways/notify/messageCourier';
import { govukNotify } from './gateways/notify/notify';

/** Who carries what to which system, as the environment names them. What nobody carries waits. */
export function couriers({ database }: Engine, { notify }: ServerConfig): Couriers {
  return {
    ...(notify ? { message: messageCourier(govukNotify(notify), database, service) } : {}),
  };
}

/** What new facts cause to be sent. */
export function postings(_engine: Engine): readonly Posting[] {
  return [];
}
