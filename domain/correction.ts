import type { CareRecord } from './careRecord';
import type { RecordEvent } from './command';
import type { Fact, NewFact } from './fact';
import { refuse, type Refusal } from './refusal';
import { taskKinds } from './task';

/** The fact that an event is to take the place of; undefined where it corrects nothing. */
export function correctedFact(
  { facts }: CareRecord,
  { corrects, correctsTask, correctsCommand }: RecordEvent
): Fact | undefined {
  if (corrects !== undefined) return facts[corrects - 1];
  if (correctsCommand !== undefined) {
    return facts.findLast((fact) => fact.commandId === correctsCommand && fact.supersededBy === undefined);
  }
  if (correctsTask === undefined) return undefined;
  return facts.findLast((fact) => fact.taskId === correctsTask && fact.supersededBy === undefined);
}

/** Whether a correction may be made: of a fact that is there, once, and of a task's outcome by another outcome of it. */
export function mayCorrect(record: CareRecord, command: RecordEvent): Refusal | undefined {
  const { corrects, correctsTask, fact } = command;
  if (corrects === undefined && correctsTask === undefined) return undefined;
  const corrected = correctedFact(record, command);
  if (!corrected) {
    return corrects === undefined
      ? refuse('taskNotCompleted', 'Only a completed task has an outcome to correct.')
      : refuse('factUnknown', `This case has no fact ${corrects}.`);
  }
  const { seq, supersededBy, taskKind } = corrected;
  if (supersededBy !== undefined) {
    return refuse('factSuperseded', `Fact ${seq} was corrected already, by fact ${supersededBy}.`);
  }
  const outcomes: readonly string[] = taskKind ? taskKinds[taskKind].outcomes : [];
  if (!taskKind || outcomes.includes(fact.kind)) return undefined;
  return refuse('correctionOfAnotherKind', `The task was a ${taskKind}, answered by ${outcomes.join(' or ')}.`);
}

/** A corrected outcome still answers the same task: it speaks of what that was about unless it says otherwise. */
export function stillAbout(fact: NewFact, corrected: Fact | undefined): NewFact {
  if (corrected?.taskKind === undefined) return fact;
  const { data } = corrected;
  if (fact.kind === 'eventReviewed' && 'about' in data && typeof data.about === 'number') {
    return { ...fact, data: { ...fact.data, about: data.about } };
  }
  if (fact.kind === 'stanceChanged' && corrected.kind === 'stanceChanged') {
    return { ...fact, data: { ...fact.data, stance: corrected.data.stance } };
  }
  if (!('about' in fact.data) || !Array.isArray(fact.data.about) || fact.data.about.length > 0) return fact;
  return 'about' in data ? ({ ...fact, data: { ...fact.data, about: data.about } } as NewFact) : fact;
}
