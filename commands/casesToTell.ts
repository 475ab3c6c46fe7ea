import type { Database } from '../database/openDatabase';
import { isInScheme } from '../domain/court/afterSentence/contactScheme';
import type { CaseSummary } from '../domain/projection/caseSummary';
import { isGoingOn } from '../domain/referrals/support';

const mostCases = 200;

/**
 * The cases that must hear of a change of these persons, none twice: the open ones, and those that have ended with a
 * support service still helping, or with the Victim Contact Scheme or the Youth Justice Service in touch with the victim,
 * since these hear of the change through its case. A case that ended by death tells nobody:
 * its referrals were taken back. `known` are cases that may be too new for any list.
 */
export async function casesToTell(
  { cases, referrals }: Pick<Database, 'cases' | 'referrals'>,
  personIds: readonly string[],
  known: readonly CaseSummary[] = []
): Promise<CaseSummary[]> {
  const listed = await cases.casesOfPersons(personIds, mostCases);
  const all = [...new Map([...known, ...listed].map((each) => [each.caseId, each])).values()];
  const isTold = async (each: CaseSummary) =>
    !each.ended ||
    (each.stage !== 'victimDied' &&
      (isWithPartner(each) || (await referrals.referralsOfCase(each.caseId)).some(isGoingOn)));
  const told = await Promise.all(all.map(isTold));
  return all.filter((_case, index) => told[index]);
}

function isWithPartner({ careDetails }: CaseSummary): boolean {
  const { contactScheme, youthJustice } = careDetails?.afterSentence ?? {};
  return isInScheme(contactScheme) || youthJustice === 'asked' || youthJustice === 'willTell';
}
