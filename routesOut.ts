import type { Posting } from './activities/postings';
import type { Engine } from './commands/engine';
import type { ServerConfig } from './config';
import type { Couriers } from './gateways/courier';

/** Who carries what to which system, as the environment names them. */
export function couriers(_engine: Engine, _config: ServerConfig): Couriers {
  return {};
}

/** What new facts cause to be sent. */
export function postings(_engine: Engine): readonly Posting[] {
  return [];
}
