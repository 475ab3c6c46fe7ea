import { z } from 'zod';
import type { Engine } from '../../commands/engine';
import { dutyHolders } from '../../domain/code/obligation';
import { justAfter } from '../../domain/time/londonTime';
import { daysOfTheMorning } from '../../domain/morning/dutiesOfTheDay';
import { morningNumbers, sectionNames } from '../../domain/morning/morningNumbers';
import { casesToAskAbout, safetyIds } from '../../domain/morning/safety';
import { mostItems } from '../../domain/morning/section';
import type { ProjectedDuty } from '../../domain/projection/projection';
import { tiers } from '../../domain/vocabulary';
import { instantText } from '../http/answerShapes';
import { endpoint, type Endpoint } from '../http/endpoint';
import { notFound } from '../http/errors';
import { morningTable } from './morningTable';
import { silenceChecked } from './operations';
import { silentCasesFor } from './silentCasesFor';
import { isKeptFrom } from '../../database/store/scope';
import { listScope } from '../access/scopes';
import { codeName } from '../http/values';
import { tableFormat, wantsTable } from '../http/wantsTable';

const hours = z.number();

const sectionShape = z
  .object({
    count: z
      .int()
      .meta({ description: 'Of all, also of those that are not shown: those beyond the last, and restricted ones.' }),
    items: z
      .array(
        z.object({
          caseId: z.string(),
          taskId: z.string().optional(),
          dueAt: instantText.optional(),
          hoursLeft: hours.optional().meta({ description: 'Below zero it is over by so much.' }),
          tier: z.enum(tiers).optional(),
          dutyHolder: z.enum(dutyHolders).optional(),
          since: instantText.optional(),
          why: z.string(),
        })
      )
      .meta({ description: `At most ${mostItems}, in the order of the section.` }),
    byDutyHolder: z.partialRecord(z.enum(dutyHolders), z.int()).optional().meta({ description: 'By whose clock.' }),
    oldestHours: hours.optional().meta({ description: 'Since the oldest report of these victims was received.' }),
    notYet: z.literal(true).optional().meta({ description: 'This version cannot know: the zero says nothing.' }),
  })
  .meta({ id: 'MorningSection' });

const morningShape = z
  .object({
    team: z.string(),
    asOf: instantText.meta({ description: 'The instant from which hours are counted, and by whose London day.' }),
    missedSince: z.string().meta({ description: 'The last working day before today: what was missed since it began.' }),
    silenceChecked: silenceChecked.optional(),
    sections: z.object(Object.fromEntries(sectionNames.map((name) => [name, sectionShape]))),
  })
  .meta({ id: 'Morning' });

/** What a supervisor looks at first: what must be done today, and what went wrong since the last working day. */
export function morning({ database, calendar }: Engine): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/teams/{team}/morning',
      summary: 'The morning numbers of a team',
      description:
        'Victims not reached, safety items unanswered, duties and promised updates due today and missed, cases and tasks ' +
        'without owner or next date, trials that are not ready. Days are those of London. Ids only, no personal data.',
      params: z.object({ team: codeName }),
      query: z.strictObject({ format: tableFormat }),
      csv: true,
      answers: { 200: { description: 'As of now.', schema: morningShape } },
      async handle(asked) {
        const { now: asOf, params, query } = asked;
        const { team } = params;
        const scope = listScope(asked);
        const bankHolidays = calendar(asOf.slice(0, 10));
        const { missedSince, from, until } = daysOfTheMorning(asOf, bankHolidays);
        const duties: ProjectedDuty[] = [];
        const hidden = new Set<string>();
        const take = (duty: ProjectedDuty) => {
          duties.push(duty);
          if (isKeptFrom(duty, scope)) hidden.add(duty.caseId);
        };
        const [work, night, checked] = await Promise.all([
          database.morning.openWork(team, scope),
          silentCasesFor(database, asked, { team }, mostItems),
          database.silentCases.lastChecked(),
          database.duties.eachDuty({ from, before: justAfter(until), team }, scope, take),
        ]);
        if (!work) throw notFound();
        const unsettledSafety = await database.morning.unsettled(casesToAskAbout(work.tasks), safetyIds);
        for (const caseId of work.hidden) hidden.add(caseId);
        const read = { asOf, calendar: bankHolidays, ...work, hidden, duties, unsettledSafety };
        const sections = morningNumbers(read, night);
        const body = { team, asOf, missedSince, ...(checked ? { silenceChecked: checked } : {}), sections };
        const headers = { vary: 'Accept' };
        const isTable = wantsTable(query.format, asked.header('accept'));
        return { status: 200, body, headers, ...(isTable ? { csv: morningTable(body) } : {}) };
      },
    }),
  ];
}
