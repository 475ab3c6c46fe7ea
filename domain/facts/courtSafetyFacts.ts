import type { CalendarDay } from '../time/londonTime';

/** What was settled with a victim whose offender, or alleged one, may come near them. */
export const safetyMeasures = [
  'alarm',
  'homeSecurity',
  'safeAddress',
  'markerOnAddress',
  'policeVisit',
  'protectiveOrderSought',
  'supportServiceTold',
  'victimWantsNone',
] as const;

/** Facts of custody and release that a victim’s safety hangs on. Enums, ids and dates only. */
export interface CourtSafetyFacts {
  /** Somebody in custody has got away. */
  escapeReported: { from: 'prison' | 'hospital' | 'courtOrTransport' };
  safetyPlanMade: { about?: number | undefined; measures: (typeof safetyMeasures)[number][] };
  /** What became of a custody time limit that was about to pass. */
  custodyTimeLimitAnswered: { answer: 'extended' | 'released' | 'trialBegun'; untilOn?: CalendarDay | undefined };
}
