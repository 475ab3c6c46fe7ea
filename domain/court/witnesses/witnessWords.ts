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

/** What a witness may name as a condition, and the hub books by that name. */
export const bookableArrangements = [
  'travel',
  'childcare',
  'carer',
  'accommodation',
] as const satisfies ArrangementKind[];
export const arrangementRefusals = ['notAvailable', 'notEligible', 'tooLate', 'other'] as const;

export const courtVisitSteps = ['offered', 'wanted', 'declined', 'arranged', 'made', 'notPossible'] as const;
export const separateWaitingSteps = ['offered', 'notWanted', 'asked', 'confirmed', 'notPossible'] as const;
export const compulsionStages = ['explained', 'askedFor', 'issued', 'served', 'withdrawn'] as const;
export const companions = [
  'familyOrFriend',
  'independentAdviser',
  'supportWorker',
  'appropriateAdult',
  'none',
  'undecided',
] as const;
/** Whoever is to sit with a witness while they give evidence is agreed with the prosecution and the court. */
export const companionSteps = ['asked', 'agreed', 'notPossible'] as const;
export const statementRefreshSteps = ['offered', 'wanted', 'declined', 'arranged'] as const;
export const witnessServiceOfferAnswers = ['wanted', 'declined', 'undecided'] as const;
/** What was arranged for the day at court, and was not there. */
export const lackedAtCourt = ['separateWaiting', 'companion', 'interpreter', 'specialMeasures'] as const;

/** What is offered to every witness who is to come, before the day. */
export const preparationItems = ['courtVisit', 'separateWaiting', 'companion', 'statement', 'witnessService'] as const;
export type PreparationItem = (typeof preparationItems)[number];

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
  'witnessList',
  'warned',
  'answer',
  'availability',
  'evidenceNeeds',
  'specialMeasures',
  'interpreter',
  'courtVisit',
  'separateWaiting',
  'companion',
  'witnessService',
  'bookings',
  'statement',
  'expenses',
  'personalStatement',
  'timeAtCourt',
] as const;
export type ReadinessItem = (typeof readinessItems)[number];
