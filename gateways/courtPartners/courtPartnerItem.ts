import type { CourtPartner, CourtReferral, CourtWithdrawal } from '../../domain/court/partners/courtPartner';

/** What the outbox keeps of what goes to a partner at court: ids alone. All the rest is read when it is sent. */
export interface CourtPartnerItem {
  readonly does: 'refer' | 'change' | 'withdraw';
  readonly referralId: string;
  readonly partner: CourtPartner;
  readonly subject: CourtReferral['subject'];
  /** The fact that asks for it. */
  readonly seq: number;
  /** The fact by which it was queued: a later one takes the place of what still waits. */
  readonly fact: number;
  readonly reason?: CourtWithdrawal | undefined;
}
