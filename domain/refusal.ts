/** Why a command was not carried out. The code is part of the API; the sentence is for the person who asked. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly because: string;
}

export const refusalCodes = [
  'taskUnknown',
  'taskClosed',
  'taskChanged',
  'taskNotCompleted',
  'outcomeDoesNotAnswerTask',
  'leftUndoneNotNamed',
  'factUnknown',
  'factSuperseded',
  'correctionOfAnotherKind',
  'referralUnknown',
  'basisNotAllowed',
  'consentRefused',
  'referralWithoutConsent',
  'dutyUnknown',
  'planActionUnknown',
  'arrangementUnknown',
  'arrangementStands',
  'arrangementOver',
  'differenceWithoutReason',
  'safetyNewsNotDeclined',
  'answersNothing',
  'ownReport',
  'stepSkipped',
  'dangerUnanswered',
  'caseEnded',
  'caseOpen',
  'caseWaking',
  'notHandedOver',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export function refuse(code: RefusalCode, because: string): Refusal {
  return { code, because };
}

export function isRefusal(answer: object): answer is Refusal {
  return 'because' in answer;
}
