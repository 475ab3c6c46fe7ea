import type { FactKind } from '../../../domain/fact';
import type { Role } from '../../../domain/vocabulary';
import { investigation, police, staff } from '../roleGroups';

/** What a court decides, what it needs, and what follows a sentence. */
export const courtRecorders = {
  courtCaseLinked: investigation,
  courtCaseUnlinked: investigation,
  hearingListed: investigation,
  hearingMoved: investigation,
  hearingVacated: investigation,
  trialHeard: investigation,
  courtBailDecided: investigation,
  escapeReported: investigation,
  safetyPlanMade: police,
  custodyTimeLimitAnswered: investigation,
  pleaEntered: investigation,
  sentToCrownCourt: investigation,
  verdictGiven: investigation,
  warrantIssued: investigation,
  rearrestHeard: investigation,
  witnessRequired: investigation,
  sentencePassed: investigation,
  victimContactSchemeReferred: staff,
  victimLiaisonMade: staff,
  releasePlanned: investigation,
  expensesClaimed: staff,
  expensesPaid: staff,
  prosecutionStopped: investigation,
  appealLodged: investigation,
  appealDecided: investigation,
} as const satisfies Partial<Record<FactKind, readonly Role[]>>;
