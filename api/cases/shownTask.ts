import { whyDue } from '../../domain/dueSentence';
import { endOfDayAfter, type Instant } from '../../domain/time/londonTime';
import type { ProjectedTask } from '../../domain/projection/projection';
import { bandOf, roleOf, type BandLimits } from '../../domain/task';

let lastLimits: { readonly from: Instant; readonly endOfToday: Instant; readonly endOfSoon: Instant } | undefined;

/** Where the bands end for somebody who looks at this instant, by London's days: worked out once a day. */
export function bandLimits(now: Instant): BandLimits {
  if (!lastLimits || now < lastLimits.from || now > lastLimits.endOfToday) {
    lastLimits = { from: now, endOfToday: endOfDayAfter(now, 0), endOfSoon: endOfDayAfter(now, 3) };
  }
  return { now, endOfToday: lastLimits.endOfToday, endOfSoon: lastLimits.endOfSoon };
}

/** A task as answers show it: the sentence in place of the rule, and the band that it is in for who looks now. */
export function shownTask(task: ProjectedTask, limits: BandLimits) {
  const { key: _key, officerInCase: _officer, barred: _barred, visibleTo: _listed, askedRoles: _asked, ...rest } = task;
  return {
    ...rest,
    role: roleOf(task),
    why: whyDue(task.kind, task.why),
    ...(task.closed ? {} : { band: bandOf(task.dueAt, limits) }),
  };
}
