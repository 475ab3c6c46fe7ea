import type { CaseSummary } from '../projection/caseSummary';
import type { ContactStanding } from './safeContact';

interface Known {
  readonly person: { readonly contactStop?: object | undefined };
  /** All cases of the person, also under records that were joined with theirs. */
  readonly cases: readonly Pick<CaseSummary, 'caseId' | 'stage' | 'ended' | 'stances'>[];
  /** The case that the contact is about. */
  readonly caseId?: string | undefined;
}

/**
 * The wish and the state of a person, whichever of their cases learnt of it: they died, all contact was stopped, or they
 * said in any case that is open, or in the one that this is about, that they want no contact.
 */
export function contactStanding({ person, cases, caseId }: Known): ContactStanding {
  return {
    stopped: person.contactStop !== undefined,
    died: cases.some(({ stage }) => stage === 'victimDied'),
    wantsNone: cases.some((each) => (!each.ended || each.caseId === caseId) && each.stances.wantsContact === 'no'),
  };
}
