import type { FactKind } from '../../../domain/fact';
import type { Role } from '../../../domain/vocabulary';
import { everybody, investigation, officers, police } from '../roleGroups';

/** What the police do about the crime and its suspects. */
export const investigationRecorders = {
  officerActed: investigation,
  statementTaken: investigation,
  suspectIdentified: investigation,
  suspectArrested: investigation,
  suspectInterviewed: investigation,
  suspectBailed: investigation,
  bailChanged: investigation,
  suspectReleasedUnderInvestigation: investigation,
  suspectReleasedWithoutCharge: investigation,
  suspectCharged: investigation,
  chargedInAnotherCase: investigation,
  noFurtherAction: investigation,
  outOfCourtResolution: investigation,
  investigationClosed: investigation,
  investigationReopened: investigation,
  rightToReviewAsked: investigation,
  independentReviewBegun: investigation,
  rightToReviewAcknowledged: investigation,
  rightToReviewDecided: investigation,
  noCrime: ['reporting-system', 'supervisor'],
  merged: ['reporting-system', 'supervisor'],
  evidenceHeard: everybody,
  evidenceReceived: officers,
  bailConditionsProposed: investigation,
  outOfCourtResolutionProposed: investigation,
  viewsSought: everybody,
  viewsGiven: everybody,
  viewsNotSought: police,
  enquiriesSet: officers,
  evidenceSecured: officers,
} as const satisfies Partial<Record<FactKind, readonly Role[]>>;
