import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { eventRecorders } from '../../api/access/eventRecorders';
import { taskDoers } from '../../api/access/taskDoers';
import { whyDue } from '../../domain/dueSentence';
import type { FactKind } from '../../domain/fact';
import { isNews } from '../../domain/code/news';
import { refusalCodes } from '../../domain/refusal';
import { taskKinds, type TaskKind } from '../../domain/task';
import { roles } from '../../domain/vocabulary';
import { factKinds } from '../domain/exampleFacts';

const kinds = Object.keys(taskKinds) as TaskKind[];
const outcomes: readonly FactKind[] = Object.values(taskKinds).flatMap(({ outcomes: answers }) => [...answers]);
const recordable = Object.keys(eventRecorders);

/** Facts that a resource of its own writes (a person, an amendment, a transfer, a stop), or a courier. */
const writtenElsewhere: readonly FactKind[] = [
  'personChanged',
  'identityChecked',
  'reportAmended',
  'teamChanged',
  'transferAsked',
  'victimWrote',
  'caseReopened',
  'referralNotSent',
  'messageSent',
  'messageFailed',
  'messageUnconfirmed',
  'messageArrived',
  'messageStopped',
  'safeContactOverridden',
  'contactStopped',
  'contactStopLifted',
  'personJoined',
  'personParted',
];

function sourcesOf(...folders: string[]): string {
  const root = path.resolve(__dirname, '../..');
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.join(root, folder, file))
  );
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

describe('every kind of task', () => {
  it.each(kinds)('%s says in a sentence what is asked for', (kind) => {
    const sentence = whyDue(kind, { rule: 'missed', from: '2026-03-03T10:00:00.000Z' });
    expect(sentence).toMatch(/^[A-Z].+: the time passed on 3 March 2026 at 10:00am\.$/);
  });

  it.each(kinds)('%s is done by a role that exists and answered by facts that exist', (kind) => {
    const { role, outcomes: answers } = taskKinds[kind];
    expect(roles).toContain(role);
    expect(taskDoers[role]?.length).toBeGreaterThan(0);
    for (const answer of answers) expect(factKinds).toContain(answer);
  });
});

describe('every kind of fact', () => {
  it.each(factKinds)('%s can be told: as the answer to a task, as an event, or by a resource of its own', (kind) => {
    expect([...outcomes, ...recordable, ...writtenElsewhere]).toContain(kind);
  });

  it('that is told as an event is one', () => {
    for (const kind of recordable) expect(factKinds).toContain(kind);
  });

  it('that is news can be told by those who know it first', () => {
    for (const kind of factKinds.filter(isNews)) expect(recordable).toContain(kind);
  });
});

describe('every refusal', () => {
  const sources = sourcesOf('domain', 'workflows');

  it.each(refusalCodes)('%s is given somewhere', (code) => {
    expect(sources).toMatch(new RegExp(`refuse\\(\\s*'${code}'`));
  });
});
