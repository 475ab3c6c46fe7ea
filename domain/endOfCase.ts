import { openTasks, type CareRecord } from './careRecord';
import { careState } from './careState';
import type { Fact, FactKind, NewFact } from './fact';
import { refuse, type Refusal } from './refusal';

/** Orders that end a case. A finding of no crime is not refused, but waits for a supervisor. */
const ends: ReadonlySet<FactKind> = new Set(['caseClosed', 'merged', 'handoverAcknowledged']);

/** A closing names everything that stays undone, so that nothing is dropped unseen. */
export function leftUndone(record: CareRecord, outcome: NewFact, closing: string | undefined): Refusal | undefined {
  if (outcome.kind !== 'caseClosed') return undefined;
  const named = new Set(outcome.data.leftUndone.map(({ taskId }) => taskId));
  const missing = openTasks(record).filter(
    ({ taskId, kind }) => taskId !== closing && kind !== 'closeCase' && !named.has(taskId)
  );
  if (missing.length === 0) return undefined;
  const list = missing.map(({ taskId, kind }) => `${kind} (${taskId})`).join(', ');
  return refuse('leftUndoneNotNamed', `Name in leftUndone, each with a reason, what stays undone: ${list}.`);
}

/**
 * No case ends while danger that was reported is unanswered, however the end comes about: by an order, by a correction, or
 * by accepting what was doubted. A death is never refused; what was reported before it stays asked.
 */
export function endsInDanger(record: CareRecord, fact: NewFact, corrected?: Fact): Refusal | undefined {
  const isEnd = ends.has(fact.kind) || fact.kind === 'eventReviewed' || corrected !== undefined;
  if (!isEnd || fact.kind === 'noCrime' || careState(record).end) return undefined;
  const seq = record.facts.length + 1;
  const facts = record.facts.map((each) => (each === corrected ? { ...each, supersededBy: seq } : each));
  const told = { ...fact, seq, receivedAt: fact.happenedAt, recordedAt: fact.happenedAt, by: '', commandId: '' };
  const after = careState({
    opening: record.opening,
    facts: [...facts, { ...told, ...(corrected ? { supersedes: corrected.seq } : {}) } as Fact],
  });
  if (!after.end || after.end.kind === 'victimDied' || !after.dangerUnanswered) return undefined;
  return refuse(
    'dangerUnanswered',
    'Danger was reported, and nobody has said that they act on it. Have it received first: receiveConcern, receiveSafetyReport.'
  );
}
