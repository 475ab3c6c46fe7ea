import type { Fact } from '../fact';
import { newsDuties } from '../newsDuties';
import { isWitnessOnly, wantsNoContact, type CaseView } from './step';

/**
 * The facts that this victim or witness must be told and has not been. Who wants no contact is still told of release
 * and bail: a person decides how. What two systems both told us is owed once.
 */
export function newsOwed(view: CaseView): Fact[] {
  const { counted, told } = view.state;
  const witnessOnly = isWitnessOnly(view);
  const noContact = wantsNoContact(view);
  const known = new Set(counted.filter(({ seq }) => told.has(seq)).map(newsIn));
  return counted.filter((fact) => {
    const duty = newsDuties[fact.kind];
    if (!duty || fact.tellBy === undefined || told.has(fact.seq)) return false;
    if (witnessOnly && !duty.witnesses) return false;
    if (noContact && !duty.safety) return false;
    const news = newsIn(fact);
    if (known.has(news)) return false;
    known.add(news);
    return true;
  });
}

function newsIn({ kind, happenedAt, suspects, data }: Fact): string {
  return JSON.stringify([kind, happenedAt, [...(suspects ?? [])].sort(), data]);
}

/**
 * News whose time passed while nobody here could tell it: before intake, while the case was closed, or while the victim
 * wanted no contact. It is on record as such, and told in the next update instead of one by one.
 */
export function isOldNews({ state }: CaseView, fact: Fact): boolean {
  const { reopened, contactResumed } = state;
  if (fact.missedBeforeIntake) return true;
  if (fact.tellBy === undefined) return false;
  if (reopened && fact.seq < reopened.seq && fact.tellBy < reopened.at) return true;
  return contactResumed !== undefined && !newsDuties[fact.kind]?.safety && fact.tellBy < contactResumed.at;
}
