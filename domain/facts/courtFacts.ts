import type { CalendarDay, Instant } from '../time/londonTime';
import type { ProtectiveOrder } from './afterSentenceFacts';
import type * as words from '../vocabulary';

/** Facts of the prosecution and the courts. Enums, ids and dates only. */
export interface CourtFacts {
  /** This case belongs to a prosecution; `suspects` are those of the case who are charged in it. */
  courtCaseLinked: { urn: string; matched?: { suspectId: string; defendantId: string }[] | undefined };
  courtCaseUnlinked: { urn: string };
  hearingListed: {
    hearingId: string;
    hearing: words.HearingKind;
    on: CalendarDay;
    at?: Instant | undefined;
    court?: string | undefined;
    room?: string | undefined;
    /** How sure the day is; `on` and `untilOn` are then the first and the last day of the week. Fixed, unless said. */
    certainty?: words.DateCertainty | undefined;
    untilOn?: CalendarDay | undefined;
  };
  hearingMoved: {
    hearingId: string;
    on: CalendarDay;
    at?: Instant | undefined;
    court?: string | undefined;
    room?: string | undefined;
    certainty?: words.DateCertainty | undefined;
    untilOn?: CalendarDay | undefined;
  };
  /** How a day of trial went, for who was to be there. */
  trialHeard: { hearingId: string; trial: (typeof words.trialDays)[number] };
  hearingVacated: { hearingId: string };
  courtBailDecided: {
    decision: 'bailed' | 'bailVaried' | 'remanded';
    conditions?: boolean | undefined;
    /** The last day on which the defendant may be kept in custody before trial. */
    custodyTimeLimitOn?: CalendarDay | undefined;
  };
  pleaEntered: { plea: 'guilty' | 'notGuilty' | 'noPlea' };
  sentToCrownCourt: Record<never, never>;
  /** `setAside`: a conviction was taken back by the court that made it, and the case is tried again. */
  verdictGiven: { verdict: (typeof words.verdicts)[number] };
  warrantIssued: Record<never, never>;
  rearrestHeard: { decision: 'bailed' | 'remanded' | 'otherwiseDealtWith' };
  /** Named in the prosecution's list of witnesses to attend; on which days of the hearing, where it says so. */
  witnessRequired: { hearingId?: string | undefined; days?: CalendarDay[] | undefined };
  sentencePassed: {
    sentences: (typeof words.sentences)[number][];
    court?: 'crown' | 'magistrates' | 'youth' | undefined;
    /** The longest time of custody that was imposed, where it was a fixed one. */
    custodyDays?: number | undefined;
    /** Orders that protect the victim; without a day they last until another order. */
    orders?: { order: ProtectiveOrder; untilOn?: CalendarDay | undefined }[] | undefined;
    compensationPence?: number | undefined;
    /** The Victim Contact Scheme takes the case: a specified offence with twelve months or more, or a hospital order. */
    victimContactScheme?: boolean | undefined;
    /** The sentence can be reviewed as unduly lenient. */
    undulyLenientScope?: boolean | undefined;
  };
  victimContactSchemeReferred: Record<never, never>;
  victimLiaisonMade: Record<never, never>;
  releasePlanned: { releaseOn: CalendarDay };
  expensesClaimed: { pence?: number | undefined };
  expensesPaid: Record<never, never>;
  prosecutionStopped: { reason: (typeof words.prosecutionStops)[number] };
  /** `rehearing`: a conviction by magistrates is tried again by the Crown Court, with its witnesses. */
  appealLodged: {
    against: 'conviction' | 'sentence' | 'both';
    rehearing?: boolean | undefined;
    /** Permission of the court, where the appeal needs it; a notice that is late needs more time as well. */
    leave?: (typeof words.appealLeaves)[number] | undefined;
  };
  appealDecided: { result: (typeof words.appealResults)[number] };
}
