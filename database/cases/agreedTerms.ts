import type { AgreedTerms } from '../../domain/contact/agreedContact';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { Timeline } from './caseEvents';

/** What the Victim Contract that counts now says; undefined where there is none or the force's default was kept. */
export async function agreedTerms(
  timeline: Pick<Timeline, 'findFact'>,
  { caseId, victimContract }: Pick<CaseSummary, 'caseId' | 'victimContract'>
): Promise<AgreedTerms | undefined> {
  if (!victimContract) return undefined;
  const fact = await timeline.findFact(caseId, victimContract.fact);
  return fact?.kind === 'victimContractAgreed' ? fact.data : undefined;
}
