import type { ProtectiveOrder } from '../facts/afterSentenceFacts';
import type { CalendarDay, Instant } from '../time/londonTime';
import type { appealLeaves, appealResults, DateCertainty, HearingKind, sentences, TrialDay } from '../vocabulary';

/** Which system of the courts, police or prosecution a message came from; a person who decided stands beside them. */
export const courtSources = [
  'courtListing',
  'commonPlatform',
  'crownCourtLists',
  'magistratesLists',
  'police',
  'prosecution',
  'person',
] as const;
export type CourtSource = (typeof courtSources)[number];

/**
 * A defendant under every id by which a sender calls them: `cp-<uuid>` of Common Platform, `master-<uuid>`,
 * `asn-<id>`, `name-<id>`. A masked name gives no id.
 */
export type DefendantIds = readonly string[];

export type Sentence = (typeof sentences)[number];

/** When a hearing is to be: its first day and start, and for a warned week the last day of it. */
export interface HearingDates {
  readonly certainty: DateCertainty;
  /** The first day; of a warned week its first. Absent while the date is to be fixed. */
  readonly on?: CalendarDay | undefined;
  readonly at?: Instant | undefined;
  /** The last day of a hearing of several days, or of the warned week. */
  readonly untilOn?: CalendarDay | undefined;
}

/** Of the days of one hearing: it sits until one of them, and not again before the other. */
export interface Pause {
  readonly after: CalendarDay;
  readonly resumesOn: CalendarDay;
}

/** What messages can say about a prosecution. Ids, enums and dates only: names stay in the stored message. */
export interface CourtEventData {
  /** A hearing with an id of the court's own, listed or listed anew. */
  hearingSet: HearingDates & {
    readonly hearingId: string;
    readonly pauses?: readonly Pause[] | undefined;
    readonly hearing: HearingKind;
    readonly court?: string | undefined;
    readonly room?: string | undefined;
    readonly estimatedMinutes?: number | undefined;
    /** Nobody named: all of the prosecution's. */
    readonly defendants: readonly DefendantIds[];
  };
  /** Of a hearing no more than its days, its kind or its place: each stands until somebody says otherwise of it. */
  hearingDays: HearingDates & {
    readonly hearingId: string;
    readonly pauses?: readonly Pause[] | undefined;
    /** Whom the message named; it does not say that nobody else is concerned. */
    readonly defendants?: readonly DefendantIds[] | undefined;
  };
  hearingKind: { readonly hearingId: string; readonly hearing: HearingKind };
  hearingPlace: { readonly hearingId: string; readonly court?: string | undefined; readonly room?: string | undefined };
  hearingVacated: { readonly hearingId: string; readonly why: 'vacated' | 'deleted' | 'unallocated' };
  /** One day of a hearing will not be; another day of it may stand. */
  hearingDayOff: { readonly hearingId: string; readonly on: CalendarDay };
  hearingHeld: {
    readonly hearingId: string;
    readonly on: CalendarDay;
    readonly trial?: TrialDay | undefined;
  };
  /** A line of a published list, which has no hearing id: this prosecution is in that court on that day. */
  listed: HearingDates & {
    readonly court: string;
    readonly room?: string | undefined;
    readonly hearing: HearingKind;
    readonly estimatedMinutes?: number | undefined;
    readonly caseNumber?: string | undefined;
    readonly defendants: readonly DefendantIds[];
  };
  /** A later list of the court for the same day did not have it any more. */
  missingFromList: { readonly court: string; readonly on: CalendarDay };
  /** A person asked the court: the hearing stands, or it does not. */
  hearingConfirmed: { readonly hearingId: string; readonly stands: boolean };
  offenceCharged: {
    readonly defendant: DefendantIds;
    readonly offenceId: string;
    readonly offenceCode?: string | undefined;
    /** Its number in the case of the police, by which their own results know it. */
    readonly sequence?: number | undefined;
    /** Its place among the offences of the defendant. */
    readonly place?: number | undefined;
    readonly replacesOffenceId?: string | undefined;
  };
  pleaEntered: {
    readonly defendant: DefendantIds;
    readonly offenceId: string;
    readonly plea: 'guilty' | 'notGuilty' | 'noPlea';
    readonly on: CalendarDay;
  };
  verdictGiven: {
    readonly defendant: DefendantIds;
    readonly offenceId: string;
    /** `removed`: the court has taken the conviction back, and there is no verdict. */
    readonly verdict: 'guilty' | 'notGuilty' | 'juryDischarged' | 'removed';
    readonly on: CalendarDay;
    /** The court gave no day: it is that of the hearing, and every later hearing writes the same verdict again. */
    readonly dayUnknown?: true | undefined;
  };
  bailDecided: {
    readonly defendant: DefendantIds;
    readonly decision: 'bailed' | 'bailedWithConditions' | 'varied' | 'remanded' | 'neither';
    readonly on: CalendarDay;
    readonly custodyTimeLimitOn?: CalendarDay | undefined;
    /** Of the conditions in the court's own words, under a key: empty where it gave none, absent where nobody looked. */
    readonly wordsHash?: string | undefined;
  };
  sentToCrownCourt: { readonly defendant: DefendantIds; readonly on: CalendarDay };
  warrantIssued: { readonly defendant: DefendantIds; readonly on: CalendarDay };
  /** What came of an arrest on a warrant or for a breach of bail, where the court heard it. */
  rearrestHeard: {
    readonly defendant: DefendantIds;
    readonly decision: 'bailed' | 'remanded' | 'otherwiseDealtWith';
    readonly on: CalendarDay;
  };
  sentencePassed: {
    readonly defendant: DefendantIds;
    readonly offenceId: string;
    readonly on: CalendarDay;
    readonly court: 'crown' | 'magistrates' | 'youth';
    readonly sentences: readonly Sentence[];
    /** Time in custody that was imposed, in days, where it was a fixed time. */
    readonly custodyDays?: number | undefined;
    /** When orders that protect the victim end; absent for "until further order". */
    readonly ordersUntil?: readonly { readonly order: ProtectiveOrder; readonly untilOn?: CalendarDay }[];
    readonly compensationPence?: number | undefined;
  };
  /** An order beside a sentence: made on acquittal or on application, or changed since it was made. */
  orderDecided: {
    readonly defendant: DefendantIds;
    readonly order: ProtectiveOrder;
    /** `changed`: varied or discharged, and the court does not say which. */
    readonly how: 'made' | 'varied' | 'discharged' | 'changed';
    readonly on: CalendarDay;
    readonly untilOn?: CalendarDay | undefined;
  };
  offenceEnded: {
    readonly defendant: DefendantIds;
    readonly offenceId: string;
    readonly how: 'discontinued' | 'withdrawn' | 'dismissed' | 'noEvidenceOffered' | 'unableToProceed' | 'leftOnFile';
    readonly on: CalendarDay;
  };
  appealLodged: {
    readonly defendant: DefendantIds;
    readonly against: 'conviction' | 'sentence' | 'both';
    readonly leave?: (typeof appealLeaves)[number] | undefined;
    readonly on: CalendarDay;
  };
  appealDecided: {
    readonly defendant: DefendantIds;
    readonly result: (typeof appealResults)[number];
    readonly on: CalendarDay;
  };
  /** A witness whom the prosecution wants at court. `witness` is the prosecution's own id. */
  witnessRequired: {
    readonly witness: string;
    readonly hearingId?: string | undefined;
    readonly days: readonly CalendarDay[];
    readonly attend: boolean;
  };
}

export type CourtEventKind = keyof CourtEventData;

/** One thing that a message said, and when its sender said it: the later word counts, whenever it arrives. */
export type CourtEvent<K extends CourtEventKind = CourtEventKind> = {
  [Kind in K]: {
    readonly kind: Kind;
    readonly data: CourtEventData[Kind];
    readonly source: CourtSource;
    /** The stored message that said so. */
    readonly messageId: string;
    readonly issuedAt: Instant;
    /** The sender's own count of what it issued at one instant: the higher counts. */
    readonly version?: number | undefined;
    /** When it reached us: clocks of the Witness Care Unit start here. */
    readonly receivedAt: Instant;
  };
}[K];
