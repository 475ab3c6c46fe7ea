import { silenceOf, silenceWords } from './silence';
import type { MorningCase, MorningRead, MorningTask } from './morningRead';
import { taskItem } from './notReached';
import { by, section, type Section } from './section';

/** Cases without an officer, oldest first; tasks that nobody has taken, soonest due first; cases without a next date. */
export function unowned({
  asOf,
  cases,
  tasks,
  hidden,
}: MorningRead): Record<'casesWithoutOfficer' | 'tasksWithoutOwner' | 'casesWithoutNextDate', Section> {
  const oldestFirst = by<MorningCase>(
    ({ openedAt }) => openedAt,
    ({ caseId }) => caseId
  );
  const soonestFirst = by<MorningTask>(
    ({ dueAt }) => dueAt,
    ({ taskId }) => taskId
  );
  const silent = cases
    .map((each) => ({ ...each, why: silenceOf(each, asOf) }))
    .filter(({ why }) => why.length > 0)
    .sort(oldestFirst);
  const officerless = cases.filter(({ officerInCase }) => officerInCase === undefined).sort(oldestFirst);
  return {
    casesWithoutOfficer: section(hidden, officerless, ({ caseId, tier, nextDueAt }) => ({
      caseId,
      tier,
      ...(nextDueAt === undefined ? {} : { dueAt: nextDueAt }),
      why: 'No officer in the case is known.',
    })),
    tasksWithoutOwner: section(
      hidden,
      tasks.filter(({ assignee }) => assignee === undefined).sort(soonestFirst),
      (task) => taskItem(task, asOf)
    ),
    casesWithoutNextDate: section(hidden, silent, ({ caseId, tier, why }) => ({
      caseId,
      tier,
      why: why.map((each) => silenceWords[each]).join(' '),
    })),
  };
}
