import { careState } from '../../careState';
import type { CareRecord } from '../../careRecord';
import type { NewFact } from '../../fact';
import { refuse, type Refusal } from '../../refusal';
import { londonDayText } from '../../time/londonTime';
import { isRunning } from './arrangements';
import { inVain } from './inVain';

/** Why something may not be asked of the Victim Hub: the same is arranged for that day already. Undefined when it may. */
export function askedTwice(record: CareRecord, fact: NewFact): Refusal | undefined {
  if (fact.kind !== 'arrangementAsked') return undefined;
  const { arrangement, on, hearingId } = fact.data;
  const state = careState(record);
  const calledOff = inVain(state, on).map(({ arrangementId }) => arrangementId);
  const standing = state.attendance.arrangements.find(
    (each) =>
      isRunning(each) &&
      each.arrangement === arrangement &&
      each.on === on &&
      (each.hearingId === undefined || hearingId === undefined || each.hearingId === hearingId) &&
      !calledOff.includes(each.arrangementId)
  );
  if (!standing) return undefined;
  return refuse(
    'arrangementStands',
    `The same is ${standing.state} for ${londonDayText(on)} already, as ${standing.arrangementId}. Record what changes about that one, or cancel it first.`
  );
}
