import { careState } from '../../domain/careState';
import { judgedByCalendar } from '../../domain/code/judgedAgain';
import type { CareRecord, CaseOpening } from '../../domain/careRecord';
import { addHours, type Instant } from '../../domain/time/londonTime';
import { openRecord, takeStock } from '../../domain/takeStock';
import type { WorkingCalendar } from '../../domain/time/workingDays';
import { anOpening, calendar } from '../support/caseBuilder';
import { after } from './after';
import { factKinds } from './exampleFacts';
import { carryOut, type Step } from './randomCase';

/** The same numbers for the same seed, on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Holidays as they were known before most of a life's time was published. */
export const publishedShort: WorkingCalendar = {
  version: 'short',
  bankHolidays: calendar.bankHolidays.filter((on) => on < '2026-04-01'),
  publishedUntil: '2026-03-31',
};

const endings = new Set(['noCrime', 'victimDied', 'merged', 'caseClosed', 'handoverAcknowledged']);
const going = factKinds.filter((kind) => !endings.has(kind));
const deeds = ['record', 'record', 'record', 'record', 'complete', 'complete', 'correct', 'wait', 'wait'] as const;

export interface LivedMoment {
  readonly now: Instant;
  readonly before: CareRecord;
  readonly after: CareRecord;
  readonly wakeAt: Instant | undefined;
  /** A wake-up, a wait, or a command that was refused: nobody said anything. */
  readonly timeAlone: boolean;
}

/** One life from one seed: commands, waits and wake-ups as the workflow has them, until `length` commands were tried. */
export function* seededLife(seed: number, length: number): Generator<LivedMoment> {
  const random = randomFrom(seed);
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
  const hoursLate = pick([0, 0, 0, 3, 30 * 24]);
  const changes: Partial<CaseOpening> = {
    role: pick(['victim', 'victim', 'victimAndWitness', 'witness'] as const),
    circumstances: pick([[], [], ['domesticAbuse' as const]]),
    suspects: pick([[], ['s1'], ['s1', 's2']]),
    receivedAt: addHours(after(0), -hoursLate),
    openedAt: after(0),
  };
  const opening = anOpening(changes);
  let now = opening.openedAt;
  let stock = takeStock(openRecord(opening, pick([calendar, publishedShort]), now), now);
  for (let index = 0; index < length; index += 1) {
    const next = addHours(now, pick([0, 1, 5, 24, 70, 24 * 9]));
    while (stock.wakeAt !== undefined && stock.wakeAt <= next) {
      const before = stock.record;
      now = stock.wakeAt;
      stock = takeStock(before, now);
      yield { now, before, after: stock.record, wakeAt: stock.wakeAt, timeAlone: true };
    }
    now = next;
    const before = stock.record;
    const step: Step = {
      do: pick(deeds),
      hours: 0,
      kind: random() < 0.02 ? pick([...endings] as Step['kind'][]) : pick(going),
      pick: Math.floor(random() * 1000),
      hoursAgo: pick([0, 0, 0, 0, 0, 2, 48, 24 * 20, -30]),
      suspects: pick([[], ['s1'], ['s1'], ['s2']]),
    };
    let done = carryOut(before, step, `command-${index}`, now);
    if (done.calendar !== calendar && random() < 0.1) done = judgedByCalendar(done, careState(done), calendar, now);
    stock = takeStock(done, now);
    const timeAlone = done.facts.length === before.facts.length;
    yield { now, before, after: stock.record, wakeAt: stock.wakeAt, timeAlone };
  }
}
