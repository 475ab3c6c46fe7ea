import { defendantIds } from '../../names';
import { normalisedUrn } from '../../../../domain/court/urn';
import type { AboutProsecution, Reader, Said } from '../../reading';
import { anything, listOf, object, words } from '../../schemas';
import { caseRef, hearingRef } from './event';

interface NamedDefendant {
  readonly defendantId?: string;
  readonly defendantFirstName?: string;
  readonly defendantLastName?: string;
}
export interface CaseDetails {
  readonly caseId?: string;
  readonly caseURN?: string;
  readonly caseUrn?: string;
  readonly defendantDetails?: readonly NamedDefendant[];
}

export const caseDetails = object(
  {},
  { caseId: words, caseURN: words, caseUrn: words, defendantDetails: listOf(anything) }
);

export function detailed(
  details: readonly CaseDetails[],
  hearingId: string,
  reader: Reader,
  says: (ids: string[][]) => Said[]
): AboutProsecution[] {
  return details.map(({ caseId, caseURN, caseUrn, defendantDetails = [] }) => {
    const named = defendantDetails.map(({ defendantId, defendantFirstName, defendantLastName }) => [
      ...defendantIds(reader, { platformId: defendantId, forename: defendantFirstName, surname: defendantLastName }),
    ]);
    const urn = normalisedUrn(caseURN ?? caseUrn ?? '');
    const known = [hearingRef(hearingId), ...(caseId ? [caseRef(caseId)] : [])];
    return {
      urn,
      references: urn ? undefined : known,
      events: says(named),
      makesKnown: known.map((reference) => ({ reference })),
    };
  });
}
