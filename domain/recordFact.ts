import type { CareRecord } from './careRecord';
import { careState } from './careState';
import type { Fact, NewFact } from './fact';
import type { Instant } from './londonTime';
import { newsDuties } from './newsDuties';
import { implausible } from './plausibility';
import type { TaskKind } from './task';
import { endOfWorkingDaysAfter } from './workingDays';

interface Recording {
  readonly fact: NewFact;
  readonly commandId: string;
  readonly by: string;
  readonly task?: { readonly taskId: string; readonly kind: TaskKind } | undefined;
  readonly supersedes?: number | undefined;
}

/**
 * Puts a fact on the record. The limit for telling the victim is fixed here, once: it counts from the day on which the
 * duty-holder received the fact, in working days of the tier that counts at this moment.
 */
export function recordFact(
  record: CareRecord,
  recording: Recording,
  now: Instant
): { record: CareRecord; seq: number } {
  const { fact, supersedes } = recording;
  const seq = record.facts.length + 1;
  const receivedAt = fact.receivedAt ?? (fact.happenedAt < now ? receivedFrom(fact, now) : now);
  const earlier = supersedes === undefined ? record.facts : superseding(record.facts, supersedes, seq);
  const state = careState({ opening: record.opening, facts: earlier });
  const parked = implausible(fact, state, now);
  const duty = newsDuties[fact.kind];
  const tellInDays = duty?.workingDays[state.tier.tier];
  const tellBy = tellInDays === undefined ? undefined : endOfWorkingDaysAfter(receivedAt, tellInDays, record.calendar);
  const recorded: Fact = {
    ...fact,
    seq,
    receivedAt,
    recordedAt: now,
    by: recording.by,
    commandId: recording.commandId,
    ...(recording.task ? { taskId: recording.task.taskId, taskKind: recording.task.kind } : {}),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(tellBy === undefined ? {} : { tellBy, tellInDays }),
    ...(tellBy !== undefined && tellBy < record.opening.openedAt ? { missedBeforeIntake: true as const } : {}),
    ...(parked === undefined ? {} : { parked }),
  };
  return { record: { ...record, facts: [...earlier, recorded] }, seq };
}

/** Police and team know of a fact when it happens; what the court or another body did is known when they tell us. */
function receivedFrom(fact: NewFact, now: Instant): Instant {
  return fact.source === 'court' || fact.source === 'prosecution' || fact.source === 'partner' ? now : fact.happenedAt;
}

function superseding(facts: readonly Fact[], superseded: number, by: number): Fact[] {
  return facts.map((fact) => (fact.seq === superseded ? { ...fact, supersededBy: by } : fact));
}
