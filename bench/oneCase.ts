import { randomInt, randomUUID } from 'node:crypto';
import type { Durations } from './durations';
import type { HttpClient, Json } from './httpClient';

/** What is measured: how long calls take, and how long it takes from a call until a list shows what came of it. */
export interface Measures {
  readonly report: Durations;
  readonly completion: Durations;
  readonly event: Durations;
  /** From the report until the case's first task is listed. */
  readonly reportShown: Durations;
  /** From the completion until the task is listed no more. */
  readonly completionShown: Durations;
  /** Reads of lists that did not show yet what a reply had promised: none is to be expected. */
  lateLists: number;
}

export interface Clients {
  readonly reporter: HttpClient;
  readonly officer: HttpClient;
}

const outcomes = {
  makeFirstContact: { kind: 'contactMade', channel: 'phone', with: 'victim' },
  assessNeeds: { kind: 'needsAssessed', needs: [{ category: 'safety', level: 'medium' }], riskLevel: 'standard' },
  choosePathway: { kind: 'pathwayChosen', pathway: 'universal', support: 'accepted' },
};

/** The facts that such a case ends with, in their order. */
export const factsExpected = [...Object.values(outcomes).map(({ kind }) => kind), 'noCrime'];

const giveUpAfterMs = 30_000;

/** One case from its report to its end: three tasks completed, each until lists show it, then "no crime". Its id. */
export async function oneCase({ reporter, officer }: Clients, measures: Measures): Promise<string> {
  const reportedAt = performance.now();
  const { cases } = await reporter.post('/crime-reports', aReport(), 202);
  measures.report.add(performance.now() - reportedAt);
  const { caseId } = cases[0];
  const list = `/tasks?caseId=${caseId}`;
  let tasks = await listedUntil(officer, list, (items) => items.some(({ kind }) => kind === 'makeFirstContact'));
  measures.reportShown.add(performance.now() - reportedAt);

  for (const [kind, outcome] of Object.entries(outcomes)) {
    const task = tasks.items.find((each: Json) => each.kind === kind);
    if (!task) throw new Error(`${caseId} has no open ${kind}`);
    const askedAt = performance.now();
    await officer.post(`/tasks/${task.taskId}/completion`, { outcome }, 200, randomUUID());
    measures.completion.add(performance.now() - askedAt);
    tasks = await listedUntil(officer, list, (items) => items.every(({ taskId }) => taskId !== task.taskId));
    measures.completionShown.add(performance.now() - askedAt);
    measures.lateLists += tasks.reads - 1;
  }

  const event = { kind: 'noCrime', data: { reason: 'notACrime' }, happenedAt: new Date().toISOString() };
  const endedAt = performance.now();
  await reporter.post(`/cases/${caseId}/events`, event, 201, randomUUID());
  measures.event.add(performance.now() - endedAt);
  return caseId;
}

async function listedUntil(officer: HttpClient, list: string, shows: (items: Json[]) => boolean) {
  const giveUpAt = performance.now() + giveUpAfterMs;
  for (let reads = 1; ; reads += 1) {
    const { items } = await officer.get(list);
    if (shows(items)) return { items: items as Json[], reads };
    if (performance.now() > giveUpAt) throw new Error(`${list} did not show what it should`);
  }
}

/** A burglary of this morning with one victim. Invented, like every reference in it. */
function aReport(): object {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  return {
    source: 'policeRecordsSystem',
    sourceReference: `BENCH-${randomUUID()}`,
    crimeReference: `41/${randomUUID().slice(0, 6)}/26`,
    occurredAt: minutesAgo(600),
    reportedAt: minutesAgo(90),
    receivedAt: minutesAgo(60),
    offence: { category: 'burglary', title: 'Burglary in a dwelling' },
    suspects: [{ suspectId: 's1', name: 'Sam Example' }],
    investigatingForce: 'hertfordshire',
    owningTeam: 'north-victim-care',
    people: [
      {
        role: 'victim',
        // Everybody is somebody else: two records of one person would be looked for, and found, each time.
        name: `Alex ${randomUUID().replace(/[^a-f]/g, '')}`,
        contactPoints: [{ channel: 'phone', value: `07700 900${randomInt(100, 1_000)}`, safe: 'yes', preferred: true }],
      },
    ],
  };
}
