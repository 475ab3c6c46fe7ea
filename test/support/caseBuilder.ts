import { englandAndWalesCalendar } from '../../published/bankHolidays';
import type { CareRecord, CaseOpening } from '../../domain/careRecord';
import { complete, record } from '../../domain/carryOut';
import { mayComplete, mayRecord } from '../../domain/mayCarryOut';
import type { FactData, FactKind, NewFact } from '../../domain/fact';
import { standardsOf } from '../../domain/forceStandards';
import { addHours, type Instant } from '../../domain/time/londonTime';
import { openRecord, takeStock } from '../../domain/takeStock';
import type { Task, TaskKind } from '../../domain/task';
import type { WorkingCalendar } from '../../domain/time/workingDays';

export const calendar = englandAndWalesCalendar('2025-06-01');

/** Tuesday 3 March 2026, ten in the morning in London; no bank holiday near. */
export const aTuesday: Instant = '2026-03-03T10:00:00.000Z';

/** A burglary reported and received within the hour, one victim, nothing known of any suspect. */
export function anOpening(changes: Partial<CaseOpening> = {}): CaseOpening {
  const receivedAt = changes.receivedAt ?? aTuesday;
  return {
    caseId: '5b0c5a3e-6b9c-4c8e-9a59-3f5f6f1f0a01',
    reportId: '0d9f4c53-52a4-4a55-8a5c-6a3f3a1b7c02',
    personId: 'c2b1a7d4-93f2-4f6e-8c3f-0d2e5b9a1e03',
    role: 'victim',
    personKind: 'person',
    source: 'policeRecordsSystem',
    investigatingForce: 'hertfordshire',
    homeForce: 'hertfordshire',
    owningTeam: 'north-victim-care',
    offence: { category: 'burglary' },
    circumstances: [],
    occurredAt: addHours(receivedAt, -6),
    reportedAt: addHours(receivedAt, -1),
    receivedAt,
    openedAt: receivedAt,
    safeChannels: ['phone'],
    suspects: [],
    officerActions: [],
    standards: standardsOf('hertfordshire'),
    ...changes,
  };
}

/** A fact as an officer tells it. */
export function aFact<K extends FactKind>(
  kind: K,
  data: FactData[K],
  happenedAt: Instant,
  more: Partial<Pick<NewFact, 'source' | 'suspects' | 'receivedAt'>> = {}
): NewFact {
  return { source: 'officer', ...more, kind, data, happenedAt } as NewFact;
}

/** A case in the pure domain, moved by commands as the workflow moves it, at instants that the test names. */
export class PureCase {
  private commands = 0;

  /** When the case has asked to be woken next. */
  wakeAt: Instant | undefined;

  private constructor(public careRecord: CareRecord) {}

  static open(changes: Partial<CaseOpening> = {}, known: WorkingCalendar = calendar): PureCase {
    const opening = anOpening(changes);
    return new PureCase(openRecord(opening, known, opening.openedAt)).at(opening.openedAt);
  }

  openTask(kind: TaskKind): Task {
    const task = this.careRecord.tasks.find((each) => each.kind === kind && !each.closed);
    if (!task) throw new Error(`No open ${kind}; open are ${this.openKinds().join(', ')}`);
    return task;
  }

  openKinds(): TaskKind[] {
    return this.careRecord.tasks.filter(({ closed }) => !closed).map(({ kind }) => kind);
  }

  at(now: Instant): this {
    const { record, wakeAt } = takeStock(this.careRecord, now);
    this.careRecord = record;
    this.wakeAt = wakeAt;
    return this;
  }

  complete<K extends FactKind>(kind: TaskKind, outcome: K, data: FactData[K], now: Instant): this {
    const fact = aFact(outcome, data, now, { source: 'team' });
    const command = { ...this.envelope(outcome), taskId: this.openTask(kind).taskId, outcome: fact };
    const refused = mayComplete(this.careRecord, command);
    if (refused) throw new Error(`${refused.code}: ${refused.because}`);
    this.careRecord = complete(this.careRecord, command, now).record;
    return this.at(now);
  }

  record<K extends FactKind>(
    kind: K,
    data: FactData[K],
    happenedAt: Instant,
    more: Partial<Pick<NewFact, 'source' | 'suspects' | 'receivedAt' | 'wordsHash'>> & {
      now?: Instant;
      corrects?: number;
    } = {}
  ): this {
    const { now = happenedAt, corrects, ...told } = more;
    const fact = aFact(kind, data, happenedAt, told);
    const command = { ...this.envelope(kind), fact, ...(corrects === undefined ? {} : { corrects }) };
    const refused = mayRecord(this.careRecord, command);
    if (refused) throw new Error(`${refused.code}: ${refused.because}`);
    this.careRecord = record(this.careRecord, command, now).record;
    return this.at(now);
  }

  /** Who says that they act on danger is somebody else than who reported it. */
  private envelope(kind: FactKind) {
    this.commands += 1;
    const isReceipt = kind === 'concernReceived' || kind === 'safetyReportReceived';
    return { commandId: `command-${this.commands}`, by: isReceipt ? 'officer-2' : 'officer-1' };
  }
}
