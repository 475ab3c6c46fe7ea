import { z } from 'zod';
import { putOnce } from '../putOnce';
import type { SystemAddress } from '../systemCall';
import { wireInstant, wireWords } from '../wire';

/**
 * What is published to the victim of a crime in TrackMyCrime. It does not name the messages that it answers: the portal shows
 * one thread for each crime in the order of `at`, and has no place for such a reference; here the fact names them.
 */
export const publishedMessage = z.object({
  at: wireInstant,
  text: wireWords,
});
export type PublishedMessage = z.input<typeof publishedMessage>;

/** The portal in which victims follow their crime. */
export interface TrackMyCrime {
  /** Publishes under an id of ours: the same again publishes nothing. Throws SystemAway. */
  publish(
    crimeReference: string,
    messageId: string,
    message: PublishedMessage
  ): Promise<'taken' | 'crimeUnknown' | 'anotherUnderThisId' | 'refused'>;
}

/** TrackMyCrime at an address, by its HTTP interface. */
export function trackMyCrime(address: SystemAddress): TrackMyCrime {
  return {
    publish: (crimeReference, messageId, message) =>
      putOnce(address, {
        at: ['crimes', crimeReference, 'messages', messageId],
        body: message,
        unknown: 'crimeUnknown',
      }),
  };
}
