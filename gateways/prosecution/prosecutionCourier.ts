import type { Notes } from '../../database/cases/notes';
import { addHours } from '../../domain/time/londonTime';
import type { Courier, DeliveryTried } from '../courier';
import type { Prosecution } from './prosecution';
import type { ProsecutionContent } from './prosecutionPosting';

interface Parts {
  readonly prosecution: Prosecution | undefined;
  readonly notes: Pick<Notes, 'readNotes'>;
}

/** Tells the prosecution; the case learns at once that it knows of a witness who may not come. */
export function prosecutionCourier({ prosecution, notes }: Parts): Courier {
  return {
    async deliver({ itemId }, content, now): Promise<DeliveryTried> {
      const { news, noteId, fact, urn = news.urn } = content as ProsecutionContent;
      if (!prosecution) return { delivered: { as: 'waits', until: addHours(now, 1), because: 'notConnected' } };
      const words = noteId === undefined ? undefined : (await notes.readNotes([noteId])).get(noteId)?.text;
      const answer = await prosecution.tell(itemId, { ...news, urn, ...(words === undefined ? {} : { words }) });
      if (answer !== 'taken') return { delivered: { as: 'parked', because: answer } };
      const delivered = { as: 'delivered', reference: itemId } as const;
      if (news.about !== 'mayNotAttend') return { delivered };
      const tell = [
        { kind: 'prosecutionInformed', data: { about: fact }, source: 'prosecution', happenedAt: now } as const,
      ];
      return { delivered, tell };
    },
  };
}
