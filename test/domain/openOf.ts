import type { TaskKind } from '../../domain/task';
import type { PureCase } from '../support/caseBuilder';

/** Which of these kinds of task the case has open, sorted, each as often as it is open. */
export function openOf(victim: PureCase, ...kinds: TaskKind[]): TaskKind[] {
  return victim
    .openKinds()
    .filter((kind) => kinds.includes(kind))
    .sort();
}
