import type { Duty } from './duty';
import type { FixedDuty } from './fixedDuty';
import type { DueReason } from '../task';

/** So much of a duty as its sentence needs. */
export type Stated = FixedDuty & Pick<Duty, 'id' | 'earlier' | 'pause'>;

/** A duty as the reason of a task's due date: the sentence is made from it when it is read. */
export function dutyReason({ id, earlier, pause, ...duty }: Stated): DueReason {
  const { obligation, edition, tier, from, withOthersSince, limit, target, agreed, dueBy, leftOut } = duty;
  const { provisional, missedBeforeIntake } = duty;
  return {
    rule: 'duty',
    from,
    duty: id,
    fixed: {
      obligation,
      edition,
      tier,
      from,
      ...(withOthersSince ? { withOthersSince } : {}),
      ...(limit ? { limit } : {}),
      ...(target ? { target } : {}),
      ...(agreed ? { agreed } : {}),
      ...(dueBy ? { dueBy } : {}),
      ...(leftOut ? { leftOut } : {}),
      ...(provisional ? { provisional } : {}),
      ...(missedBeforeIntake ? { missedBeforeIntake } : {}),
    },
    ...(earlier ? { earlier } : {}),
    ...(pause ? { pause } : {}),
  };
}
