import type { CourtRecord, LinkedCase } from './courtRecord';
import { defendantNamed, type Defendant } from './defendants';
import type { News } from './news';
import { newsOfAll } from './newsOfAll';

/** What concerns a linked case: hearings of its defendants, and what was decided about them. */
export function newsFor(record: CourtRecord, linked: LinkedCase): News[] {
  const { defendants, news } = newsOfAll(record);
  const suspectOf = suspectsOf(linked, defendants);
  const toldApart = new Set([...suspectOf.values(), ...Object.keys(linked.matched)]);
  // Until somebody has said who each of the case's suspects is, every defendant may be one of them.
  const isOpen = linked.suspects.length === 0 || linked.suspects.some((suspectId) => !toldApart.has(suspectId));
  return news.flatMap(({ of, isOfOne, ...each }) => {
    if (of.length > 0 && !isOpen && !of.some((defendantId) => suspectOf.has(defendantId))) return [];
    const suspects = of.flatMap((defendantId) => suspectOf.get(defendantId) ?? (isOfOne ? defendantId : []));
    return [{ ...each, suspects }];
  });
}

/**
 * Which suspect of the case each defendant is: as somebody said, or because there is one of each. Empty where nobody
 * can tell.
 */
export function suspectsOf({ suspects, matched }: LinkedCase, defendants: readonly Defendant[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [suspectId, defendantId] of Object.entries(matched)) {
    const defendant = defendantNamed(defendants, [defendantId]);
    if (defendant) found.set(defendant.defendantId, suspectId);
  }
  const isUnmatched = Object.keys(matched).length === 0;
  const [only, ...others] = suspects;
  const [alone, ...more] = defendants;
  if (isUnmatched && only !== undefined && alone && others.length === 0 && more.length === 0) {
    found.set(alone.defendantId, only);
  }
  return found;
}
