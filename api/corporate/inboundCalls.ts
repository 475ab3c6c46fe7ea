import { takeIn } from '../../commands/inbound/takeIn';
import type { Engine } from '../../commands/engine';
import { CaseBusy, TemporalAway } from '../../commands/temporalFailures';
import { DatabaseAway } from '../../database/store/connection';
import type { InboundEnvelope, InboundMessage } from '../../database/corporate/inboundMessage';
import { addHours } from '../../domain/time/londonTime';
import type { Asked } from '../http/endpoint';
import { Problem } from '../http/errors';

const sweptAfterHours = 30 / 3600;

/** The way of a message of another system from HTTP to what it asks for. */
export interface InboundCalls {
  /** Once this returns, the message is stored: what it asks for is done, or will be, or waits for a person. */
  receive(
    asked: Asked<unknown>,
    envelope: Omit<InboundEnvelope, 'force' | 'receivedAt'>
  ): Promise<{ readonly message: InboundMessage; readonly alreadyKnown: boolean }>;
  /** Takes a stored message up again after a person mended it. */
  goOn(message: InboundMessage): Promise<InboundMessage>;
}

export function inboundCalls(engine: Engine): InboundCalls {
  const { inboundMessages } = engine.database;

  async function goOn(message: InboundMessage): Promise<InboundMessage> {
    try {
      return await takeIn(engine, message);
    } catch (error) {
      if (!(error instanceof TemporalAway || error instanceof CaseBusy || error instanceof DatabaseAway)) throw error;
      return message;
    }
  }

  return {
    async receive({ caller, now }, given) {
      const tryAgainAt = addHours(now, sweptAfterHours);
      const envelope = { ...given, force: caller.force, receivedAt: now };
      const stored = await inboundMessages.receive(envelope, caller.id, tryAgainAt);
      let { message } = stored;
      if (stored.differs) {
        // What is parked may be mended by its sender too; what was taken stays.
        const mended =
          message.state === 'parked'
            ? await inboundMessages.mend(
                message.messageId,
                { payload: given.payload },
                { by: caller.id, at: now },
                tryAgainAt
              )
            : undefined;
        if (!mended) throw new Problem('messageDiffers', 'Another message was taken under this id.');
        message = mended;
      }
      return { message: await goOn(message), alreadyKnown: stored.alreadyKnown };
    },
    goOn,
  };
}
