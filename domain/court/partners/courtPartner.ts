/** Bodies outside the police that a case at court is handed on to. */
export const courtPartners = ['witnessService', 'victimContactScheme', 'youthJusticeService'] as const;
export type CourtPartner = (typeof courtPartners)[number];

/** Why something is taken back that a partner may have. */
export const courtWithdrawals = ['declined', 'notNeeded', 'victimDied', 'sentInError'] as const;
export type CourtWithdrawal = (typeof courtWithdrawals)[number];

/** What a partner is sent: whom to help, or the day of a release or a step of parole. */
export type CourtReferralSubject = 'referral' | 'notice';

/** Something that a partner of the court stage is to have, as the facts of the case say now. */
export interface CourtReferral {
  /** Ours, and the same for as long as it is about the same thing. */
  readonly referralId: string;
  readonly partner: CourtPartner;
  readonly subject: CourtReferralSubject;
  /** The fact that asked for it first, over all corrections. */
  readonly origin: number;
  /** The fact that asks for it now. */
  readonly seq: number;
  /** `over`: the partner needs to hear nothing more of it. */
  readonly standing: 'wanted' | 'over' | CourtWithdrawal;
  /** Nobody asked for it: the law does. */
  readonly byItself: boolean;
  /** False where it needs the person's agreement, and nobody has recorded that. */
  readonly agreed: boolean;
}
