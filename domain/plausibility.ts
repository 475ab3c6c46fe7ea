import { isDanger } from './tracks/caseEnd';
import type { CareState } from './careState';
import type { NewFact } from './fact';
import { addHours, type Instant } from './time/londonTime';
import { knownTrack } from './tracks/suspectTracks';

const needsCharge: ReadonlySet<string> = new Set(['verdictGiven', 'sentencePassed', 'appealLodged', 'appealDecided']);

/** Why a fact cannot be as it was told, or undefined. Such a fact is kept, and waits for a person. */
export function implausible(fact: NewFact, state: CareState, now: Instant): string | undefined {
  // A decision about an event is one whenever it is said to have been made: it never waits for another.
  if (fact.kind === 'eventReviewed') return undefined;
  // Danger waits for nobody to look at its date.
  if (isDanger(fact.kind)) return undefined;
  if (fact.kind === 'noCrime' && state.dangerUnanswered) return 'dangerUnanswered';
  if (fact.happenedAt > addHours(now, 1)) return 'happenedInTheFuture';
  if (fact.receivedAt !== undefined && fact.receivedAt > addHours(now, 1)) return 'receivedInTheFuture';
  if (fact.receivedAt !== undefined && fact.receivedAt < fact.happenedAt) return 'receivedBeforeItHappened';
  if (fact.kind === 'appealDecided' && !anyTrack(state, fact, (status) => status === 'appealing')) {
    return 'noAppealWasLodged';
  }
  // A court tells of who was charged before it, also in a case that nobody told of the charge.
  const isOfOurs = fact.source === 'court' && state.urns.size > 0;
  if (needsCharge.has(fact.kind) && !isOfOurs && !anyTrack(state, fact, (_status, charged) => charged))
    return 'nobodyWasCharged';
  return undefined;
}

function anyTrack(state: CareState, fact: NewFact, test: (status: string, charged: boolean) => boolean): boolean {
  const suspects = fact.suspects?.length ? fact.suspects : [...state.tracks.bySuspect.keys()];
  return suspects.some((suspectId) => {
    const track = knownTrack(state.tracks, suspectId);
    return track !== undefined && test(track.status, track.chargedAt !== undefined);
  });
}
