import { trusted, type Model } from 'mongoose';
import { matchReasons, type LikelyMatch, type MatchReason } from './personMatches';
import { byBirth, byContact } from './personDetails';
import type { PersonDocument } from './personDocument';

/** More than these share a name and a number with nobody in particular. */
const mostLikely = 20;

export interface FoundMatch extends LikelyMatch {
  /** The record that was found, joined into another or not. */
  readonly recordId: string;
}

/** The records that may be of the same person, by hashes alone: nothing is unsealed. */
export async function likelyMatches(model: Model<PersonDocument>, personId: string): Promise<FoundMatch[]> {
  const own = await model.findById(personId).lean<PersonDocument>();
  const wanted = own ? likenessOf(own) : [];
  if (!own || wanted.length === 0) return [];
  const found = await model
    .find({
      'hashes.likeness': trusted({ $in: wanted }),
      _id: trusted({ $ne: personId }),
      kind: own.kind,
    } as never)
    .limit(mostLikely)
    .lean<PersonDocument[]>();
  const rootId = own.joinedInto ?? personId;
  return found.flatMap((each) => {
    const otherId = each.joinedInto ?? each._id;
    if (otherId === rootId) return [];
    const reasons = reasonsOf(wanted, likenessOf(each));
    const forces = (own.forces ?? []).filter((force) => each.forces?.includes(force));
    return [{ personIds: [rootId, otherId], recordId: each._id, reasons, forces }];
  });
}

function likenessOf({ hashes }: PersonDocument): readonly string[] {
  return hashes.likeness ?? [];
}

/** The surest one says it all. */
function reasonsOf(one: readonly string[], other: readonly string[]): MatchReason[] {
  const shared = one.filter((each) => other.includes(each));
  const same = (prefix: string) => shared.some((each) => each.startsWith(prefix));
  const [birth, contact] = [same(byBirth), same(byContact)];
  const reason = birth && contact ? matchReasons[0] : birth ? matchReasons[1] : matchReasons[2];
  return [reason];
}
