import { whyDue } from '../dueSentence';
import type { MorningCase, MorningRead, MorningTask } from './morningRead';
import { by, hoursBetween, section, type MorningItem, type Section } from './section';

/** An open task as a line, with the time that it has left. */
export function taskItem({ caseId, taskId, dueAt, tier, kind, why }: MorningTask, asOf: string): MorningItem {
  return { caseId, taskId, dueAt, hoursLeft: hoursBetween(asOf, dueAt), tier, why: whyDue(kind, why) };
}

const apartBecause = {
  unsafeToContact: 'It was found unsafe to contact the victim, and nobody has reached them since.',
  unreachable: 'The victim was found to be out of reach, and nobody has reached them since.',
  noSafeRoute: 'Nobody has reached the victim, and no way of contact is known to be safe.',
} as const;

/**
 * Victims whom nobody has reached, Enhanced Rights first, then by the least time left. Apart from them those whom a call
 * cannot reach: unsafe, out of reach, or without a way of contact that is known to be safe.
 */
export function notReached({ asOf, cases, tasks, hidden }: MorningRead): { notReached: Section; noSafeWay: Section } {
  const caseOf = new Map(cases.map((each) => [each.caseId, each]));
  const taskOf = new Map<string, MorningTask>();
  for (const task of tasks) if (task.kind === 'makeFirstContact') taskOf.set(task.caseId, task);

  const toReach = [...taskOf.values()].filter(({ caseId }) => !caseOf.get(caseId)?.noSafeRoute).sort(gravestFirst);
  const oldest = toReach
    .map(({ caseId }) => caseOf.get(caseId)?.receivedAt)
    .filter((at) => at !== undefined)
    .sort()[0];
  const apart = cases
    .map((each) => ({ ...each, because: becauseOf(each, taskOf), task: taskOf.get(each.caseId) }))
    .filter(({ because }) => because !== undefined)
    .sort(by<MorningCase>(enhancedFirst, ({ receivedAt }) => receivedAt));
  return {
    notReached: {
      ...section(hidden, toReach, (task) => taskItem(task, asOf)),
      ...(oldest === undefined ? {} : { oldestHours: hoursBetween(oldest, asOf) }),
    },
    noSafeWay: {
      ...section(hidden, apart, ({ caseId, tier, because, task }) => ({
        ...(task ? taskItem(task, asOf) : { caseId, tier }),
        why: apartBecause[because ?? 'noSafeRoute'],
      })),
      ...(apart.length > 0
        ? { oldestHours: hoursBetween(apart.map((each) => each.receivedAt).sort()[0] ?? asOf, asOf) }
        : {}),
    },
  };
}

function becauseOf(
  { caseId, firstContact, noSafeRoute }: MorningCase,
  taskOf: ReadonlyMap<string, unknown>
): keyof typeof apartBecause | undefined {
  if (firstContact === 'unsafeToContact' || firstContact === 'unreachable') return firstContact;
  return noSafeRoute && taskOf.has(caseId) ? 'noSafeRoute' : undefined;
}

const enhancedFirst = ({ tier }: Pick<MorningTask, 'tier'>) => (tier === 'enhanced' ? '0' : '1');

/** Enhanced Rights first, then what is due or overdue first. */
export const gravestFirst = by<MorningTask>(
  enhancedFirst,
  ({ dueAt }) => dueAt,
  ({ taskId }) => taskId
);
