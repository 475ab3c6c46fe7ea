import request from 'supertest';
import express from 'express';
import { code } from '../../../api/code/code';
import { basePath } from '../../../api/http/endpoint';
import { problems } from '../../../api/http/errors';
import { routes } from '../../../api/http/routes';
import type { ShownEdition } from '../../../published/publishedCode';
import { mustKeepContract } from '../support/contract';

/** The route alone, for a partner who has logged in: the law is the same for everybody, and no case is behind it. */
const app = express()
  .set('query parser', 'simple')
  .use(basePath, (_req, res, next) => {
    res.locals.caller = { sub: 'partner-1', roles: ['partner'], force: '', teams: [] };
    next();
  })
  .use(
    basePath,
    routes(code(), () => '2026-11-22T07:00:00.000Z')
  )
  .use(problems(() => undefined));

async function ask(query = '') {
  const answer = await request(app).get(`${basePath}/code${query}`);
  return { status: answer.status, answer, editions: (answer.body.editions ?? []) as ShownEdition[] };
}

describe('the law, asked over HTTP', () => {
  it('is every edition and obligation, as the contract says', async () => {
    const { answer, editions } = await ask();
    mustKeepContract('get', '/code', answer);
    expect(editions.map(({ id }) => id)).toEqual(expect.arrayContaining(['victims-code-2020', 'victims-code-next']));
    expect(editions.flatMap(({ obligations }) => obligations).length).toBeGreaterThan(140);
  });

  it('is what was in force on a day: one edition of each scheme, never a draft', async () => {
    const { editions } = await ask('?on=2021-03-31');
    const found = editions.map(({ id }) => id);
    expect(found).toEqual(
      expect.arrayContaining(['victims-code-2015', 'witness-charter-2013', 'force-standards-2013'])
    );
    expect(found).not.toContain('victims-code-2020');
    expect(new Set(editions.map(({ scheme }) => scheme)).size).toBe(editions.length);
    expect(editions.filter(({ status }) => status === 'draft')).toEqual([]);
    expect(editions.find(({ id }) => id === 'victims-code-2015')?.inForceUntil).toBe('2021-03-31');
  });

  it("names the force's own number apart from the law's", async () => {
    const { editions } = await ask('?edition=victims-code-2020');
    const obligation = (id: string) => editions[0]?.obligations.find((each) => each.id === id);
    expect(obligation('c20-r3-ack')).toMatchObject({ forceLimit: { standard: { n: 5, unit: 'workingDays' } } });
    expect(obligation('c20-r3-ack')).not.toHaveProperty('limit');
    expect(obligation('c20-r6-arrest')).not.toHaveProperty('forceLimit');
  });

  it("says of the force's own promises which rest in silence and which begin anew, beside their edition", async () => {
    const { editions } = await ask('?edition=force-standards-2013');
    const named = (field: 'contact' | 'recurs') =>
      editions[0]?.obligations.filter((each) => each[field]).map(({ id }) => id);
    expect(named('contact')).toEqual(['force-victim-contract', 'force-update']);
    expect(named('recurs')).toEqual(['force-update']);
  });

  it.each(['?edition=victims-code-1066', '?scheme=magnaCarta', '?on=2026-02-30', '?after=2026-01-01'])(
    'has nothing for %s, and says why',
    async (query) => {
      const { status, answer } = await ask(query);
      expect([status, answer.body.code]).toEqual([400, 'invalidQuery']);
    }
  );
});
