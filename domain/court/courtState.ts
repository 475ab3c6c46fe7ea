import type { Fact, FactData, FactKind } from '../fact';
import type { CalendarDay, Instant } from '../time/londonTime';
import type { DateCertainty } from '../vocabulary';
import { followMeasures, noMeasuresYet, type Measures } from './measures/measureState';
import { isTriedAgain } from '../tracks/trackStatus';

type Known<K extends FactKind> = { readonly seq: number; readonly at: Instant } & FactData[K];

export type ConflictAnswer = Known<'availabilityConflictAnswered'>;

export interface KnownHearing {
  readonly hearing: FactData['hearingListed']['hearing'];
  readonly on: CalendarDay;
  readonly at?: Instant;
  /** The last day, of a hearing of several days or of a warned week. */
  readonly untilOn?: CalendarDay;
  readonly certainty: DateCertainty;
  vacated: boolean;
  /** The fact that set the day. */
  readonly seq: number;
  readonly knownAt: Instant;
  readonly court?: string;
  /** Whose hearing it is; empty: of all, or nobody said. */
  readonly suspects: readonly string[];
}

/** What a court has in its diary for a case, and what was asked of it for the victim. */
export interface CourtState {
  hearings: Map<string, KnownHearing>;
  availability?: Known<'availabilityGiven'>;
  /** When the answer was last sent, to whom. */
  availabilitySent: Partial<Record<FactData['availabilitySent']['to'], { seq: number; at: Instant }>>;
  /** When they last said what they make of it. */
  availabilityAcknowledged: Partial<Record<FactData['availabilityAcknowledged']['by'], { seq: number; at: Instant }>>;
  /** What was said to a day of a hearing on which the witness cannot come. */
  conflictsAnswered: ConflictAnswer[];
  measures: Measures;
  /** The trial ahead is the rehearing of a conviction by magistrates: its hearing is that of the appeal. */
  rehearing: boolean;
  /** Unique reference numbers of the prosecutions that the case belongs to. */
  urns: Set<string>;
}

export function nothingInCourtYet(): CourtState {
  return {
    hearings: new Map(),
    availabilitySent: {},
    availabilityAcknowledged: {},
    conflictsAnswered: [],
    measures: noMeasuresYet(),
    rehearing: false,
    urns: new Set(),
  };
}

/** What facts that count, in the order in which they happened, say of courts. */
export function courtStateOf(inOrder: readonly Fact[]): CourtState {
  const known = nothingInCourtYet();
  for (const fact of inOrder) followCourt(known, fact);
  return known;
}

/** Takes in what a fact says of courts; facts come in the order in which they happened. */
export function followCourt(known: CourtState, fact: Fact): void {
  const { seq, happenedAt: at } = fact;
  switch (fact.kind) {
    case 'hearingListed': {
      known.hearings.set(fact.data.hearingId, knownHearing(fact.data.hearing, fact));
      break;
    }
    case 'hearingMoved': {
      const before = known.hearings.get(fact.data.hearingId);
      const moved = knownHearing(before?.hearing ?? 'other', fact);
      // Whoever says the new day alone says nothing of another court.
      const suspects = fact.suspects ?? before?.suspects ?? [];
      known.hearings.set(fact.data.hearingId, {
        ...(before?.court ? { court: before.court } : {}),
        ...moved,
        suspects,
      });
      break;
    }
    case 'hearingVacated': {
      const { hearingId } = fact.data;
      const before = known.hearings.get(hearingId);
      if (before) known.hearings.set(hearingId, { ...before, vacated: true });
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
    case 'appealLodged':
      known.rehearing = fact.data.rehearing === true;
      break;
    case 'availabilityGiven':
      known.availability = { seq, at, ...fact.data };
      break;
    case 'availabilitySent':
      known.availabilitySent[fact.data.to] = { seq, at };
      break;
    case 'availabilityAcknowledged':
      known.availabilityAcknowledged[fact.data.by] = { seq, at };
      break;
    case 'availabilityConflictAnswered':
      known.conflictsAnswered.push({ seq, at, ...fact.data });
      break;
    default:
      break;
  }
  followMeasures(known.measures, fact);
  // Dates to avoid were given for the trial that is over, or for days on which it did not end.
  if (!isTriedAgain(fact) && !goesOnAnotherDay(fact)) return;
  delete known.availability;
  known.availabilitySent = {};
}

function goesOnAnotherDay(fact: Fact): boolean {
  return fact.kind === 'trialHeard' && (fact.data.trial === 'ineffective' || fact.data.trial === 'partHeard');
}

function knownHearing(
  hearing: KnownHearing['hearing'],
  { seq, recordedAt, suspects = [], data }: Fact<'hearingListed'> | Fact<'hearingMoved'>
): KnownHearing {
  const { on, at, untilOn, court, certainty = 'fixed' } = data;
  return {
    hearing,
    on,
    certainty,
    vacated: false,
    seq,
    knownAt: recordedAt,
    suspects,
    ...(at ? { at } : {}),
    ...(untilOn ? { untilOn } : {}),
    ...(court ? { court } : {}),
  };
}
