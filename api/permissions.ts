import type { FactKind } from '../domain/fact';
import type { Role } from '../domain/vocabulary';

const team = ['victim-care-officer', 'victim-coordinator', 'witness-care-officer'] as const satisfies readonly Role[];
const staff = [...team, 'supervisor'] as const;
const police = [...staff, 'officer-in-case'] as const;
const reporting = ['reporting-system', 'victim-care-officer', 'supervisor'] as const satisfies readonly Role[];

/** Who may call what. A route that has no row here is refused to everybody. */
export const permissions: Readonly<Record<string, readonly Role[]>> = {
  'POST /crime-reports': reporting,
  'GET /crime-reports/{reportId}': [...reporting, 'victim-coordinator', 'witness-care-officer', 'officer-in-case'],
  'POST /crime-reports/{reportId}/amendments': reporting,
  'GET /cases': police,
  'POST /cases/search': ['reporting-system', ...police],
  'GET /cases/{caseId}': ['reporting-system', ...police],
  'GET /cases/{caseId}/timeline': police,
  'GET /cases/{caseId}/live': police,
  'POST /cases/{caseId}/transfer': ['supervisor'],
  'POST /cases/{caseId}/reopening': ['supervisor'],
  'GET /cases/{caseId}/person': police,
  'PATCH /cases/{caseId}/person': police,
  'POST /cases/{caseId}/events': ['reporting-system', ...police],
  'POST /cases/{caseId}/events/{seq}/corrections': ['reporting-system', ...police],
  'GET /cases/{caseId}/contacts': police,
  'POST /cases/{caseId}/contacts': police,
  'GET /cases/{caseId}/referral-proposals': police,
  'GET /cases/{caseId}/referrals': police,
  'POST /cases/{caseId}/referrals': staff,
  'GET /referrals': ['partner', ...staff],
  'POST /referrals/{referralId}/answers': ['partner', ...staff],
  'GET /support-services': [...police, 'partner'],
  'PUT /support-services': ['supervisor'],
  'GET /support-services/{code}': ['supervisor'],
  'PUT /support-services/{code}': ['supervisor'],
  'GET /cases/{caseId}/victim-contract': police,
  'PUT /cases/{caseId}/victim-contract': staff,
  'GET /tasks': staff,
  'GET /tasks/counts': staff,
  'GET /tasks/{taskId}': staff,
  'POST /tasks/{taskId}/completion': staff,
  'POST /tasks/{taskId}/claim': staff,
  'POST /tasks/{taskId}/release': staff,
  'POST /tasks/{taskId}/pass-on': ['supervisor'],
  'POST /tasks/{taskId}/hold': staff,
  'POST /tasks/{taskId}/correction': staff,
  'GET /teams/{team}/morning': ['victim-coordinator', 'supervisor'],
  'GET /cases/{caseId}/duties': police,
  'GET /duties/provisional': ['supervisor'],
  'GET /rungs': ['victim-coordinator', 'supervisor'],
  'GET /compliance': ['supervisor'],
  'GET /code': [...police, 'partner'],
  'POST /incidents': ['reporting-system'],
  'POST /report-fraud/referrals': ['reporting-system'],
  'POST /track-my-crime/messages': ['reporting-system'],
  'GET /triage': staff,
  'GET /triage/{messageId}': staff,
  'POST /triage/{messageId}/report': staff,
  'POST /triage/{messageId}/rejection': ['victim-coordinator', 'supervisor'],
  'GET /operations/parked-messages': ['supervisor'],
  'GET /operations/parked-messages/{messageId}': ['supervisor'],
  'POST /operations/parked-messages/{messageId}/mended': ['supervisor'],
  'POST /operations/parked-messages/{messageId}/discard': ['supervisor'],
  'GET /operations/stuck': ['supervisor'],
  'GET /operations/silent-cases': ['supervisor'],
};

/** Who does which tasks: the people of a team stand in for each other, but nobody for a supervisor. */
export const taskDoers: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  'victim-care-officer': staff,
  'witness-care-officer': staff,
  supervisor: ['supervisor'],
};

const care = staff;
const investigation = ['reporting-system', ...police] as const;
const court = ['reporting-system', ...police] as const;

/**
 * The facts that may be recorded as events, and by whom. What is missing has a resource of its own that writes it
 * (a person, an amendment, a transfer, a reopening) or answers a task.
 */
export const eventRecorders = {
  contactAttempted: police,
  contactMade: police,
  contactImpossible: care,
  needsAssessed: care,
  tierDecided: care,
  pathwayChosen: care,
  referralMade: care,
  referralAccepted: care,
  referralDeclined: care,
  referralEnded: care,
  consentGiven: care,
  consentRefused: care,
  consentWithdrawn: care,
  referralSent: care,
  supportReported: care,
  supportDeclined: care,
  signposted: care,
  victimContractAgreed: care,
  victimContractDefaultKept: care,
  victimUpdateGiven: care,
  victimTold: police,
  victimNotTold: care,
  stanceChanged: police,
  representativeAppointed: care,
  representativeEnded: care,
  officerActed: investigation,
  statementTaken: investigation,
  reportAcknowledged: police,
  personalStatementOffered: police,
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
  rightToReviewAcknowledged: investigation,
  rightToReviewDecided: investigation,
  hearingListed: court,
  hearingMoved: court,
  hearingVacated: court,
  courtBailDecided: court,
  pleaEntered: court,
  sentToCrownCourt: court,
  availabilityGiven: care,
  specialMeasuresScreened: care,
  specialMeasuresReferred: care,
  specialMeasuresApplied: court,
  specialMeasuresDecided: court,
  verdictGiven: court,
  warrantIssued: court,
  rearrestHeard: court,
  witnessRequired: court,
  sentencePassed: court,
  victimContactSchemeReferred: care,
  victimLiaisonMade: care,
  releasePlanned: court,
  expensesClaimed: care,
  expensesPaid: care,
  prosecutionStopped: court,
  appealLodged: court,
  appealDecided: court,
  complaintMade: police,
  complaintAnswered: care,
  dutySettled: care,
  dutyReasonGiven: ['supervisor'],
  standardsPaused: ['supervisor'],
  standardsResumed: ['supervisor'],
  victimAnswered: care,
  updatePublished: care,
  noCrime: ['reporting-system', 'supervisor'],
  victimDied: investigation,
  merged: ['reporting-system', 'supervisor'],
  caseClosed: care,
} as const satisfies Partial<Record<FactKind, readonly Role[]>>;

export type RecordableKind = keyof typeof eventRecorders;

/** The caller's roles that open a route; none for a route without a row. */
export function openingRoles(route: string, roles: readonly Role[]): readonly Role[] {
  const row = Object.hasOwn(permissions, route) ? permissions[route] : undefined;
  return row ? roles.filter((role) => row.includes(role)) : [];
}
