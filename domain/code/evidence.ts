import type { Fact } from '../fact';
import type { Instant } from '../time/londonTime';
import type { DutyId } from './fixedDuty';

/** How a piece of news reached the victim, or why it did not. */
export interface Telling {
  readonly at: Instant;
  readonly seq: number;
  readonly as: 'met' | 'declinedByVictim' | 'couldNotBeTold';
  readonly because?: 'unreachable' | 'unsafeToContact' | undefined;
}

/** What the facts of a case say of its duties, apart from those that answer them by what they are. */
export interface Evidence {
  /** Facts that the victim has been told, or that were settled some other way. */
  told: Map<number, Telling>;
  settledDuties: Map<DutyId, { as: Fact<'dutySettled'>['data']['as']; at: Instant; seq: number }>;
  dutyReasons: Map<DutyId, { cause: string; good: boolean; at: Instant; seq: number }>;
  /** Times in which the victim wanted no contact; the last may be open. */
  silences: { readonly from: Instant; until?: Instant }[];
}

export function noEvidenceYet(): Evidence {
  return { told: new Map(), settledDuties: new Map(), dutyReasons: new Map(), silences: [] };
}

/** Takes in what a fact says of duties; facts come in the order in which they happened. */
export function followEvidence(known: Evidence, fact: Fact): void {
  const { seq, happenedAt: at } = fact;
  switch (fact.kind) {
    case 'victimTold':
    case 'victimUpdateGiven':
      tell(known, fact.data.about, { at, seq, as: 'met' });
      break;
    case 'victimNotTold': {
      const { about, reason } = fact.data;
      const as =
        reason === 'alreadyKnew' ? 'met' : reason === 'declined' ? ('declinedByVictim' as const) : 'couldNotBeTold';
      const notReached = reason === 'unreachable' || reason === 'unsafeToContact' ? { because: reason } : {};
      tell(known, about, { at, seq, as, ...notReached });
      break;
    }
    case 'dutySettled':
      known.settledDuties.set(fact.data.duty, { as: fact.data.as, at, seq });
      break;
    case 'dutyReasonGiven':
      known.dutyReasons.set(fact.data.duty, { ...reasonIn(fact.data), at, seq });
      break;
    case 'firstContactReviewed':
      known.dutyReasons.set('0.force-first-contact', { ...reasonIn(fact.data), at, seq });
      break;
    case 'contactImpossible':
      if (fact.data.reason === 'declined') silence(known, 'no', at);
      break;
    case 'stanceChanged':
      if (fact.data.stance === 'wantsContact') silence(known, fact.data.answer, at);
      break;
    default:
      break;
  }
}

function reasonIn({ cause, goodReason }: { cause: string; goodReason: boolean }): { cause: string; good: boolean } {
  return { cause, good: goodReason };
}

/** Nobody was told of what was not on the record yet. Who was told after all has been told. */
export function tell({ told }: Pick<Evidence, 'told'>, about: readonly number[], telling: Telling): void {
  for (const number of about) {
    if (number < telling.seq && told.get(number)?.as !== 'met') told.set(number, telling);
  }
}

function silence({ silences }: Evidence, wantsContact: 'yes' | 'no', at: Instant): void {
  const last = silences.at(-1);
  const isSilent = last !== undefined && last.until === undefined;
  if (wantsContact === 'no' && !isSilent) silences.push({ from: at });
  if (wantsContact === 'yes' && isSilent) last.until = at;
}
