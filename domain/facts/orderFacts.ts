import type { handoverDeclines } from '../care/careWords';

/** Facts of the order of a case, and of its ends. Enums, ids and dates only. */
export interface OrderFacts {
  eventReviewed: { about: number; decision: 'accepted' | 'discarded' };
  teamChanged: { team: string };
  transferAsked: { force: string; team: string };
  handoverAcknowledged: Record<never, never>;
  /** The force that was asked does not take it, or who asked takes it back: the case stays, and may be offered again. */
  handoverDeclined: { reason: (typeof handoverDeclines)[number] };
  noCrime: { reason: 'notACrime' | 'recordedInError' | 'duplicate' };
  /** Told by the service where another case of the same person learnt of it: what concerns the family is asked there. */
  victimDied: { knownFromAnotherCase?: true | undefined };
  merged: { intoCaseId: string };
  caseClosed: {
    reason: 'supportEnded' | 'justiceProcessEnded' | 'victimAskedUsTo' | 'noFurtherContact';
    leftUndone: { taskId: string; reason: 'notNeeded' | 'declinedByVictim' | 'passedToOthers' | 'notPossible' }[];
  };
  caseReopened: { reason: 'newInformation' | 'victimAskedUsTo' | 'closedInError' };
}
