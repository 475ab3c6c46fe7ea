import type { Duty } from '../code/duty';
import { isLate, standingOf } from '../code/standing';
import { isOurs } from '../code/rungs';
import { justAfter, type Instant } from '../time/londonTime';
import type { WantedTask } from '../task';
import { standardWorkingDays, type CaseView, type Step } from './step';

const reasonWorkingDays = 2;

/**
 * The reason for each duty of ours that was not met in time: since 29 January 2025 the law asks for one (Victims and
 * Prisoners Act 2024, section 5). The first contact has a review of its own. Silence: the reason stays owed, and the
 * duty counts as missed without one.
 */
export const missedDuties: Step = (view) => {
  const tasks: WantedTask[] = [];
  const wakeAt: Instant[] = [];
  for (const duty of view.duties) {
    // It was missed, then given more time: no rung comes a second time.
    if (wasMissed(duty, view) && !duty.settled && duty.dueBy !== undefined) wakeAt.push(justAfter(duty.dueBy));
    if (!wantsReason(duty, view)) continue;
    const { id } = duty;
    const limit = standardWorkingDays(view, reasonWorkingDays, view.now);
    tasks.push({ key: `explainMissedDuty:${id}`, kind: 'explainMissedDuty', ...limit, duty: id });
  }
  return { tasks, wakeAt };
};

/** What was missed before the case was closed, and not explained then, is not asked for when it comes back. */
function wantsReason(duty: Duty, { record, state: { reopened }, now }: CaseView): boolean {
  if (duty.reason || duty.missedBeforeIntake || duty.obligation === 'force-first-contact' || !isOurs(duty))
    return false;
  if (reopened && duty.seq < reopened.seq && (duty.dueBy ?? '') < reopened.endedAt) return false;
  if (!isLate(standingOf(duty, now))) return false;
  return duty.settled ? duty.settled.as !== 'couldNotBeTold' : wasMissed(duty, { record });
}

function wasMissed({ id }: Duty, { record }: Pick<CaseView, 'record'>): boolean {
  return record.rungs[id]?.some(({ rung }) => rung === 'missed') === true;
}
