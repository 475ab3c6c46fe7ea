import { TestWorkflowEnvironment } from '@temporalio/testing';
import { randomUUID } from 'node:crypto';
import { MemoryProjections } from '../support/memoryProjections';
import { quietRuntime } from '../support/quietRuntime';
import { RunningCase, withWorker } from '../support/runCase';
import { testServers } from '../support/servers';

let env: TestWorkflowEnvironment;
beforeAll(async () => {
  quietRuntime();
  const { temporalAddress, namespace } = await testServers();
  env = await TestWorkflowEnvironment.createFromExistingServer({ address: temporalAddress, namespace });
});
afterAll(async () => {
  await env?.teardown();
});

async function onOneCase(
  story: (victim: RunningCase) => Promise<void>,
  settings = { historyEvents: 500 },
  projections = new MemoryProjections()
): Promise<void> {
  await withWorker(env, projections, async (taskQueue) => {
    const victim = await RunningCase.start(env, projections, taskQueue, undefined, settings);
    try {
      await story(victim);
    } finally {
      await victim.abandon();
    }
  });
}

describe('a case that lives for years', () => {
  it('loses and doubles nothing when it continues as new under five callers at once', async () => {
    await onOneCase(
      async (victim) => {
        const firstRun = (await victim.handle().describe()).runId;
        const commandIds = Array.from({ length: 200 }, () => randomUUID());
        const waiting = [...commandIds];
        const answers = new Map<string, number>();
        const caller = async (): Promise<void> => {
          for (let commandId = waiting.pop(); commandId; commandId = waiting.pop()) {
            const answer = await persistently(() =>
              victim.record(
                'contactAttempted',
                { channel: 'phone', result: 'noAnswer' },
                { commandId: commandId as string }
              )
            );
            answers.set(commandId, answer.facts[0] ?? 0);
          }
        };
        await Promise.all([caller(), caller(), caller(), caller(), caller()]);

        const facts = [...victim.projections.facts.values()];
        expect(facts.map(({ commandId }) => commandId).sort()).toEqual([...commandIds].sort());
        for (const { commandId, seq } of facts) expect(answers.get(commandId)).toBe(seq);
        expect((await victim.handle().describe()).runId).not.toBe(firstRun);
      },
      { historyEvents: 60 }
    );
  });

  it('answers a command again, across runs, with the answer it gave the first time', async () => {
    await onOneCase(
      async (victim) => {
        const commandId = randomUUID();
        const attempt = () =>
          victim.record('contactAttempted', { channel: 'phone', result: 'noAnswer' }, { commandId });
        const first = await attempt();
        const { runId } = await victim.handle().describe();
        for (let others = 0; others < 6; others += 1) {
          await victim.record('contactAttempted', { channel: 'text', result: 'messageSent' });
        }
        expect((await victim.handle().describe()).runId).not.toBe(runId);
        expect(await attempt()).toEqual(first);
        expect(victim.projections.facts.size).toBe(7);
      },
      { historyEvents: 30 }
    );
  });

  it('leaves nothing in its history of a command that it refused', async () => {
    await onOneCase(async (victim) => {
      const { taskId } = victim.task('assessNeeds');
      const wrong = victim.complete('assessNeeds', 'contactMade', { channel: 'phone', with: 'victim' });
      await expect(wrong).rejects.toMatchObject({ cause: { type: 'outcomeDoesNotAnswerTask' } });
      const unknown = { ...victim.task('assessNeeds'), taskId: `${victim.caseId}.99` };
      await expect(
        victim.complete('assessNeeds', 'contactMade', { channel: 'phone', with: 'victim' }, unknown)
      ).rejects.toMatchObject({ cause: { type: 'taskUnknown' } });
      const { events } = await victim.handle().fetchHistory();
      expect(events?.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes)).toEqual([]);
      expect(victim.task('assessNeeds').taskId).toBe(taskId);
    });
  });

  it('says that its answer is not in the lists yet while MongoDB is away, and catches up by itself', async () => {
    const projections = new MemoryProjections();
    await onOneCase(
      async (victim) => {
        projections.away = true;
        const answer = await victim.complete('makeFirstContact', 'contactMade', { channel: 'phone', with: 'victim' });
        expect(answer.visible).toBe(false);
        expect(victim.openKinds()).toContain('makeFirstContact');
        projections.away = false;
        await victim.settled();
        expect(victim.openKinds()).not.toContain('makeFirstContact');
      },
      undefined,
      projections
    );
  });

  it('corrects the outcome of a completed task, keeping what was said before', async () => {
    await onOneCase(async (victim) => {
      const task = victim.task('makeFirstContact');
      const said = await victim.complete('makeFirstContact', 'contactMade', { channel: 'phone', with: 'victim' }, task);
      await victim.record('contactImpossible', { reason: 'unreachable' }, { corrects: said.facts[0] as number });
      const facts = [...victim.projections.facts.values()];
      expect(facts.map(({ kind, supersedes }) => [kind, supersedes])).toEqual([
        ['contactMade', undefined],
        ['contactImpossible', 1],
      ]);
      expect(victim.openKinds()).not.toContain('makeFirstContact');
    });
  });

  it('replays from its history with the worker’s cache switched off', async () => {
    const projections = new MemoryProjections();
    await withWorker(
      env,
      projections,
      async (taskQueue) => {
        const victim = await RunningCase.start(env, projections, taskQueue);
        await victim.complete('makeFirstContact', 'contactMade', { channel: 'phone', with: 'victim' });
        await victim.record('suspectCharged', { how: 'charged' }, { suspects: ['s1'] });
        expect((await victim.settled()).stage).toBe('court');
        await victim.abandon();
      },
      { maxCachedWorkflows: 0 }
    );
  });
});

/** What every client does where a case is between two runs or has ten updates in flight: the same again. */
async function persistently<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call();
    } catch (failure) {
      if (attempt >= 20) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
