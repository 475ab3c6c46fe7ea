import type { Channel } from '../vocabulary';

/** Facts that come from, or go to, other systems in which the victim follows their crime. Enums, ids and dates only. */
export interface CorporateFacts {
  /** The victim wrote in a portal; the words are in the note. `messageId` is that of the stored message. */
  victimWrote: {
    portal: 'trackMyCrime';
    messageId: string;
    /** By its words it may speak of danger now: somebody looks within the hour. */
    mayBeDanger?: boolean | undefined;
  };
  /** Somebody answered what the victim wrote. By portal, the words are in the note and are sent there. */
  victimAnswered: { by: Channel | 'trackMyCrime'; about: number[] };
  /** Words in the note were published to the victim in a portal. It is no proof that they were read. */
  updatePublished: { portal: 'trackMyCrime'; about: number[] };
}
