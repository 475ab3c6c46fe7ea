// Written by: the inbound way of commands/inbound alone.
import { trusted, type Connection, type Model } from 'mongoose';
import { addHours, type Instant } from '../../domain/time/londonTime';
import { collection } from '../store/collection';
import { isDuplicateKey } from '../store/connection';
import type { KeyedHash } from '../encryption/searchHashes';
import type { InboundSource } from './inboundMessage';

/** The thing that messages are about, and the newest version of it that was let through. */
interface SubjectDocument {
  readonly _id: string;
  /** Compared as text: whole numbers are padded. */
  readonly version: string;
  readonly messageId: string;
  /** Only while that message is being carried out. */
  readonly lockedUntil?: Instant | undefined;
}

export interface Subject {
  readonly source: InboundSource;
  readonly force: string;
  readonly reference: string;
  readonly version: string;
}

/** Guards that an older version of a thing never overwrites a newer one, however messages arrive. */
export interface InboundSubjects {
  /** 'mine' until `end` is called or the lock runs out; 'busy' while another version is being carried out. */
  begin(subject: Subject, messageId: string, now: Instant): Promise<'mine' | 'older' | 'busy'>;
  end(subject: Subject, messageId: string): Promise<void>;
}

/** Longer than carrying a message out can take; a crash frees the subject after it. */
const lockedHours = 30 / 3600;

export function inboundSubjects(connection: Connection): Model<SubjectDocument> {
  const fields = { version: String, messageId: String, lockedUntil: String };
  return collection(connection, 'inboundSubjects', fields, []);
}

export function inboundSubjectsStore(model: Model<SubjectDocument>, hash: KeyedHash): InboundSubjects {
  const idOf = ({ source, force, reference }: Subject) =>
    hash('inboundSubject', `${source} ${force} ${reference}`) ?? '';

  return {
    async begin(subject, messageId, now) {
      const [_id, { version }] = [idOf(subject), subject];
      const lockedUntil = addHours(now, lockedHours);
      try {
        await model.collection.insertOne({ _id, version, messageId, lockedUntil } as never);
        return 'mine';
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      const mayFollow = [{ version: trusted({ $lt: version }) }, { version, messageId }];
      const isFree = [
        { lockedUntil: trusted({ $exists: false }) },
        { lockedUntil: trusted({ $lte: now }) },
        { messageId },
      ];
      const { matchedCount } = await model.updateOne({ _id, $and: [{ $or: mayFollow }, { $or: isFree }] } as never, {
        $set: { version, messageId, lockedUntil },
      });
      if (matchedCount > 0) return 'mine';
      const known = await model.findById(_id).lean<SubjectDocument>();
      const isOlder =
        known && (known.version > version || (known.version === version && known.messageId !== messageId));
      return isOlder ? 'older' : 'busy';
    },
    async end(subject, messageId) {
      await model.updateOne({ _id: idOf(subject), messageId }, { $unset: { lockedUntil: '' } } as never);
    },
  };
}
