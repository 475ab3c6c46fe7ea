import type { NewOutboxItem } from '../../database/outbox';
import { callsTheDesk } from '../../domain/answers/dutyAlert';
import type { Projection } from '../../domain/projection/projection';
import { roleOf } from '../../domain/task';
import type { Role } from '../../domain/vocabulary';

/** What the outbox keeps of a call to a duty desk. The desk is looked up when it is called. */
export interface DutyAlert {
  readonly taskId: string;
  readonly role: Role;
  /** Whose desk is called: the first of them that has one. */
  readonly forces: readonly string[];
}

/** Every rung of an escalation calls its own desk once: the item is named after the rung's task. */
export function dutyAlerts({ tasks, summary }: Projection): NewOutboxItem[] {
  const { caseId, homeForce, investigatingForce } = summary;
  return tasks.filter(callsTheDesk).map((task) => {
    const role = roleOf(task);
    const content: DutyAlert = { taskId: task.taskId, role, forces: [...new Set([homeForce, investigatingForce])] };
    return {
      itemId: `dutyAlert-${task.taskId}`,
      kind: 'dutyAlert',
      system: 'notify',
      caseId,
      force: homeForce,
      by: 'victim-case-service',
      about: { taskId: task.taskId, role },
      subjectId: `duty desk ${homeForce}`,
      content,
    };
  });
}
