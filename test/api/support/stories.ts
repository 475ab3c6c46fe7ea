import type { ApiUnderTest, Caller } from './apiUnderTest';
import { aReport } from '../intake/reportBodies';

export interface Reported {
  readonly reportId: string;
  readonly caseId: string;
  readonly personId: string;
}

/** Files a report of one victim; their case has started when this returns. */
export async function reported(system: Caller, changes: Record<string, unknown> = {}): Promise<Reported> {
  const { status, body } = await system.post('/crime-reports', aReport(changes));
  if (status !== 202) throw new Error(JSON.stringify(body));
  return { reportId: body.reportId, caseId: body.cases[0].caseId, personId: body.cases[0].personId };
}

/** The same, and lists show the case. */
export async function listed(
  api: ApiUnderTest,
  system: Caller,
  changes: Record<string, unknown> = {}
): Promise<Reported> {
  const ids = await reported(system, changes);
  await eventually(async () => (await api.database.cases.findCase(ids.caseId)) && true);
  return ids;
}

export interface OpenTask {
  readonly taskId: string;
  readonly kind: string;
  readonly version: number;
  readonly why: string;
  readonly dueAt: string;
}

/** The open task of a kind, once lists show it: the first ones of a case do so a moment after the report. */
export async function openTask(officer: Caller, caseId: string, kind: string): Promise<OpenTask> {
  return eventually(async () => {
    const { body } = await officer.get(`/tasks?caseId=${caseId}&kind=${kind}`);
    return body.items?.[0] as OpenTask | undefined;
  });
}

/** Closes a case, with all that is open left undone. */
export async function closed(officer: Caller, caseId: string): Promise<void> {
  const { body: live } = await officer.get(`/cases/${caseId}/live`);
  const leftUndone = live.open.map(({ taskId }: OpenTask) => ({ taskId, reason: 'notNeeded' }));
  const event = { kind: 'caseClosed', data: { leftUndone, reason: 'victimAskedUsTo' }, happenedAt: justNow() };
  const { status, body } = await officer.post(`/cases/${caseId}/events`, event);
  if (status !== 201) throw new Error(JSON.stringify(body));
}

/** What a look shows as soon as it shows something; looks for half a minute at most. */
export async function eventually<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  const until = Date.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error('It did not happen');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export const justNow = () => new Date(Date.now() - 1_000).toISOString();

export const spoke = { kind: 'contactMade', channel: 'phone', with: 'victim' } as const;
