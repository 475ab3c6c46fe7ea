import type { CalendarDay } from '../time/londonTime';

/** Facts of the investigation, about the suspects that they name. Enums, ids and dates only. */
export interface InvestigationFacts {
  suspectIdentified: Record<never, never>;
  suspectArrested: Record<never, never>;
  suspectInterviewed: Record<never, never>;
  suspectBailed: { conditions: boolean; untilOn?: CalendarDay | undefined };
  bailChanged: {
    change: 'conditionsVaried' | 'extended' | 'cancelled' | 'breached';
    untilOn?: CalendarDay | undefined;
  };
  suspectReleasedUnderInvestigation: Record<never, never>;
  suspectReleasedWithoutCharge: Record<never, never>;
  suspectCharged: { how: 'charged' | 'summonsed'; urn?: string | undefined };
  chargedInAnotherCase: { urn?: string | undefined };
  noFurtherAction: {
    decidedBy: 'police' | 'prosecution';
    reason:
      | 'evidentialDifficulties'
      | 'victimDoesNotSupport'
      | 'notInPublicInterest'
      | 'preventedFromProsecuting'
      | 'notStated';
    rightToReview: boolean;
  };
  outOfCourtResolution: {
    resolution: 'caution' | 'conditionalCaution' | 'communityResolution' | 'penaltyNotice' | 'drugsPossessionWarning';
  };
  investigationClosed: {
    reason:
      | 'noSuspectIdentified'
      | 'furtherInvestigationNotInPublicInterest'
      | 'notInPublicInterest'
      | 'takenByOtherAgency'
      | 'unableToProsecute'
      | 'decidedNotToInvestigate';
  };
  investigationReopened: Record<never, never>;
  rightToReviewAsked: Record<never, never>;
  /** A review that the prosecution did not settle locally is with its independent reviewers. */
  independentReviewBegun: Record<never, never>;
  rightToReviewAcknowledged: Record<never, never>;
  rightToReviewDecided: { result: 'upheld' | 'overturned' };
}
