import { randomUUID } from 'node:crypto';
import { basePath, routeOf, type Endpoint } from '../../../api/http/endpoint';
import { eventRecorders } from '../../../api/access/eventRecorders';
import { openingRoles, permissions } from '../../../api/access/permissions';
import { factShapes } from '../../../api/facts/factContracts';
import type { FactKind } from '../../../domain/fact';
import { taskKinds } from '../../../domain/task';
import { roles, type Role } from '../../../domain/vocabulary';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { endpoints } from '../support/contract';

let api: ApiUnderTest;
const callers = new Map<Role, Caller>();
beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: false });
  for (const role of roles) callers.set(role, await api.as(role));
});
afterAll(async () => {
  await api?.end();
});

const routes = endpoints.map((each) => [routeOf(each), each] as const);

/** A call of the route with ids of nothing. */
function call(caller: Caller, { method, path }: Endpoint, body?: object) {
  const caseId = randomUUID();
  const ids: Record<string, string> = {
    caseId,
    reportId: caseId,
    taskId: `${caseId}.1`,
    referralId: `${caseId}.r1`,
    planActionId: `${caseId}.p1`,
    seq: '1',
    messageId: 'm'.repeat(43),
    webhookId: caseId,
    personId: caseId,
    matchId: 'a'.repeat(32),
    courtCaseId: caseId,
    hearingId: 'h1',
    feedId: caseId,
  };
  const asked = caller.call(
    method,
    path.replace(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? name)
  );
  return body ? asked.send(body) : asked;
}

describe('the table of permissions', () => {
  it('has a row for every route, and none for a route that is not there', () => {
    expect(Object.keys(permissions).sort()).toEqual(routes.map(([route]) => route).sort());
  });

  it('refuses a route that has no row to every role', () => {
    expect(openingRoles('DELETE /cases/{caseId}', roles)).toEqual([]);
    expect(openingRoles('constructor', roles)).toEqual([]);
  });

  it.each(routes)('is what %s goes by', async (route, each) => {
    for (const role of roles) {
      const { status } = await call(callers.get(role) as Caller, each, each.body ? {} : undefined);
      const allowed = (permissions[route] ?? []).includes(role);
      expect([role, status === 403]).toEqual([role, !allowed]);
      expect([200, 202, 400, 403, 404, 422]).toContain(status);
    }
  });

  it('lets nobody in without a token, or with a token of no role', async () => {
    const nobody = await api.as('supervisor', { roles: ['astronaut'] });
    for (const [, each] of routes) expect((await call(nobody, each)).status).toBe(403);
    const { default: request } = await import('supertest');
    for (const [, each] of routes) {
      const { status } = await request(api.app)[each.method](basePath + each.path);
      expect(status).toBe(401);
    }
  });
});

describe('a task', () => {
  it('is of a kind whose every outcome can be told', () => {
    for (const { outcomes } of Object.values(taskKinds)) {
      for (const kind of outcomes) expect(Object.keys(factShapes)).toContain(kind);
    }
  });
});

describe('an event', () => {
  it('of each kind has somebody who may record it, and a contract', () => {
    for (const [kind, recorders] of Object.entries(eventRecorders)) {
      expect(recorders.length).toBeGreaterThan(0);
      expect(Object.keys(factShapes)).toContain(kind);
    }
  });

  it.each<[FactKind, string]>([
    ['personChanged', 'the person is corrected'],
    ['reportAmended', 'a report is amended'],
    ['caseReopened', 'a supervisor reopens the case'],
    ['teamChanged', 'a supervisor transfers the case'],
    ['transferAsked', 'a supervisor transfers the case'],
    ['eventReviewed', 'a task is completed'],
    ['handoverAcknowledged', 'a task is completed'],
    ['handoverDeclined', 'a task is completed'],
    ['firstContactReviewed', 'a task is completed'],
  ])('of kind %s is none: it follows when %s', (kind) => {
    expect(Object.keys(eventRecorders)).not.toContain(kind);
  });
});
