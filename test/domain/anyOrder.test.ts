import fc from 'fast-check';
import { openTasks, type CareRecord } from '../../domain/careRecord';
import { record } from '../../domain/carryOut';
import { careState } from '../../domain/careState';
import type { FactKind, NewFact } from '../../domain/fact';
import { addHours } from '../../domain/time/londonTime';
import { stageOf } from '../../domain/projection/stage';
import { aFact } from '../support/caseBuilder';
import { after } from './after';
import { factKinds } from './exampleFacts';
import { begin, live, openings, steps, toldIn } from './randomCase';

/** Ends, and answers that name another fact by its number, mean something in the order of recording alone. */
const inOrderOfRecording: readonly FactKind[] = [
  ...(['caseClosed', 'caseReopened', 'noCrime', 'merged', 'victimDied', 'handoverAcknowledged'] as const),
  ...(['eventReviewed', 'victimTold', 'victimUpdateGiven', 'victimNotTold'] as const),
  ...(['planActionMoved', 'planActionDone', 'planActionNotDone'] as const),
  ...(['arrangementBooked', 'arrangementConfirmed', 'arrangementRefused', 'arrangementCancelled'] as const),
  ...(['referralAccepted', 'referralDeclined', 'referralEnded', 'consentWithdrawn'] as const),
  ...(['referralSent', 'referralNotSent', 'referralChased', 'supportReported', 'victimAnswered'] as const),
];
const inAnyOrder = factKinds.filter((kind) => !inOrderOfRecording.includes(kind));

/** Everything told on one day, then accepted by a supervisor where it was parked. */
function tell(careRecord: CareRecord, facts: readonly NewFact[]): CareRecord {
  const now = after(60);
  let told = careRecord;
  const say = (fact: NewFact) => {
    told = record(told, { commandId: `command-${told.facts.length}`, by: 'officer-1', fact }, now).record;
  };
  facts.forEach(say);
  for (const { seq, parked } of told.facts) {
    if (parked) say(aFact('eventReviewed', { about: seq, decision: 'accepted' }, addHours(now, 1)));
  }
  return told;
}

/** What a record adds up to, with every number of a fact replaced by when the fact happened. */
function sumOf(careRecord: CareRecord): string {
  const { counted, eventsReviewed, tracks, dangerUnanswered: _byNumbers, ...state } = careState(careRecord);
  const happened = (seq: unknown) => careRecord.facts[Number(seq) - 1]?.happenedAt ?? 'before';
  const suspects = [...tracks.bySuspect.values()].sort((one, other) => (one.suspectId < other.suspectId ? -1 : 1));
  const whole = {
    ...state,
    stage: stageOf(careRecord, careState(careRecord)),
    suspects,
    closedBy: tracks.closedBy,
    hearings: [...state.hearings].sort(),
    urns: [...state.urns].sort(),
    measures: { ...state.measures, now: [...state.measures.round.measures].sort() },
    conflictsAnswered: [...state.conflictsAnswered].sort(),
    effective: counted
      .filter(({ kind }) => kind !== 'eventReviewed')
      .map(({ happenedAt }) => happenedAt)
      .sort(),
    reviewed: eventsReviewed.size >= 0,
  };
  return JSON.stringify(
    whole,
    (key, value: unknown) => {
      // The number of the last word that came on a hearing, whichever day it is about.
      if (key === 'fact') return undefined;
      if (key === 'seq' || key === 'endedBy') return value === undefined ? undefined : happened(value);
      if (key === 'named') return (value as number[]).map(happened).sort();
      if (key === 'arrangementId') return happened(String(value).split('.b')[1]);
      if (key === 'planActionId') return happened(String(value).split('.p')[1]);
      return key === 'referralId' ? happened(String(value).split('.r')[1]) : value;
    },
    1
  );
}

describe('facts', () => {
  it('add up to the same whatever the order in which they are told', () => {
    const told = fc.array(fc.tuple(steps, fc.constantFrom(...inAnyOrder)), { minLength: 2, maxLength: 12 });
    const shuffled = told.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts.keys()], { minLength: facts.length }))
    );
    fc.assert(
      fc.property(openings, shuffled, (opening, [facts, order]) => {
        const careRecord = begin(opening);
        const inTime = facts.map(([step, kind], index) => {
          const happenedAt = after(1, index * 5);
          return { ...toldIn(step, kind, happenedAt, careRecord), happenedAt, receivedAt: happenedAt };
        });
        const mixed = order.map((index) => inTime[index] as NewFact);
        expect(sumOf(tell(careRecord, mixed))).toBe(sumOf(tell(careRecord, inTime)));
      }),
      { numRuns: Number(process.env.RUNS ?? 250) }
    );
  });
});

describe('work on what is told at once', () => {
  it('is never overdue when it appears, however often the case or the victim came back', () => {
    const atOnce = steps.map(
      (step) => ({ ...step, hoursAgo: 0, do: step.do === 'correct' ? 'wait' : step.do }) as const
    );
    const lives = fc.tuple(openings, fc.array(atOnce, { minLength: 1, maxLength: 30 }));
    fc.assert(
      fc.property(lives, ([opening, life]) => {
        for (const { now, before, stock } of live(opening, life)) {
          // What waited for a supervisor may be late by as much as they were.
          if (stock.record.facts.some(({ parked }) => parked)) return;
          // What stays undone of a task that was done in part is as late as it was.
          const known = new Set(openTasks(before).map(({ key }) => key));
          for (const { key, kind, dueAt } of openTasks(stock.record)) {
            if (!known.has(key)) expect([kind, dueAt >= now]).toEqual([kind, true]);
          }
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 250) }
    );
  });
});
