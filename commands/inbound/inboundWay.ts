import type { z } from 'zod';
import type { InboundMessage, MessageCounts, WhyWaiting } from '../../database/corporate/inboundMessage';
import type { Subject } from '../../database/corporate/inboundSubjects';
import type { Engine } from '../engine';

/** What became of a message whose payload is as agreed. */
export type Outcome =
  | { readonly state: 'taken'; readonly reportId?: string; readonly caseId?: string }
  | {
      readonly state: 'triage' | 'parked' | 'saysNothing';
      readonly because: WhyWaiting;
      readonly kind?: string | undefined;
    }
  | {
      readonly state: 'taken' | 'waiting';
      readonly kind?: string | undefined;
      readonly counts: MessageCounts;
      /** Whom it is about. */
      readonly personIds?: readonly string[] | undefined;
      /** Messages that it lets go again. */
      readonly stirred?: readonly string[] | undefined;
    };

/** How messages of one source are read and carried out. Carrying the same message out twice does nothing twice. */
export interface InboundWay<Payload> {
  /** Major versions of the sender's schema that are understood. */
  readonly schemaVersions: readonly string[];
  readonly contract: z.ZodType<Payload>;
  /** The thing that the message is a version of; undefined where each message is a thing of its own. */
  subject(payload: Payload, message: InboundMessage): Subject | undefined;
  carryOut(engine: Engine, message: InboundMessage, payload: Payload): Promise<Outcome>;
}

/** Versions are compared as text, so that numbers need the same length. */
export function numbered(version: number): string {
  return String(version).padStart(12, '0');
}
