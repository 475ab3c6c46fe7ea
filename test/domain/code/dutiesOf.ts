import type { Duty } from '../../../domain/code/duty';
import { careState } from '../../../domain/careState';
import { ledger } from '../../../domain/code/ledger';
import { standingOf, type Standing } from '../../../domain/code/standing';
import type { Instant } from '../../../domain/time/londonTime';
import type { PureCase } from '../../support/caseBuilder';

/** Every duty of a case as its ledger has it now. */
export function dutiesOf({ careRecord }: PureCase): Duty[] {
  return ledger(careRecord, careState(careRecord));
}

/** The duties of one obligation, in the order in which they arose. */
export function dutiesTo(victim: PureCase, obligation: string): Duty[] {
  return dutiesOf(victim).filter((duty) => duty.obligation === obligation);
}

/** The one duty of an obligation, or the one that arose from a fact. Throws where there is none, or more than one. */
export function dutyTo(victim: PureCase, obligation: string, seq?: number): Duty {
  const found = dutiesTo(victim, obligation).filter((duty) => seq === undefined || duty.seq === seq);
  const [duty] = found;
  if (!duty || found.length > 1) throw new Error(`${found.length} duties to ${obligation}`);
  return duty;
}

export function standingTo(victim: PureCase, obligation: string, now: Instant, seq?: number): Standing {
  return standingOf(dutyTo(victim, obligation, seq), now);
}

/** The rungs that a duty has reached, in the order in which it reached them. */
export function rungsOf({ careRecord }: PureCase, id: string): string[] {
  return (careRecord.rungs[id] ?? []).map(({ rung }) => rung);
}

/** The open tasks that ask why a duty was not met in time, by its id. */
export function reasonsAsked({ careRecord }: PureCase): (string | undefined)[] {
  return careRecord.tasks.filter(({ kind, closed }) => kind === 'explainMissedDuty' && !closed).map(({ duty }) => duty);
}

/** Lets a case sleep until `until`, waking it whenever it has asked to be woken. */
export function sleepUntil(victim: PureCase, until: Instant): PureCase {
  let wakeAt = victim.wakeAt;
  while (wakeAt !== undefined && wakeAt <= until) {
    victim.at(wakeAt);
    wakeAt = victim.wakeAt;
  }
  return victim.at(until);
}
