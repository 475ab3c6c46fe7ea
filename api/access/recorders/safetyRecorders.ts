import type { FactKind } from '../../../domain/fact';
import type { Role } from '../../../domain/vocabulary';
import { actsOnDanger, everybody, investigation, officers, police } from '../roleGroups';

/** Danger, further crimes told of, and support for the prosecution withdrawn. */
export const safetyRecorders = {
  breachReported: everybody,
  fearReported: everybody,
  safetyReportReceived: actsOnDanger,
  concernRaised: everybody,
  concernReceived: actsOnDanger,
  crimeDisclosed: everybody,
  disclosedCrimeRecorded: police,
  disclosureReceived: officers,
  supportWithdrawn: everybody,
  withdrawalStatementTaken: officers,
  withdrawalDecided: investigation,
  supportGivenAgain: everybody,
} as const satisfies Partial<Record<FactKind, readonly Role[]>>;
