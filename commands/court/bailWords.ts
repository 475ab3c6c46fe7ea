import type { WordsIn } from '../../domain/court/news';
import { readApart } from '../../gateways/courts/readApart';
import type { Engine } from '../engine';
import { wordsOn } from './hashedBailWords';
import { courtMessage, defendantIdOf } from './courtMessages';

/**
 * The conditions of bail in the court's words, read again from the stored message, so that they stand in no history of a
 * workflow. Undefined where it says none, was erased, or was decided by a person. Throws DatabaseAway.
 */
export async function bailWordsIn(engine: Engine, { messageId, defendant }: WordsIn): Promise<string | undefined> {
  const { inboundMessages } = engine.database;
  const [message, payload] = await Promise.all([
    inboundMessages.find(messageId),
    inboundMessages.readPayload(messageId),
  ]);
  const stored = courtMessage.safeParse(payload);
  if (!message || !stored.success) return undefined;
  const { body, ...given } = stored.data;
  const read = await readApart(body, { ...given, occurredAt: message.occurredAt }, defendantIdOf(engine));
  if ('refused' in read || read.reading.says === 'nothing') return undefined;
  return wordsOn(read.reading.prosecutions, defendant);
}
