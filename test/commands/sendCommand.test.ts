import { randomUUID } from 'node:crypto';
import { carryOutCommand } from '../../commands/carryOutCommand';
import { sendCommand } from '../../commands/sendCommand';
import { startCases } from '../../commands/startCases';
import { CaseMissing, TemporalAway } from '../../commands/temporalFailures';
import { unfinishedWork } from '../../commands/unfinishedWork';
import type { NewCommand } from '../../database/cases/commands';
import { DatabaseAway } from '../../database/store/connection';
import type { FactData, FactKind, NewFact } from '../../domain/fact';
import { addHours, instant } from '../../domain/time/londonTime';
import { aReport } from '../support/aReport';
import { testEngine, type TestEngine } from '../support/testEngine';

let engine: TestEngine;

beforeAll(async () => {
  engine = await testEngine();
});

afterAll(async () => {
  await engine.close();
});

const now = instant(Date.now());

/** The id of a case that has just begun, with its first tasks shown. */
async function aStartedCase(): Promise<string> {
  const report = aReport({
    sourceReference: randomUUID(),
    receivedAt: now,
    reportedAt: now,
    occurredAt: addHours(now, -1),
  });
  const answer = await engine.database.crimeReports.fileReport(report, 'system-1', now, addHours(now, 1));
  if (answer.kind !== 'filed') throw new Error('Another report has this reference');
  await startCases(engine, answer.report);
  const caseId = answer.report.people[0]?.caseId ?? '';
  await engine.shown(caseId);
  return caseId;
}

function anEvent<K extends FactKind>(caseId: string, kind: K, data: FactData[K], key?: string): NewCommand {
  const commandId = randomUUID();
  const fact = { kind, data, source: 'officer', happenedAt: instant(Date.now()) } as NewFact;
  const command = { commandId, caseId, verb: 'recordEvent', payload: { commandId, by: 'officer-1', fact } } as const;
  return {
    ...command,
    caller: 'officer-1',
    key,
    fingerprint: JSON.stringify([caseId, kind, data]),
    successStatus: 201,
  };
}

function firstContact(caseId: string): NewCommand {
  const commandId = randomUUID();
  const data = { channel: 'phone', with: 'victim' } as const;
  const outcome = { kind: 'contactMade', data, source: 'team', happenedAt: instant(Date.now()) } as const;
  const payload = { commandId, by: 'officer-1', taskId: `${caseId}.1`, outcome };
  return {
    commandId,
    caseId,
    verb: 'completeTask',
    payload,
    caller: 'officer-1',
    fingerprint: 'f',
    successStatus: 200,
  };
}

const arrest = (caseId: string, key?: string) => anEvent(caseId, 'suspectArrested', {}, key);
const noCrime = (caseId: string) => anEvent(caseId, 'noCrime', { reason: 'notACrime' });

describe('a command to a case', () => {
  it('is answered once MongoDB shows what came of it', async () => {
    const caseId = await aStartedCase();
    const outcome = await sendCommand(engine, firstContact(caseId));
    expect(outcome).toMatchObject({ answer: { caseId, facts: [1], task: { taskId: `${caseId}.1`, version: 2 } } });
    const { answer } = outcome as Extract<typeof outcome, { answer: unknown }>;
    expect((await engine.database.cases.findCase(caseId))?.version).toBeGreaterThanOrEqual(answer.version);
    expect((await engine.database.tasks.findTask(`${caseId}.1`))?.closed).toMatchObject({ as: 'completed' });
    expect(answer).not.toHaveProperty('visible');
  });

  it('gets the same answer when it is sent again, and is carried out once', async () => {
    const caseId = await aStartedCase();
    const command = arrest(caseId);
    const [one, two] = await Promise.all([sendCommand(engine, command), sendCommand(engine, command)]);
    expect(two).toEqual(one);
    expect(await sendCommand(engine, command)).toEqual(one);
    expect((await engine.live(caseId)).summary.facts).toBe(1);
  });

  it('is refused with a code and a sentence, and leaves nothing behind', async () => {
    const caseId = await aStartedCase();
    await sendCommand(engine, firstContact(caseId));
    const { version } = (await engine.live(caseId)).summary;
    expect(await sendCommand(engine, firstContact(caseId))).toEqual({
      refused: { code: 'taskClosed', because: expect.any(String) },
    });
    expect((await engine.live(caseId)).summary.version).toBe(version);
  });

  it('wakes a case that has ended, from its record', async () => {
    const caseId = await aStartedCase();
    await sendCommand(engine, noCrime(caseId));
    await engine.ended(caseId);
    const reopening = anEvent(caseId, 'caseReopened', { reason: 'closedInError' });
    const answers = await Promise.all([sendCommand(engine, reopening), sendCommand(engine, reopening)]);
    expect(answers[0]).toMatchObject({ answer: { facts: [2] } });
    expect(answers[1]).toEqual(answers[0]);
    expect(await engine.database.cases.findCase(caseId)).toMatchObject({ ended: false, facts: 2 });
    expect((await engine.live(caseId)).summary.ended).toBe(false);
  });

  it('is known again to a case that ended and was woken since', async () => {
    const caseId = await aStartedCase();
    const command = arrest(caseId);
    const first = await sendCommand(engine, command);
    await sendCommand(engine, noCrime(caseId));
    await engine.ended(caseId);
    await sendCommand(engine, anEvent(caseId, 'caseReopened', { reason: 'closedInError' }));
    expect(await sendCommand(engine, command)).toEqual(first);
    expect((await engine.live(caseId)).summary.facts).toBe(3);
  });

  it('does not start a case that is neither running nor ended', async () => {
    const caseId = randomUUID();
    await expect(sendCommand(engine, arrest(caseId))).rejects.toThrow(CaseMissing);
    await expect(engine.live(caseId)).rejects.toThrow();
  });

  it('is not answered while MongoDB cannot show it, and later with what was done then', async () => {
    const caseId = await aStartedCase();
    const command = arrest(caseId);
    engine.mayProject = false;
    try {
      await expect(sendCommand(engine, command)).rejects.toThrow(DatabaseAway);
    } finally {
      engine.mayProject = true;
    }
    await engine.shown(caseId, (await engine.live(caseId)).summary.version);
    expect(await sendCommand(engine, command)).toMatchObject({ answer: { facts: [1] } });
    expect((await engine.live(caseId)).summary.facts).toBe(1);
  });
});

describe('a command from a caller', () => {
  it('gets the same answer under the same key, however often and however many at once', async () => {
    const caseId = await aStartedCase();
    const key = randomUUID();
    const answered = await Promise.all(
      Array.from({ length: 6 }, () => carryOutCommand(engine, arrest(caseId, key), now))
    );
    const answers = answered.map((each) => (each === 'keyReused' ? each : JSON.stringify(each.answer)));
    expect(new Set(answers).size).toBe(1);
    const again = await carryOutCommand(engine, arrest(caseId, key), now);
    expect(again).toMatchObject({ replayed: true, answer: { status: 201, body: { facts: [1] } } });
    expect((await engine.live(caseId)).summary.facts).toBe(1);
  });

  it('is not carried out under a key that stood for something else', async () => {
    const caseId = await aStartedCase();
    const key = randomUUID();
    await carryOutCommand(engine, arrest(caseId, key), now);
    expect(await carryOutCommand(engine, anEvent(caseId, 'suspectInterviewed', {}, key), now)).toBe('keyReused');
    expect((await engine.live(caseId)).summary.facts).toBe(1);
  });

  it('is carried out by the sweep when nobody could be asked, and then answered under its key', async () => {
    const caseId = await aStartedCase();
    const key = randomUUID();
    const anHourAgo = addHours(now, -1);
    await expect(carryOutCommand(engine.cutOff, arrest(caseId, key), anHourAgo)).rejects.toThrow(TemporalAway);
    expect(await unfinishedWork(engine).resendUnfinished()).toBe(1);
    const answered = await carryOutCommand(engine, arrest(caseId, key), now);
    expect(answered).toMatchObject({ replayed: true, answer: { status: 201 } });
    expect((await engine.live(caseId)).summary.facts).toBe(1);
  });

  it('that the case refuses when the sweep sends it is answered with the refusal', async () => {
    const caseId = await aStartedCase();
    const key = randomUUID();
    const late = { ...firstContact(caseId), key };
    await expect(carryOutCommand(engine.cutOff, late, addHours(now, -1))).rejects.toThrow(TemporalAway);
    await sendCommand(engine, firstContact(caseId));
    expect(await unfinishedWork(engine).resendUnfinished()).toBe(1);
    expect(await carryOutCommand(engine, late, now)).toMatchObject({
      replayed: true,
      answer: { status: 409, body: { code: 'taskClosed' } },
    });
  });

  it('that nobody can carry out is put off and keeps no other waiting', async () => {
    const failures: { id: string; why: string }[] = [];
    const lost = Array.from({ length: 6 }, () => arrest(randomUUID()));
    const anHourAgo = addHours(now, -1);
    const { commands } = engine.database;
    for (const command of lost) await commands.storeCommand(command, anHourAgo, anHourAgo);
    const command = arrest(await aStartedCase());
    await commands.storeCommand(command, anHourAgo, addHours(anHourAgo, 0.1));
    const sweep = unfinishedWork(engine, (failure) => failures.push(failure));
    expect(await sweep.resendUnfinished()).toBe(1);
    expect(failures.map(({ why }) => why)).toEqual(lost.map(() => 'CaseMissing'));
    expect(await sweep.resendUnfinished()).toBe(0);
    expect(failures).toHaveLength(lost.length);
  });
});
