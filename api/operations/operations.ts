import { z } from 'zod';
import type { Engine } from '../../commands/engine';
import { askTemporal } from '../../commands/temporalFailures';
import { silences } from '../../domain/morning/silence';
import { victimCaseId, victimCaseType } from '../../workflows/messages';
import { instantText } from '../http/answerShapes';
import { endpoint, type Endpoint } from '../http/endpoint';
import { silentCasesFor } from './silentCasesFor';

const stuckShape = z.object({
  items: z.array(
    z.object({
      caseId: z.string().optional(),
      part: z.enum(['workflowTask', 'activity']),
      activityType: z.string().optional(),
      why: z.string().meta({ description: 'The kind of failure. Its text stays in the logs of the worker.' }),
      attempt: z.int().optional(),
      since: instantText.optional(),
    })
  ),
});

export const silenceChecked = z
  .object({ checkedAt: instantText, openCases: z.int(), silentCases: z.int() })
  .meta({ id: 'SilenceChecked', description: 'The last whole check, over all forces. Absent before the first night.' });

const silentShape = z.object({
  checked: silenceChecked.optional(),
  count: z.int(),
  items: z.array(
    z.object({
      caseId: z.string(),
      owningTeam: z.string(),
      since: instantText.meta({ description: 'When it was first found so.' }),
      why: z.array(z.enum(silences)),
    })
  ),
});

const mostShown = 200;

/** The server marks a workflow so when its tasks failed or timed out several times in a row. */
const failingCases = `WorkflowType = '${victimCaseType}' AND ExecutionStatus = 'Running' AND TemporalReportedProblems IS NOT NULL`;

/** What operators look at when something does not go on by itself. */
export function operations({ database, client, callTimeoutMs }: Engine): Endpoint[] {
  async function failingWorkflows() {
    const items = [];
    for await (const { workflowId, searchAttributes } of client.workflow.list({ query: failingCases })) {
      const reported = (searchAttributes.TemporalReportedProblems ?? []) as unknown[];
      items.push({
        caseId: caseIdOf(workflowId),
        part: 'workflowTask' as const,
        why: causeOf(reported.map(String)),
      });
      if (items.length >= mostShown) break;
    }
    return items;
  }

  return [
    endpoint({
      method: 'get',
      path: '/operations/stuck',
      summary: 'Cases whose workflow task or activity keeps failing, and why',
      answers: { 200: { description: 'At most 200 of each; activities longest stuck first.', schema: stuckShape } },
      async handle() {
        const [workflows, activities] = await Promise.all([
          client.withDeadline(Date.now() + callTimeoutMs, () => askTemporal(failingWorkflows)),
          database.stuckActivities.listStuck(mostShown),
        ]);
        const failing = activities.map(({ workflowId, activityType, attempt, why, since }) => {
          const caseId = caseIdOf(workflowId);
          return { caseId, part: 'activity' as const, activityType, attempt, why, since };
        });
        return { status: 200, body: { items: [...workflows, ...failing] } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/operations/silent-cases',
      summary:
        'Open cases that the nightly check found without an owner, without a next date, or overdue to look again',
      answers: { 200: { description: 'Of your force; at most 200, longest silent first.', schema: silentShape } },
      async handle(asked) {
        const { silentCases } = database;
        const [checked, found] = await Promise.all([
          silentCases.lastChecked(),
          silentCasesFor(database, asked, {}, mostShown),
        ]);
        return { status: 200, body: { ...(checked ? { checked } : {}), ...found } };
      },
    }),
  ];
}

/** Sweeps are workflows too, and of no case. */
function caseIdOf(workflowId: string): string | undefined {
  const prefix = victimCaseId('');
  return workflowId.startsWith(prefix) ? workflowId.slice(prefix.length) : undefined;
}

function causeOf(reported: readonly string[]): string {
  const cause = reported.find((each) => each.startsWith('cause=')) ?? reported[0] ?? 'unknown';
  return cause.replace(/^cause=(WorkflowTaskFailedCause)?/, '');
}
