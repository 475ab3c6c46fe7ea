import type { FactKind } from '../../../domain/fact';
import type { Role } from '../../../domain/vocabulary';
import { investigation, police, staff } from '../roleGroups';

/** What a witness needs and says, and what the prosecution and the court decide about it. */
export const witnessRecorders = {
  availabilityGiven: police,
  availabilitySent: staff,
  availabilityAcknowledged: investigation,
  availabilityConflictAnswered: investigation,
  specialMeasuresScreened: police,
  specialMeasuresReferred: police,
  specialMeasuresConsidered: investigation,
  specialMeasuresDeclineAccepted: police,
  specialMeasuresApplied: investigation,
  specialMeasuresAnswered: investigation,
  specialMeasuresDecided: investigation,
  specialMeasuresVaried: investigation,
  specialMeasuresOptedOut: police,
  specialMeasuresOptOutPassedOn: investigation,
  specialMeasuresWantedAgainPassedOn: investigation,
  specialMeasuresStandingChecked: investigation,
  specialMeasuresChecked: staff,
  recordingDatesSet: investigation,
  evidenceRecorded: investigation,
  trialAttendanceDecided: investigation,
} as const satisfies Partial<Record<FactKind, readonly Role[]>>;
