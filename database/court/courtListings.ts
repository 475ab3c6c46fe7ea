// Written by: the way of court messages in commands/court, in the API and in the sweep.
import { trusted, type Connection, type Model } from 'mongoose';
import type { CalendarDay, Instant } from '../../domain/time/londonTime';
import { collection } from '../store/collection';
import { isDuplicateKey } from '../store/connection';

/** What one list says of one day of a court: which of the prosecutions that we know are in it. */
export interface DayListed {
  readonly family: string;
  readonly court: string;
  readonly on: CalendarDay;
  readonly publishedAt: Instant;
  /** Between lists that were published at one instant the higher is the later. */
  readonly version?: number | undefined;
  readonly messageId: string;
  readonly receivedAt: Instant;
  readonly urns: readonly string[];
}

export interface ListingDocument {
  readonly _id: string;
  /** Of the newest list of the day. */
  readonly newest?: (Omit<DayListed, 'family' | 'court' | 'on'> & { readonly issue: string }) | undefined;
  /** Of a prosecution that was in a list of the day: which day, and in which list it was last. */
  readonly day?: string | undefined;
  readonly urn?: string | undefined;
  readonly listedIn?: string | undefined;
}

/** The newest list of each day of each court, and who was in any of them. */
export interface CourtListings {
  /** Notes a list. Answers with who was in an earlier list of the day and is not in the newest, and which that is. */
  noteList(listed: DayListed): Promise<{ readonly missing: readonly string[]; readonly newest: DayListed }>;
}

export function courtListings(connection: Connection): Model<ListingDocument> {
  const list = { publishedAt: String, version: Number, issue: String, messageId: String, receivedAt: String };
  const newest = { ...list, urns: [String] };
  const fields = { newest: { type: newest, default: undefined }, day: String, urn: String, listedIn: String };
  return collection<ListingDocument>(connection, 'courtListings', fields, [{ key: { day: 1 }, sparse: true }]);
}

export function courtListingsStore(model: Model<ListingDocument>): CourtListings {
  return {
    async noteList(listed) {
      const { family, court, on, ...list } = listed;
      const newest = { ...list, issue: issueOf(list) };
      const day = `${family}|${court}|${on}`;
      // Both are written before either is read, so that of two lists at once one sees the other.
      await later({ _id: day, 'newest.issue': { $not: { $gte: newest.issue } } }, { newest });
      for (const urn of newest.urns) {
        const listedIn = newest.issue;
        await later({ _id: `${day}|${urn}`, listedIn: { $not: { $gte: listedIn } } }, { day, urn, listedIn });
      }
      const known = await model.findById(day).lean<ListingDocument>();
      const last = known?.newest ?? newest;
      const among = new Set(last.urns);
      const seen = await model
        .find({ day, listedIn: trusted({ $lt: last.issue }) })
        .sort({ _id: 1 })
        .lean<ListingDocument[]>();
      const missing = seen.flatMap(({ urn }) => (urn !== undefined && !among.has(urn) ? [urn] : []));
      return { missing, newest: { family, court, on, ...last } };
    },
  };

  async function later(filter: object, $set: object): Promise<void> {
    try {
      await model.collection.updateOne(filter as never, { $set } as never, { upsert: true });
    } catch (error) {
      // A later list is there already.
      if (!isDuplicateKey(error)) throw error;
    }
  }
}

/** Sorts as the lists were issued. */
function issueOf({ publishedAt, version = 0 }: Pick<DayListed, 'publishedAt' | 'version'>): string {
  return `${publishedAt} ${String(version).padStart(9, '0')}`;
}
