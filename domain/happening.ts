import type { Fact, FactKind } from './fact';
import { londonDay, startOfLondonDay, type Instant } from './time/londonTime';

const charges: ReadonlySet<FactKind> = new Set(['suspectCharged', 'chargedInAnotherCase']);
const ofWhoIsCharged: ReadonlySet<FactKind> = new Set([
  'sentToCrownCourt',
  'courtBailDecided',
  'warrantIssued',
  'pleaEntered',
  'trialHeard',
  'verdictGiven',
  'sentencePassed',
  'prosecutionStopped',
  'appealLodged',
  'appealDecided',
]);

/**
 * Facts in the order in which they happened; told at the same instant, in the order of recording. Courts say the day alone of
 * what they decide: on the day of the charge it came after it.
 */
export function inOrderOfHappening(facts: readonly Fact[]): Fact[] {
  const places = placesOf(facts);
  const placeOf = (fact: Fact) => places?.get(fact) ?? fact.happenedAt;
  return [...facts].sort((one, other) => {
    const [place, otherPlace] = [placeOf(one), placeOf(other)];
    if (place !== otherPlace) return place < otherPlace ? -1 : 1;
    const comesAfter = Number(places?.has(one) ?? false) - Number(places?.has(other) ?? false);
    if (comesAfter !== 0) return comesAfter;
    return one.seq - other.seq;
  });
}

/** Facts of which the day alone is known, and the last charge of that day after which each comes. */
function placesOf(facts: readonly Fact[]): Map<Fact, Instant> | undefined {
  const byDay = new Map<string, Instant>();
  for (const { kind, happenedAt } of facts) {
    if (!charges.has(kind)) continue;
    const day = londonDay(happenedAt);
    if (happenedAt > (byDay.get(day) ?? '')) byDay.set(day, happenedAt);
  }
  if (byDay.size === 0) return undefined;
  const places = new Map<Fact, Instant>();
  for (const fact of facts) {
    const day = ofWhoIsCharged.has(fact.kind) ? londonDay(fact.happenedAt) : undefined;
    const charged = day === undefined ? undefined : byDay.get(day);
    if (day === undefined || charged === undefined || fact.happenedAt !== startOfLondonDay(day)) continue;
    places.set(fact, charged);
  }
  return places.size === 0 ? undefined : places;
}
