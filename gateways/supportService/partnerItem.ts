import type { OutboxKind } from '../../domain/messages/outbox';
import type { CaseChange, WithdrawalReason } from './contract';

/** The kinds of items for support services: for a system of theirs, and for secure e-mail. */
export const partnerKinds = ['partnerReferral', 'secureEmail'] as const satisfies readonly OutboxKind[];

/** What the outbox keeps of a message to a support service: ids alone. All the rest is read when it is sent. */
export interface PartnerItem {
  readonly message: 'referral' | 'contactChanged' | 'caseChanged' | 'withdrawal';
  readonly referralId: string;
  readonly supportService: string;
  readonly caseId: string;
  readonly forces: readonly string[];
  readonly reason?: WithdrawalReason | undefined;
  readonly change?: CaseChange | undefined;
}
