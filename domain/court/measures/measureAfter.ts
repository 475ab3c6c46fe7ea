import type { Instant } from '../../time/londonTime';
import type { MeasureState } from './measureState';
import {
  isUnderDirection,
  measureSteps,
  statusAfterEvent,
  type MeasureEvent,
  type MeasureStatus,
} from './measureStatus';

/** What goes on for a measure of which the witness has opted out: prosecution and court may not have heard of it yet. */
const goesOn: readonly MeasureEvent[] = ['opposed', 'notOpposed', 'granted', 'refused', 'told'];

/** Whether an event can come next for a measure; of one that is opted out, by how far it had come. */
export function canCome(before: MeasureState | undefined, event: MeasureEvent): boolean {
  const left = before?.optedOutFrom;
  if (event === 'begunAgain' && !before?.carriedOver) return false;
  if (left && event === 'discharged') return isUnderDirection(left.status);
  if (left && goesOn.includes(event)) return statusAfterEvent(left.status, event) !== undefined;
  return statusAfterEvent(before?.status ?? 'notWanted', event) !== undefined;
}

/**
 * A measure after an event, which leads where it leads also where a person let a step be skipped; undefined where it stays
 * as it is. A direction stands until a court discharges it (s.20): who opted out of it and wants it again has it as it was,
 * and what a court grants without having heard of the opting out waits beneath it for its discharge.
 */
export function measureAfter(
  before: MeasureState | undefined,
  event: MeasureEvent,
  { seq, at }: { readonly seq: number; readonly at: Instant }
): MeasureState | undefined {
  const status = before?.status ?? 'notWanted';
  const left = before?.optedOutFrom;
  if (before && left) {
    if (event === 'screened' && isUnderDirection(left.status)) return { ...left, wantedAgain: { seq, at } };
    const beneath = goesOn.includes(event) && event !== 'refused' ? statusAfterEvent(left.status, event) : undefined;
    if (beneath) {
      const crossed = beneath === 'granted' ? { directedSince: { seq, at } } : {};
      return { ...before, ...crossed, optedOutFrom: { ...left, status: beneath, since: at, seq } };
    }
  }
  const next = leadsTo(status, event);
  if (next === status) return undefined;
  return {
    ...{ status: next, since: at, seq },
    ...(next === 'optedOut' && before ? { optedOutFrom: before } : {}),
    ...(before && isUnderDirection(next) ? toBeSaid(before) : {}),
  };
}

/** What somebody is to be told of a direction is not said by a step under it. */
function toBeSaid({ wantedAgain, carriedOver }: MeasureState): Partial<MeasureState> {
  return { ...(wantedAgain ? { wantedAgain } : {}), ...(carriedOver ? { carriedOver } : {}) };
}

/** A screening takes nothing back that is under way. */
function leadsTo(status: MeasureStatus, event: MeasureEvent): MeasureStatus {
  return event === 'screened' ? (statusAfterEvent(status, event) ?? status) : measureSteps[event].to;
}
