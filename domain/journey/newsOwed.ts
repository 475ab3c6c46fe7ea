import type { Fact } from '../fact';
import { newsDuties } from '../newsDuties';
import { isWitnessOnly, wantsNoContact, type CaseView } from './step';

/**
 * The facts that this victim or witness must be told and has not been. Who wants no contact is still told of release
 * and bail: a person decides how. A victim who died is told nothing.
 */
export function newsOwed(view: CaseView): Fact[] {
  const { state } = view;
  const witnessOnly = isWitnessOnly(view);
  const noContact = wantsNoContact(view);
  return state.counted.filter((fact) => {
    const duty = newsDuties[fact.kind];
    if (!duty || fact.tellBy === undefined || state.told.has(fact.seq)) return false;
    if (witnessOnly && !duty.witnesses) return false;
    return !noContact || duty.safety === true;
  });
}
