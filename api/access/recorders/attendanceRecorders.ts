import type { FactKind } from '../../../domain/fact';
import type { Role } from '../../../domain/vocabulary';
import { hub, investigation, police, staff } from '../roleGroups';

/** What becomes of a witness who is to come to court. */
export const attendanceRecorders = {
  attendanceAnswered: police,
  attendanceDoubted: investigation,
  witnessSafetyChecked: police,
  prosecutionInformed: staff,
  attendanceCompelled: investigation,
  witnessReleased: investigation,
  releaseTold: police,
  witnessCalledFor: investigation,
  timeAtCourtTold: police,
  attendanceRecorded: investigation,
  courtVisitChanged: staff,
  separateWaitingChanged: staff,
  witnessServiceOffered: police,
  witnessServiceReferred: staff,
  witnessServiceAnswered: staff,
  statementRefreshChanged: police,
  statementRefreshed: police,
  companionNamed: staff,
  expensesExplained: staff,
  expensesSent: staff,
  arrangementAsked: staff,
  arrangementBooked: hub,
  arrangementConfirmed: hub,
  arrangementRefused: hub,
  arrangementCancelled: hub,
  readinessDecided: staff,
  readinessDone: police,
  chargeAltered: investigation,
  prosecutionLetterSent: investigation,
} as const satisfies Partial<Record<FactKind, readonly Role[]>>;
