import fc from 'fast-check';
import { assign, complete, record } from '../../domain/carryOut';
import { mayAssign, mayComplete, mayRecord } from '../../domain/mayCarryOut';
import type { CareRecord } from '../../domain/careRecord';
import { openTasks } from '../../domain/careRecord';
import { dutyIdOf } from '../../domain/code/fixedDuty';
import type { FactKind, NewFact } from '../../domain/fact';
import { addHours, type Instant } from '../../domain/time/londonTime';
import { openRecord, takeStock } from '../../domain/takeStock';
import { taskKinds } from '../../domain/task';
import { anOpening, calendar } from '../support/caseBuilder';
import { after } from './after';
import { exampleFacts, factKinds } from './exampleFacts';

/** One thing that somebody does, or that does not happen, in the life of a case. `pick` chooses among what is there. */
export interface Step {
  readonly do: 'record' | 'correct' | 'complete' | 'assign' | 'wait';
  /** Hours since the step before. */
  readonly hours: number;
  readonly kind: FactKind;
  readonly pick: number;
  /** How many hours before it is told it happened; below zero, it lies in the future. */
  readonly hoursAgo: number;
  readonly suspects: readonly string[];
}

const ending: readonly FactKind[] = ['noCrime', 'victimDied', 'merged', 'caseClosed', 'handoverAcknowledged'];
const going = factKinds.filter((kind) => !ending.includes(kind));

/** Steps of a life; ends are rare in it, since little happens afterwards. */
export const steps: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('record', 'record', 'record', 'complete', 'complete', 'complete', 'correct', 'assign', 'wait'),
  hours: fc.oneof({ weight: 4, arbitrary: fc.nat(72) }, { weight: 1, arbitrary: fc.nat(24 * 300) }),
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...going) },
    { weight: 1, arbitrary: fc.constantFrom(...ending) }
  ),
  pick: fc.nat(1000),
  hoursAgo: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat(24 * 40) },
    { weight: 1, arbitrary: fc.constant(-30) }
  ),
  suspects: fc.constantFrom([], [], ['s1'], ['s1'], ['s2'], ['s1', 's2']),
});

export const openings = fc
  .record({
    role: fc.constantFrom('victim' as const, 'witness' as const, 'victimAndWitness' as const),
    personKind: fc.constantFrom('person' as const, 'business' as const, 'bereavedRelative' as const),
    suspects: fc.constantFrom([], ['s1'], ['s1', 's2']),
    late: fc.constantFrom(0, 0, 2, 21 * 24, 200 * 24),
    officerActions: fc.constantFrom(
      [],
      [{ action: 'victimContacted' as const, at: after(-1) }],
      [{ action: 'referralMade' as const, at: after(-1) }]
    ),
  })
  .map(({ late, ...changes }) => anOpening({ ...changes, receivedAt: addHours(after(0), -late), openedAt: after(0) }));

export function begin(opening: ReturnType<typeof anOpening>): CareRecord {
  return openRecord(opening, calendar, opening.openedAt);
}

/** The fact that a step tells, with numbers and ids that this case knows where it knows any. */
export function toldIn(step: Step, kind: FactKind, now: Instant, careRecord: CareRecord): NewFact {
  const { facts, opening } = careRecord;
  const choices: readonly object[] = exampleFacts[kind];
  const data: Record<string, unknown> = { ...choices[step.pick % choices.length] };
  const number = 1 + (step.pick % (facts.length + 1));
  if ('referralId' in data) data.referralId = `${opening.caseId}.r${number}`;
  if ('arrangementId' in data) data.arrangementId = `${opening.caseId}.b${number}`;
  if ('planActionId' in data) data.planActionId = `${opening.caseId}.p${number}`;
  if (Array.isArray(data.about)) data.about = step.pick % 2 ? [] : [number];
  else if ('about' in data) data.about = number;
  if ('duty' in data) data.duty = aDutyOf(careRecord, step.pick) ?? data.duty;
  const happenedAt = addHours(now, -step.hoursAgo);
  const source = step.pick % 3 === 0 ? 'court' : 'officer';
  return { kind, data, happenedAt, source, ...(step.suspects.length ? { suspects: step.suspects } : {}) } as NewFact;
}

function aDutyOf({ facts, owedFromReport }: CareRecord, pick: number): string | undefined {
  const ids = [{ seq: 0, owes: owedFromReport }, ...facts].flatMap(({ seq, owes = [] }) =>
    owes.map((duty) => dutyIdOf(seq, duty))
  );
  return ids[pick % Math.max(ids.length, 1)];
}

/** Who closes a case names what is left undone: the record of what they saw. */
function namingWhatIsLeft(fact: NewFact, careRecord: CareRecord): NewFact {
  if (fact.kind !== 'caseClosed') return fact;
  const leftUndone = openTasks(careRecord).map(({ taskId }) => ({ taskId, reason: 'notNeeded' as const }));
  return { ...fact, data: { ...fact.data, leftUndone } };
}

/** Does a step as the inbox of the workflow does it. The same record where it was refused or only time passed. */
export function carryOut(careRecord: CareRecord, step: Step, commandId: string, now: Instant): CareRecord {
  const envelope = { commandId, by: `officer-${1 + (step.pick % 2)}` };
  const open = openTasks(careRecord);
  const task = open[step.pick % Math.max(open.length, 1)];
  if (step.do === 'record' || step.do === 'correct') {
    const fact = namingWhatIsLeft(toldIn(step, step.kind, now, careRecord), careRecord);
    const corrects = step.do === 'correct' ? { corrects: 1 + (step.pick % (careRecord.facts.length + 1)) } : {};
    const command = { ...envelope, fact, ...corrects };
    return mayRecord(careRecord, command) ? careRecord : record(careRecord, command, now).record;
  }
  if (!task || step.do === 'wait') return careRecord;
  if (step.do === 'assign') {
    const hold = { kind: 'hold', until: addHours(now, 1 + (step.pick % 400)) } as const;
    const assignment = step.pick % 2 ? hold : ({ kind: 'claim' } as const);
    const command = { ...envelope, taskId: task.taskId, assignment };
    return mayAssign(careRecord, command) ? careRecord : assign(careRecord, command).record;
  }
  const { outcomes } = taskKinds[task.kind];
  const kind = outcomes[step.pick % outcomes.length] ?? outcomes[0];
  const outcome = namingWhatIsLeft(toldIn(step, kind, now, careRecord), careRecord);
  const command = { ...envelope, taskId: task.taskId, outcome };
  return mayComplete(careRecord, command) ? careRecord : complete(careRecord, command, now).record;
}

/** One instant of a life: the record before and after a step, and after stock was taken. */
export interface Moment {
  readonly now: Instant;
  readonly before: CareRecord;
  readonly done: CareRecord;
  readonly stock: ReturnType<typeof takeStock>;
}

/** Lives a case step by step, waking it at its own instants in between as its workflow does. */
export function* live(opening: ReturnType<typeof anOpening>, life: readonly Step[]): Generator<Moment> {
  let careRecord = begin(opening);
  let stock = takeStock(careRecord, opening.openedAt);
  let now = opening.openedAt;
  for (const [index, step] of life.entries()) {
    const next = addHours(now, step.hours);
    while (stock.wakeAt !== undefined && stock.wakeAt <= next) {
      const before = stock.record;
      now = stock.wakeAt;
      stock = takeStock(before, now);
      yield { now, before, done: before, stock };
    }
    now = next;
    const before = stock.record;
    careRecord = carryOut(before, step, `command-${index}`, now);
    stock = takeStock(careRecord, now);
    yield { now, before, done: careRecord, stock };
  }
}
