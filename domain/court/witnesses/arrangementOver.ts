import { careState } from '../../careState';
import type { CareRecord } from '../../careRecord';
import type { NewFact } from '../../fact';
import { refuse, type Refusal } from '../../refusal';
import { londonDayText } from '../../time/londonTime';

const takenAsStanding: ReadonlySet<NewFact['kind']> = new Set(['arrangementBooked', 'arrangementConfirmed']);

/**
 * Why somebody may not book or confirm what was cancelled: they would believe that it stands. What the Victim Hub says
 * by itself may come late, and is taken; undefined where it may be recorded.
 */
export function arrangementOver(record: CareRecord, fact: NewFact): Refusal | undefined {
  if (!takenAsStanding.has(fact.kind) || fact.source === 'partner' || !('arrangementId' in fact.data)) return undefined;
  const { arrangementId } = fact.data;
  const known = careState(record).attendance.arrangements.find((each) => each.arrangementId === arrangementId);
  if (known?.state !== 'cancelled') return undefined;
  return refuse(
    'arrangementOver',
    `It was cancelled for ${londonDayText(known.on)} and does not stand. Ask for it anew where the witness needs it.`
  );
}
