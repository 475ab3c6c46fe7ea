import { rungs } from '../../domain/code/duty';
import { z } from 'zod';
import type { Duties } from '../../database/code/dutiesReader';
import type { Rungs } from '../../database/code/rungsReader';
import { standings } from '../../domain/code/standing';
import { addCalendarDays, startOfLondonDay } from '../../domain/time/londonTime';
import { instantText, pageOf } from '../http/answerShapes';
import type { CasesInScope } from '../access/casesInScope';
import { cursorOf, paging } from '../http/cursor';
import { endpoint, type Endpoint } from '../http/endpoint';
import { listScope } from '../access/scopes';
import { dutyShape, shownDuty } from './shownDuty';
import { casePath, codeName, dayValue } from '../http/values';

const ledgerQuery = z.strictObject({
  standing: z.enum(standings).optional(),
  open: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'Whether nothing has settled it yet, in time or not.' }),
});

const rungQuery = z
  .strictObject({
    team: codeName.optional(),
    rung: z.enum(rungs).optional(),
    from: dayValue.optional().meta({ description: 'The first London day.' }),
    to: dayValue.optional().meta({ description: 'The last London day, itself included.' }),
    ...paging,
  })
  .refine(({ from = '', to = '~' }) => from <= to, { path: ['to'], message: 'It must not lie before `from`' });

const rungShape = z.object({
  caseId: z.string(),
  dutyId: z.string(),
  obligation: z.string(),
  rung: z.enum(rungs),
  at: instantText.meta({ description: 'When it was reached. Each rung of a duty is reached once.' }),
  dueBy: instantText.optional(),
  owningTeam: z.string(),
  officerInCase: z.string().optional(),
});

interface Parts {
  readonly duties: Duties;
  readonly rungs: Rungs;
}

/** What cases owe: the ledger of each, due dates that may still change, and what staff were warned of. */
export function duties({ duties, rungs }: Parts, inScope: CasesInScope): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/duties',
      summary: 'The ledger of a case: every duty that has arisen, how it stands and why it is due when it is',
      params: casePath,
      query: ledgerQuery,
      answers: {
        200: {
          description: 'All of them, in the order in which they arose.',
          schema: z.object({ items: z.array(dutyShape) }),
        },
      },
      async handle(asked) {
        const { caseId } = await inScope.find(asked, asked.params.caseId);
        const { standing, open } = asked.query;
        const items = (await duties.dutiesOfCase(caseId))
          .map((duty) => shownDuty(duty, asked.now))
          .filter((duty) => standing === undefined || duty.standing === standing)
          .filter(({ settled }) => open === undefined || (settled === undefined) === (open === 'true'));
        return { status: 200, body: { items } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/duties/provisional',
      summary: 'Open duties whose due date waits for bank holidays that are not published yet, soonest due first',
      query: z.strictObject(paging),
      answers: { 200: { description: 'A page of duties.', schema: pageOf(dutyShape) } },
      async handle(asked) {
        const { items, next } = await duties.provisionalDuties(listScope(asked), asked.query);
        const shown = items.map((duty) => shownDuty(duty, asked.now));
        return { status: 200, body: { items: shown, ...(next ? { next: cursorOf(next) } : {}) } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/rungs',
      summary: 'What was due soon, due today and missed, as staff were told of it, newest first',
      query: rungQuery,
      answers: { 200: { description: 'A page of rungs.', schema: pageOf(rungShape) } },
      async handle(asked) {
        const { limit, cursor, from, to, team, rung } = asked.query;
        const wanted = {
          team,
          rung,
          from: from && startOfLondonDay(from),
          before: to && startOfLondonDay(addCalendarDays(to, 1)),
        };
        const { items, next } = await rungs.listRungs(wanted, listScope(asked), { limit, cursor });
        const shown = items.map(({ caseId, duty, rung: reached, at, dueBy, owningTeam, officerInCase }) => ({
          caseId,
          dutyId: duty,
          obligation: duty.slice(duty.indexOf('.') + 1),
          rung: reached,
          at,
          dueBy,
          owningTeam,
          officerInCase,
        }));
        return { status: 200, body: { items: shown, ...(next ? { next: cursorOf(next) } : {}) } };
      },
    }),
  ];
}
