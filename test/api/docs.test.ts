import { readFileSync } from 'node:fs';
import path from 'node:path';
import { problemStatuses } from '../../api/http/errors';
import { permissions } from '../../api/access/permissions';
import { roles } from '../../domain/vocabulary';
import { ApiUnderTest } from './support/apiUnderTest';
import { eventually } from './support/stories';

const page = readFileSync(path.join(__dirname, '..', '..', 'docs', 'api.md'), 'utf8');

/** What stands in the page between `<!-- name -->` and the next `<!-- end -->`, cell by cell. */
function rowsOf(name: string): string[][] {
  const [, after = ''] = page.split(`<!-- ${name} -->\n`);
  const lines = (after.split('<!-- end -->')[0] ?? '').split('\n').filter((line) => /^\| /.test(line));
  return lines
    .filter((line) => !/^\| -/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
    );
}

describe('the page about the API', () => {
  it('has the table of roles that the API goes by', () => {
    const head = ['', ...roles];
    const rows = Object.entries(permissions).map(([route, allowed]) => [
      `\`${route}\``,
      ...roles.map((role) => (allowed.includes(role) ? 'yes' : '')),
    ]);
    expect(rowsOf('roles')).toEqual([head, ...rows]);
  });

  it('has every code that a problem can carry', () => {
    const codesOf = new Map<number, string[]>();
    for (const [code, status] of Object.entries(problemStatuses)) {
      codesOf.set(status, [...(codesOf.get(status) ?? []), `\`${code}\``]);
    }
    const rows = [...codesOf].sort(([one], [other]) => one - other);
    expect(rowsOf('problems')).toEqual([
      ['Status', 'Codes'],
      ...rows.map(([status, codes]) => [String(status), codes.join(' ')]),
    ]);
  });

  it('has examples that work, one after the other', async () => {
    const api = await ApiUnderTest.start();
    try {
      const [system, supervisor] = await Promise.all([api.as('reporting-system'), api.as('supervisor')]);
      const ids: Record<string, string> = {};
      const examples = [...page.matchAll(/```http\n(\w+) \/api\/v1(\S+)\n([^`]*)```/g)];
      expect(examples.length).toBe(6);
      for (const [, method = '', address = '', body = ''] of examples) {
        const caller = address === '/crime-reports' ? system : supervisor;
        const answer = await eventually(async () => {
          const filled = address.replace(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? name);
          const asked = caller.call(method.toLowerCase() as 'get', filled);
          const { status, body: answered } = await (body.trim() ? asked.send(JSON.parse(body)) : asked);
          expect([address, status < 300]).toEqual([address, true]);
          return answered.items?.length === 0 ? undefined : answered;
        });
        Object.assign(ids, answer.cases?.[0], { taskId: answer.items?.[0]?.taskId ?? ids.taskId });
      }
    } finally {
      await api.end();
    }
  });
});
