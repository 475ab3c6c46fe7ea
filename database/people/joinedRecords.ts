import { trusted, type Model } from 'mongoose';
import type { PersonDocument } from './personDocument';

/** Records that were joined into one another, and into one that stands for them all. */
export function joinedRecords(model: Model<PersonDocument>) {
  /** This record first, then those that were joined into it, and into those. */
  async function recordsWithin(personId: string): Promise<PersonDocument[]> {
    const either = [{ _id: personId }, { joinedInto: personId }];
    const found = await model.find({ $or: either } as never).lean<PersonDocument[]>();
    const own = found.find(({ _id }) => _id === personId);
    if (!own) return [];
    const all = new Map([own, ...found].map((each) => [each._id, each]));
    let level = [...all.keys()].filter((id) => id !== personId);
    while (level.length > 0) {
      const next = await model.find({ joinedInto: trusted({ $in: level }) }).lean<PersonDocument[]>();
      level = next.map(({ _id }) => _id).filter((id) => !all.has(id));
      for (const each of next) all.set(each._id, each);
    }
    return [...all.values()];
  }

  return {
    recordsWithin,
    /** The record that stands for the person first, then every other one of theirs. */
    async recordsOf(personId: string): Promise<PersonDocument[]> {
      const seen = new Set<string>();
      for (let id = personId; ;) {
        const records = await recordsWithin(id);
        const into = records[0]?.joinedInto;
        // A younger record is always joined into an older one, so that no ring can come about; none is followed for ever.
        if (into === undefined || seen.has(into)) return records;
        seen.add(id);
        id = into;
      }
    },
  };
}
