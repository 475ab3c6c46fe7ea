import type { Fact, FactData, FactKind } from '../fact';
import type { Instant } from '../time/londonTime';
import { isTriedAgain } from '../tracks/trackStatus';

type Known<K extends FactKind> = { readonly seq: number; readonly at: Instant } & FactData[K];

/** What a court has in its diary for a case, and what was asked of it for the victim. */
export interface CourtState {
  hearings: Map<string, { hearing: FactData['hearingListed']['hearing']; on: string; at?: Instant; vacated: boolean }>;
  availability?: Known<'availabilityGiven'>;
  measures: {
    screened?: Known<'specialMeasuresScreened'>;
    referred?: Known<'specialMeasuresReferred'>;
    applied?: Known<'specialMeasuresApplied'>;
    decided?: Known<'specialMeasuresDecided'>;
  };
  /** Unique reference numbers of the prosecutions that the case belongs to. */
  urns: Set<string>;
}

export function nothingInCourtYet(): CourtState {
  return { hearings: new Map(), measures: {}, urns: new Set() };
}

/** Takes in what a fact says of courts; facts come in the order in which they happened. */
export function followCourt(known: CourtState, fact: Fact): void {
  const { seq, happenedAt: at } = fact;
  switch (fact.kind) {
    case 'hearingListed': {
      const { hearingId, hearing, on, at: startsAt } = fact.data;
      known.hearings.set(hearingId, { hearing, on, vacated: false, ...(startsAt ? { at: startsAt } : {}) });
      break;
    }
    case 'hearingMoved': {
      const { hearingId, on, at: startsAt } = fact.data;
      const hearing = known.hearings.get(hearingId)?.hearing ?? 'other';
      known.hearings.set(hearingId, { hearing, on, vacated: false, ...(startsAt ? { at: startsAt } : {}) });
      break;
    }
    case 'hearingVacated': {
      const hearing = known.hearings.get(fact.data.hearingId);
      if (hearing) hearing.vacated = true;
      break;
    }
    case 'suspectCharged':
    case 'chargedInAnotherCase':
      if (fact.data.urn) known.urns.add(fact.data.urn);
      break;
    case 'courtCaseLinked':
      known.urns.add(fact.data.urn);
      break;
    case 'courtCaseUnlinked':
      known.urns.delete(fact.data.urn);
      break;
    case 'availabilityGiven':
      known.availability = { seq, at, ...fact.data };
      break;
    case 'specialMeasuresScreened':
      known.measures = { screened: { seq, at, ...fact.data } };
      break;
    case 'specialMeasuresReferred':
      known.measures.referred = { seq, at, ...fact.data };
      break;
    case 'specialMeasuresApplied':
      known.measures.applied = { seq, at, ...fact.data };
      break;
    case 'specialMeasuresDecided':
      known.measures.decided = { seq, at, ...fact.data };
      break;
    default:
      break;
  }
  // Dates to avoid were given for the trial that is over, or for days on which it did not end.
  if (isTriedAgain(fact) || goesOnAnotherDay(fact)) delete known.availability;
}

function goesOnAnotherDay(fact: Fact): boolean {
  return fact.kind === 'trialHeard' && (fact.data.trial === 'ineffective' || fact.data.trial === 'partHeard');
}
