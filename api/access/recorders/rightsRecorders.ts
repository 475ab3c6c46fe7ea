import type { FactKind } from '../../../domain/fact';
import type { Role } from '../../../domain/vocabulary';
import { everybody, police, staff } from '../roleGroups';

/** Duties under the Code, and what a victim may ask for. */
export const rightsRecorders = {
  complaintMade: police,
  complaintAnswered: staff,
  dutySettled: staff,
  dutyReasonGiven: ['supervisor'],
  standardsPaused: ['supervisor'],
  standardsResumed: ['supervisor'],
  matterExplained: everybody,
  matterAsked: everybody,
  matterDeclined: everybody,
  matterAnswered: police,
  statementMade: everybody,
  statementReadingChosen: everybody,
  adviceAsked: everybody,
  adviceGiven: staff,
  challengeRaised: staff,
  challengeAnswered: police,
} as const satisfies Partial<Record<FactKind, readonly Role[]>>;
