import type { CalendarDay } from '../time/londonTime';

/** Why somebody cannot come, as on the MG10: for the team alone, never for the court or the other parties. */
export const avoidCodes = [
  'holiday',
  'course',
  'sick',
  'work',
  'examination',
  'caring',
  'appointment',
  'religious',
  'other',
] as const;
export type AvoidCode = (typeof avoidCodes)[number];

export interface DatesToAvoid {
  readonly fromOn: CalendarDay;
  readonly untilOn: CalendarDay;
  readonly why?: AvoidCode | undefined;
}

export const availabilityStages = ['statement', 'charge', 'trialToBeFixed', 'change'] as const;
export const availabilityGrounds = ['trialToBeFixed', 'datesChanged', 'hearingInConflict'] as const;
export const availabilityAskers = ['prosecution', 'court', 'witness', 'witnessCareUnit'] as const;
export const availabilityAnswers = ['noted', 'willAvoid', 'cannotAvoid'] as const;
export const conflictAnswers = ['dateMoved', 'dateKept', 'witnessNotNeeded', 'witnessCanCome'] as const;

/** Who is told of dates to avoid before a date is fixed. */
export const availabilityRecipients = ['prosecution', 'listing'] as const;
export type AvailabilityRecipient = (typeof availabilityRecipients)[number];

/** Facts of when a witness can come to court. */
export interface AvailabilityFacts {
  /** The whole answer each time: it takes the place of the one before. `none` where they have said that there are none. */
  availabilityGiven: {
    datesToAvoid: DatesToAvoid[];
    none?: boolean | undefined;
    stage?: (typeof availabilityStages)[number] | undefined;
  };
  /** Told to the prosecution or to listing: days alone, never why. */
  availabilitySent: {
    to: AvailabilityRecipient;
    ground: (typeof availabilityGrounds)[number];
    askedBy: (typeof availabilityAskers)[number];
    hearingId?: string | undefined;
  };
  availabilityAcknowledged: { by: AvailabilityRecipient; answer: (typeof availabilityAnswers)[number] };
  /** What the prosecution or the court said to a date on which the witness cannot come. */
  availabilityConflictAnswered: {
    hearingId: string;
    on: CalendarDay;
    answer: (typeof conflictAnswers)[number];
    by: 'prosecution' | 'court';
  };
}
