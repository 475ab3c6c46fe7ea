import type { CareRecord } from './careRecord';
import { careState, type CareState } from './careState';
import { dutiesArising, dutiesFromTelling, happening } from './code/arising';
import type { FixedDuty } from './code/fixedDuty';
import { judgedAgain } from './code/judgedAgain';
import type { Fact, NewFact } from './fact';
import { measureStepMissing } from './court/measures/mayMeasure';
import { updateOwedSince } from './journey/updates/updateCount';
import type { Instant } from './time/londonTime';
import { implausible } from './plausibility';
import type { TaskKind } from './task';

interface Recording {
  readonly fact: NewFact;
  readonly commandId: string;
  readonly by: string;
  readonly task?: { readonly taskId: string; readonly kind: TaskKind } | undefined;
  readonly supersedes?: number | undefined;
}

/**
 * Puts a fact on the record. The duties that arise from it are fixed here, once; and where it changes what the victim
 * is entitled to, or pauses what the force has promised, open duties are judged again.
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
  const before = careState({ opening: record.opening, facts: earlier });
  // What nobody could do yet is kept, and waits for a person.
  const missing = measureStepMissing(fact, record.opening.role, before, now);
  const parked = implausible(fact, before, now) ?? (missing === undefined ? undefined : 'stepSkipped');
  const plain: Fact = {
    ...fact,
    seq,
    receivedAt,
    recordedAt: now,
    by: recording.by,
    commandId: recording.commandId,
    ...(recording.task ? { taskId: recording.task.taskId, taskKind: recording.task.kind } : {}),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(parked === undefined ? {} : { parked }),
    ...(parked === 'stepSkipped' ? { missing } : {}),
  };
  const state = careState({ opening: record.opening, facts: [...earlier, plain] });
  const owes = owedBy(plain, record, before, state, now);
  const recorded: Fact = owes.length === 0 ? plain : { ...plain, owes };
  const grown = { ...record, facts: [...earlier, recorded] };
  const { tier } = careState(record).tier;
  const change = { from: tier, decidedAt: fact.happenedAt };
  return { record: judgedAgain(grown, change, careState(grown), now), seq };
}

function owedBy(fact: Fact, record: CareRecord, before: CareState, state: CareState, now: Instant): FixedDuty[] {
  const moment = { record, state: before, now };
  const arising = dutiesArising(happening(fact), moment);
  if (fact.kind === 'victimTold' || fact.kind === 'victimUpdateGiven') {
    for (const about of before.counted) {
      if (!fact.data.about.includes(about.seq) || before.told.has(about.seq)) continue;
      // Who is told of two decisions in one call has one window, which began when they were told.
      const known = new Set(arising.map(({ obligation }) => obligation));
      const owed = dutiesFromTelling(happening(about), fact.happenedAt, moment);
      arising.push(...owed.filter(({ obligation }) => !known.has(obligation)));
    }
  }
  const update = fact.parked ? undefined : updateOwedSince(fact.seq, { record, state, now });
  return update ? [...arising, update] : arising;
}

/** Police and team know of a fact when it happens; what the court or another body did is known when they tell us. */
function receivedFrom(fact: NewFact, now: Instant): Instant {
  return fact.source === 'court' || fact.source === 'prosecution' || fact.source === 'partner' ? now : fact.happenedAt;
}

function superseding(facts: readonly Fact[], superseded: number, by: number): Fact[] {
  return facts.map((fact) => (fact.seq === superseded ? { ...fact, supersededBy: by } : fact));
}
