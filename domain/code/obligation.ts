import type { Limit } from './limit';
import type { FactKind } from '../fact';
import type { CalendarDay } from '../time/londonTime';
import type { CaseRole, PersonKind } from '../vocabulary';

/** Families of law and promises; the editions of one scheme follow each other in time. */
export const schemes = [
  'victimsCode',
  'witnessCharter',
  'policeRightToReview',
  'prosecutionRightToReview',
  'victimCommunication',
  'criminalProcedureRules',
  'undulyLenientSentence',
  'criminalInjuriesCompensation',
  'preChargeBail',
  'parole',
  'complaints',
  'crimeRecording',
  'victimsAndPrisonersAct',
  'forceStandards',
] as const;
export type Scheme = (typeof schemes)[number];

export const dutyHolders = [
  'police',
  'witnessCareUnit',
  'prosecution',
  'courts',
  'probation',
  'paroleBoard',
  'youthJusticeService',
  'supportService',
  'witnessService',
  'attorneyGeneral',
  'immigrationEnforcement',
  'reviewCommission',
  'serviceProvider',
  'government',
  'victim',
] as const;
/** Who owes a duty, or, for a window, who may use it. */
export type DutyHolder = (typeof dutyHolders)[number];

/** Where a clock starts: when the thing happened, when the duty-holder received it, or when the victim was told. */
export type ClockStart = 'happening' | 'receipt' | 'notification';

/** How a case sees that an obligation has arisen and that it is met. One without this is law that no case can see yet. */
export interface Trigger {
  /** The kinds of fact that it arises from; `report` is the crime report itself. */
  readonly from: 'report' | readonly FactKind[];
  /** What the fact must say as well: for each named field of its data, one of these values. */
  readonly where?: Readonly<Record<string, readonly (string | boolean)[]>>;
  readonly source?: 'court' | 'prosecution';
  /** Only where all of these have happened before, and none of those. */
  readonly after?: readonly FactKind[];
  readonly notAfter?: readonly FactKind[];
  /** It arises, and counts from the same event, also where what must have happened before it comes only after it. */
  readonly evenLater?: true;
  /** However often it happens, it is owed once in a case. */
  readonly once?: true;
  /** Whose cases; every role and kind of person where they are not named. */
  readonly roles?: readonly CaseRole[];
  readonly personKinds?: readonly PersonKind[];
  /**
   * What meets it: telling the victim of that fact; its receipt by the next duty-holder in the chain; or the first
   * later fact of one of these kinds.
   */
  readonly metBy: 'telling' | 'receipt' | readonly FactKind[];
  /** What the reporting officer did before the case began meets it too. */
  readonly metByOfficer?: readonly string[];
  /** Release and bail: never silenced by a pause or a preference. */
  readonly safety?: true;
}

/** One thing that is owed, or (a window) may be asked for, when something happens. */
export interface Obligation {
  /** The row of the reference table that it rests on; its name everywhere. */
  readonly id: string;
  /** The number of the Right in the Victims' Code 2020. Never renumbered across editions. */
  readonly right?: number;
  /** The place in the instrument, in its own numbering. */
  readonly reference: string;
  /** What happens, so that "after …" reads on: "the arrest of a suspect". */
  readonly event: string;
  /** What is owed, so that "must …" (for a window "may …") reads on: "tell the victim of the arrest". */
  readonly owed: string;
  readonly owedTo: string;
  readonly dutyHolder: DutyHolder;
  readonly nature: 'duty' | 'window';
  readonly clockFrom: ClockStart;
  /** None: the law gives no number, and no statutory clock runs. A force may set a target of its own, labelled as such. */
  readonly limit?: Limit;
  /** The limit where the victim has Enhanced Rights, when it differs. */
  readonly enhancedLimit?: Limit;
  readonly exceptions?: string;
  readonly appliesTo: string;
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly arises?: Trigger;
}

/**
 * One edition of a scheme. Append-only: once published here it is never edited, since cases are replayed for years; a
 * change of the law is another file. It ends where the next edition of its scheme begins.
 */
export interface Edition {
  /** `victims-code-2020`. */
  readonly id: string;
  readonly scheme: Scheme;
  /** As a sentence names it: "the Victims' Code 2020". */
  readonly title: string;
  readonly status: 'law' | 'guidance' | 'forceStandard' | 'draft';
  /** The first day on which it counts. A draft has none, and counts for nothing. */
  readonly inForceFrom?: CalendarDay;
  /** The last day, only where no later edition follows. */
  readonly inForceUntil?: CalendarDay;
  /** The day on which it was added here, where that was after cases had begun: what was recorded before keeps its law. */
  readonly adoptedOn?: CalendarDay;
  readonly obligations: readonly Obligation[];
}
