import type { CalendarDay, Instant } from '../time/londonTime';
import type * as words from '../vocabulary';
import type { SpecialMeasure } from '../vocabulary';

/** Facts of the prosecution and the courts. Enums, ids and dates only. */
export interface CourtFacts {
  hearingListed: {
    hearingId: string;
    hearing: words.HearingKind;
    on: CalendarDay;
    at?: Instant | undefined;
    court?: string | undefined;
  };
  hearingMoved: { hearingId: string; on: CalendarDay; at?: Instant | undefined };
  hearingVacated: { hearingId: string };
  courtBailDecided: { decision: 'bailed' | 'bailVaried' | 'remanded' };
  pleaEntered: { plea: 'guilty' | 'notGuilty' | 'noPlea' };
  sentToCrownCourt: Record<never, never>;
  availabilityGiven: { datesToAvoid: { fromOn: CalendarDay; untilOn: CalendarDay }[] };
  specialMeasuresScreened: { wanted: boolean; measures: SpecialMeasure[] };
  specialMeasuresReferred: { measures: SpecialMeasure[] };
  specialMeasuresApplied: { decision: 'applied' | 'declined'; measures: SpecialMeasure[] };
  specialMeasuresDecided: { decision: 'granted' | 'partlyGranted' | 'refused'; measures: SpecialMeasure[] };
  verdictGiven: { verdict: 'guilty' | 'notGuilty' | 'juryDischarged' };
  warrantIssued: Record<never, never>;
  rearrestHeard: { decision: 'bailed' | 'remanded' | 'otherwiseDealtWith' };
  witnessRequired: { hearingId?: string | undefined };
  sentencePassed: {
    sentences: (typeof words.sentences)[number][];
    court?: 'crown' | 'magistrates' | 'youth' | undefined;
    /** The Victim Contact Scheme takes the case: a specified offence with twelve months or more, or a hospital order. */
    victimContactScheme?: boolean | undefined;
    /** The sentence can be reviewed as unduly lenient. */
    undulyLenientScope?: boolean | undefined;
  };
  victimContactSchemeReferred: Record<never, never>;
  victimLiaisonMade: Record<never, never>;
  releasePlanned: { releaseOn: CalendarDay };
  expensesClaimed: Record<never, never>;
  expensesPaid: Record<never, never>;
  prosecutionStopped: { reason: 'discontinued' | 'noEvidenceOffered' | 'unableToProceed' };
  appealLodged: { against: 'conviction' | 'sentence' | 'both' };
  appealDecided: { result: 'dismissed' | 'abandoned' | 'convictionQuashed' | 'sentenceChanged' | 'retrialOrdered' };
}
