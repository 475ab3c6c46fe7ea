import type { messageFailures } from '../../domain/vocabulary';

/** What a status of Notify means for us; undefined while it is on its way. */
export type NotifyOutcome =
  { readonly as: 'delivered' } | { readonly as: 'failed'; readonly reason: (typeof messageFailures)[number] };

/** A letter that is `received` has been printed and posted; whether it arrives, only its return would tell. */
export function outcomeOf(status: string): NotifyOutcome | undefined {
  switch (status) {
    case 'delivered':
      return { as: 'delivered' };
    case 'permanent-failure':
      return { as: 'failed', reason: 'permanent' };
    case 'temporary-failure':
      return { as: 'failed', reason: 'temporary' };
    case 'technical-failure':
    case 'virus-scan-failed':
    case 'validation-failed':
    case 'cancelled':
      return { as: 'failed', reason: 'technical' };
    default:
      return undefined;
  }
}
