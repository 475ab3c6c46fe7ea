import type { Duty } from '../../code/duty';
import { isSafetyNews, isTelling } from '../../code/arising';
import { newsIn } from '../../code/ledger';
import type { Fact } from '../../fact';
import { wantsNoContact, type CaseView } from '../step';

/** A fact that this victim or witness must be told, with the duties that say so, soonest first. */
export interface News {
  readonly fact: Fact;
  readonly duties: readonly [Duty, ...Duty[]];
}

/**
 * The news that has not been told. Who wants no contact is still told of release and bail: a person decides how. What
 * two systems both told us is owed once.
 */
export function newsOwed(view: CaseView): News[] {
  const { counted, told } = view.state;
  const noContact = wantsNoContact(view);
  const known = new Set(counted.filter(({ seq }) => told.has(seq)).map(newsIn));
  const owed: News[] = [];
  for (const fact of counted) {
    if (!fact.owes || told.has(fact.seq)) continue;
    const [first, ...rest] = tellingDuties(view, fact);
    if (!first || (noContact && !isSafetyNews(first))) continue;
    const news = newsIn(fact);
    if (!known.has(news)) owed.push({ fact, duties: [first, ...rest] });
    known.add(news);
  }
  return owed;
}

function tellingDuties({ duties, state }: CaseView, { seq }: Fact): Duty[] {
  return duties
    .filter((duty) => duty.seq === seq && isTelling(duty) && !state.settledDuties.has(duty.id))
    .sort((one, other) => ((one.dueBy ?? '9') < (other.dueBy ?? '9') ? -1 : 1));
}

/**
 * News whose time passed while nobody here could tell it: before intake, while the case was closed, or while the victim
 * wanted no contact. It is on record as such, and told in the next update instead of one by one.
 */
export function isOldNews({ state }: CaseView, { fact, duties: [duty] }: News): boolean {
  const { reopened, contactResumed } = state;
  if (duty.missedBeforeIntake) return true;
  if (duty.dueBy === undefined) return false;
  if (reopened && fact.seq < reopened.seq && duty.dueBy < reopened.at) return true;
  return contactResumed !== undefined && !isSafetyNews(duty) && duty.dueBy < contactResumed.at;
}
