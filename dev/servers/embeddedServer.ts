import type { ChildCommand } from '../processes/child';
import type { Engine } from './engineRecord';

/** A server ready to be started in a data folder; the port is settled, so that a restart keeps the address. */
export interface EmbeddedServer {
  readonly command: ChildCommand;
  readonly engine: Engine;
  /** For clients: `127.0.0.1:PORT`, or a MongoDB URI. */
  readonly address: string;
  readonly uiAddress?: string;
  /** How the program was come by, for the log. */
  readonly way: string;
  /** One attempt: throws until the server can be used. */
  probe(): Promise<void>;
}
