import type { Instant } from '../../domain/time/londonTime';
import type { CaseChange, PartnerMessage, SafeContact, WithdrawalReason } from './contract';

/** What a partner's side says of something it was sent. */
export interface PartnerAnswer {
  readonly state: 'has' | 'sending' | 'failed' | 'unknown';
  readonly reference?: string | undefined;
}

/**
 * One support service's way of receiving. `key` is the outbox item's id: the same key sends once. Each function throws
 * PartnerRefused, PartnerBusy, or anything else where the other side is away.
 */
export interface PartnerClient {
  /** Whether it has the referral. `keys` are those under which the referral may have been sent. */
  find(referralId: string, keys: readonly string[]): Promise<PartnerAnswer>;
  refer(message: PartnerMessage, key: string): Promise<PartnerAnswer>;
  changeContact(referralId: string, contact: SafeContact, key: string): Promise<PartnerAnswer>;
  changeCase(referralId: string, change: CaseChange, key: string): Promise<PartnerAnswer>;
  withdraw(referralId: string, reason: WithdrawalReason, key: string): Promise<PartnerAnswer>;
}

/** The other side will not take it however often it is sent: a person must look. */
export class PartnerRefused extends Error {
  override readonly name = 'PartnerRefused';

  constructor(readonly status: number) {
    super(`refused with ${status}`);
  }
}

/** The other side asks us to wait. */
export class PartnerBusy extends Error {
  override readonly name = 'PartnerBusy';

  constructor(readonly until: Instant) {
    super('busy');
  }
}
