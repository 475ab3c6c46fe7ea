/** The words of witnesses at court. Each list is data: the type is read off it. */

export const attendanceAnswers = ['willAttend', 'withConditions', 'willNotAttend', 'undecided'] as const;

export const attendanceConditions = [
  'specialMeasures',
  'interpreter',
  'companion',
  'travel',
  'childcare',
  'carer',
  'accommodation',
  'employer',
  'otherDay',
  'other',
] as const;

/** Why it is in doubt that a witness comes. What they said stands in the note. */
export const attendanceDoubts = ['refuses', 'ill', 'abroad', 'intimidated', 'cannotBeFound', 'other'] as const;

export const releaseReasons = [
  'notNeeded',
  'guiltyPlea',
  'statementRead',
  'evidenceRecorded',
  'prosecutionStopped',
  'trialNotHeld',
] as const;

/** What the force's Victim Hub arranges for a day at court. */
export const arrangementKinds = [
  'travel',
  'childcare',
  'accommodation',
  'carer',
  'interpreter',
  'companionTravel',
] as const;
export type ArrangementKind = (typeof arrangementKinds)[number];

export const arrangementRefusals = ['notAvailable', 'notEligible', 'tooLate', 'other'] as const;

export const courtVisitSteps = ['offered', 'declined', 'arranged', 'made'] as const;
export const separateWaitingSteps = ['notWanted', 'asked', 'confirmed', 'notPossible'] as const;
export const compulsionStages = ['explained', 'askedFor', 'issued', 'served', 'withdrawn'] as const;
export const companions = [
  'familyOrFriend',
  'independentAdviser',
  'supportWorker',
  'appropriateAdult',
  'none',
] as const;

/** What the Witness Service needs to know beforehand. */
export const witnessServiceNeeds = [
  'specialMeasures',
  'separateEntrance',
  'separateWaiting',
  'courtVisit',
  'interpreter',
  'mobility',
  'child',
  'intimidation',
  'companion',
  'outreach',
] as const;

/** What must be in order before a trial, in the order of a readiness meeting. */
export const readinessItems = [
  'warned',
  'answer',
  'availability',
  'evidenceNeeds',
  'specialMeasures',
  'interpreter',
  'courtVisit',
  'separateWaiting',
  'witnessService',
  'bookings',
  'statement',
  'expenses',
  'personalStatement',
  'timeAtCourt',
] as const;
export type ReadinessItem = (typeof readinessItems)[number];
