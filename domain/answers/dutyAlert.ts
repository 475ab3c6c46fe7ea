import { concernRecipients } from '../care/careWords';
import type { Task, TaskKind } from '../task';
import type { Role } from '../vocabulary';

/** Tasks whose limit is in minutes or hours at any time of day: who must answer is told, and not left to look at a list. */
const pushed: readonly TaskKind[] = ['receiveConcern', 'receiveSafetyReport'];

/** Whether the people of the role are called to a task. Each rung of an escalation has a task of its own. */
export function callsTheDesk({ kind, closed }: Pick<Task, 'kind' | 'closed'>): boolean {
  return closed === undefined && pushed.includes(kind);
}

/** Roles that a rung of an escalation can ask. */
export const rungRoles: readonly Role[] = [...concernRecipients, 'emergency-queue', 'supervisor', 'duty-inspector'];

/** What the duty desk reads: the number of the case, and where to go. Phones lie about, and desks have many readers. */
export function dutyAlertText(caseId: string): { readonly subject: string; readonly body: string } {
  return {
    subject: 'Victim Case Service: an answer is needed now',
    body: `Case ${caseId} needs an answer from you now. Go to the Victim Case Service: the task is in your list. Do not reply to this message.`,
  };
}
