import { execFileSync } from 'node:child_process';
import path from 'node:path';

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly types?: boolean;
}

const arrow = (from: string, ...to: string[]): Arrow[] => to.map((each) => ({ from, to: each }));

const forbidden: Arrow[] = [
  ...arrow(
    'domain/task.ts',
    '../workflows/messages',
    '../activities/projection',
    '../database/cases',
    '../commands/send'
  ),
  ...arrow('domain/task.ts', '../api/app', '../cli/import', '../dev/start', '../config/config', '../worker'),
  ...arrow('domain/task.ts', '../published/bankHolidays', '../temporal/payloadCodec'),
  ...arrow('workflows/inbox.ts', '../published/bankHolidays', '../temporal/payloadCodec'),
  ...arrow('domain/task.ts', 'zod', 'node:fs', 'mongoose', '@temporalio/workflow', '@temporalio/common'),
  ...arrow(
    'domain/journey/step.ts',
    '../../workflows/messages',
    '../../api/app',
    '../../dev/start',
    '../../config/config'
  ),
  ...arrow('workflows/inbox.ts', 'node:fs', 'zod', 'mongoose', 'pino', 'express', '@temporalio/client'),
  ...arrow('workflows/inbox.ts', '@temporalio/worker', '@temporalio/activity', '../config/config', '../dev/start'),
  ...arrow('workflows/inbox.ts', '../activities/projection', '../database/cases', '../commands/send', '../api/app'),
  ...arrow('activities/projection.ts', '../workflows/victimCase', '../api/app', '../cli/import', '../dev/start'),
  ...arrow('activities/gateways/mail/send.ts', '../../../workflows/victimCase', '../../../api/app'),
  ...arrow('database/cases.ts', '../workflows/messages', '../activities/projection', '../commands/send', '../api/app'),
  ...arrow('database/cases.ts', '../cli/import', '../dev/start'),
  ...arrow('commands/send.ts', '../workflows/inbox', '../activities/projection', '../api/app', '../dev/start'),
  ...arrow('commands/sending/retry.ts', '../../workflows/inbox'),
  ...arrow('api/cases.ts', '../workflows/inbox', '../activities/projection', '../cli/import', '../dev/start'),
  ...arrow('api/facts/factShape.ts', '../../workflows/inbox', '../../activities/projection'),
  ...arrow(
    'cli/import.ts',
    '../workflows/messages',
    '../activities/projection',
    '../database/cases',
    '../commands/send'
  ),
  ...arrow('cli/import.ts', '../dev/start'),
  ...arrow('domain/time/londonTime.ts', '../task', 'node:fs', 'zod'),
  ...arrow('config/config.ts', '../temporal/connection', '../published/bankHolidays'),
  ...arrow('published/bankHolidays.ts', '../config/config', '../database/store/collection'),
  ...arrow('temporal/connection.ts', '../domain/task', '../commands/engine'),
  ...arrow('database/store/pages.ts', '../cases/cases', '../people/persons', '../../workflows/messages'),
  ...arrow('database/encryption/personalData.ts', '../people/persons', '../../api/app'),
  ...arrow('api/http/endpoint.ts', '../cases/cases', '../contact/calls', '../../workflows/inbox', '../../dev/start'),
];

const allowed: Arrow[] = [
  ...arrow('domain/journey/step.ts', './closure', '../task'),
  ...arrow('workflows/inbox.ts', '../domain/task', './messages', '@temporalio/workflow'),
  { from: 'workflows/inbox.ts', to: '../activities/projection', types: true },
  ...arrow(
    'activities/projection.ts',
    '../domain/task',
    '../database/cases',
    '../commands/send',
    '../workflows/messages'
  ),
  ...arrow('activities/gateways/mail/send.ts', '../../../workflows/messages', '../../../domain/task'),
  ...arrow('database/cases.ts', '../domain/task', 'mongoose'),
  ...arrow('commands/send.ts', '../domain/task', '../database/cases', '../workflows/messages'),
  ...arrow('api/cases.ts', '../domain/task', '../database/cases', '../commands/send', '../workflows/messages', 'zod'),
  ...arrow('published/publishedCode.ts', '../domain/code/editions'),
  ...arrow('temporal/connection.ts', '../config/keys', './payloadCodec'),
  ...arrow('database/people/persons.ts', '../store/collection', '../encryption/personalData', '../../domain/task'),
  ...arrow('api/http/endpoint.ts', '../access/scopes', '../../database/cases/cases', '../../workflows/messages'),
  ...arrow('dev/start.ts', '../api/app', '../workflows/messages', '../database/cases', '../config/config'),
];

function lint(snippets: { file: string; code: string }[]): string[][] {
  const script = path.join(__dirname, 'lintSnippets.mjs');
  const output = execFileSync(process.execPath, [script], { input: JSON.stringify(snippets), encoding: 'utf8' });
  return JSON.parse(output) as string[][];
}

function importing({ from, to, types }: Arrow): { file: string; code: string } {
  return {
    file: from,
    code: `import ${types ? 'type ' : ''}{ it } from '${to}';\nexport const kept${types ? ': it' : ' = it'};\n`,
  };
}

const transaction = {
  file: 'database/cases.ts',
  code: 'export const run = (session: { startTransaction(): void }) => session.startTransaction();\n',
};

let complaints: string[][];
beforeAll(() => {
  complaints = lint([...[...forbidden, ...allowed].map(importing), transaction]);
});

describe('imports point one way', () => {
  it.each(forbidden.map((each, index) => [each.from, each.to, index] as const))(
    '%s may not take from %s',
    (_, __, at) => {
      expect(complaints[at]).toEqual([expect.stringContaining('no-restricted-imports')]);
    }
  );

  it.each(allowed.map((each, index) => [each.from, each.to, index] as const))('%s may take from %s', (_, __, at) => {
    expect(complaints[forbidden.length + at]).toEqual([]);
  });
});

describe('a standalone mongod', () => {
  it('is never asked for a transaction', () => {
    expect(complaints.at(-1)).toEqual([expect.stringContaining('no-restricted-properties')]);
  });
});
