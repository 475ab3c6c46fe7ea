import type { RefusalCode } from '../domain/refusal';

/** The HTTP status of each refusal: what is not there, what has changed, what does not fit. */
export const refusalStatuses = {
  taskUnknown: 404,
  taskClosed: 409,
  taskChanged: 412,
  taskNotCompleted: 409,
  outcomeDoesNotAnswerTask: 422,
  leftUndoneNotNamed: 422,
  factUnknown: 404,
  factSuperseded: 409,
  correctionOfAnotherKind: 422,
  referralUnknown: 404,
  basisNotAllowed: 422,
  consentRefused: 409,
  referralWithoutConsent: 409,
  dutyUnknown: 404,
  planActionUnknown: 404,
  differenceWithoutReason: 422,
  safetyNewsNotDeclined: 422,
  answersNothing: 422,
  ownReport: 409,
  dangerUnanswered: 409,
  caseEnded: 409,
  caseOpen: 409,
  caseWaking: 503,
  notHandedOver: 409,
} as const satisfies Record<RefusalCode, number>;
