import type { Fact } from '../fact';

export type TrackStatus =
  | 'identified'
  | 'arrested'
  | 'interviewed'
  | 'bailed'
  | 'releasedUnderInvestigation'
  | 'releasedWithoutCharge'
  | 'charged'
  | 'convicted'
  | 'acquitted'
  | 'sentenced'
  | 'appealing'
  | 'noFurtherAction'
  | 'outOfCourtResolution'
  | 'stopped';

/** Statuses in which a suspect's way has ended. */
export const ending: ReadonlySet<TrackStatus> = new Set([
  'acquitted',
  'sentenced',
  'noFurtherAction',
  'outOfCourtResolution',
  'stopped',
]);

/** What happens before a charge, or beside the court: none of it takes a charged suspect out of court. */
export const investigating: ReadonlySet<TrackStatus> = new Set([
  'identified',
  'arrested',
  'interviewed',
  'bailed',
  'releasedUnderInvestigation',
  'releasedWithoutCharge',
]);

/** The status that a fact gives the suspects whom it is about; undefined where it gives them none. */
export function statusAfter(fact: Fact): TrackStatus | undefined {
  switch (fact.kind) {
    case 'suspectIdentified':
      return 'identified';
    case 'suspectArrested':
      return 'arrested';
    case 'suspectInterviewed':
      return 'interviewed';
    case 'suspectBailed':
      return 'bailed';
    case 'suspectReleasedUnderInvestigation':
      return 'releasedUnderInvestigation';
    case 'suspectReleasedWithoutCharge':
      return 'releasedWithoutCharge';
    case 'suspectCharged':
    case 'chargedInAnotherCase':
      return 'charged';
    case 'noFurtherAction':
      return 'noFurtherAction';
    case 'outOfCourtResolution':
      return 'outOfCourtResolution';
    case 'verdictGiven':
      if (fact.data.verdict === 'guilty') return 'convicted';
      return fact.data.verdict === 'notGuilty' ? 'acquitted' : 'charged';
    case 'pleaEntered':
      return fact.data.plea === 'guilty' ? 'convicted' : undefined;
    case 'sentencePassed':
      return 'sentenced';
    case 'prosecutionStopped':
      return 'stopped';
    case 'appealLodged':
      return 'appealing';
    case 'appealDecided':
      if (fact.data.result === 'convictionQuashed') return 'acquitted';
      return fact.data.result === 'retrialOrdered' ? 'charged' : 'sentenced';
    default:
      return undefined;
  }
}

/** A jury that was discharged, a conviction that was taken back, a successful appeal, or an appeal against a conviction by magistrates leads to a new trial. */
export function isTriedAgain(fact: Fact): boolean {
  if (fact.kind === 'appealLodged') return fact.data.rehearing === true;
  if (fact.kind === 'verdictGiven') return fact.data.verdict === 'juryDischarged' || fact.data.verdict === 'setAside';
  return fact.kind === 'appealDecided' && fact.data.result === 'retrialOrdered';
}
