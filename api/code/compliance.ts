import { z } from 'zod';
import type { Duties } from '../../database/code/dutiesReader';
import { dutyHolders } from '../../domain/code/obligation';
import { areaNames } from '../../domain/compliance/areas';
import { bases } from '../../domain/compliance/basis';
import { counting, groupings, type Grouping } from '../../domain/compliance/compliance';
import { addCalendarDays, startOfLondonDay } from '../../domain/time/londonTime';
import { tiers } from '../../domain/vocabulary';
import { instantText } from '../http/answerShapes';
import { complianceTable } from './complianceTable';
import { endpoint, type Endpoint } from '../http/endpoint';
import { listScope } from '../access/scopes';
import { codeName, dayValue } from '../http/values';
import { tableFormat, wantsTable } from '../http/wantsTable';

const groupingList = z
  .string()
  .max(100)
  .default('basis')
  .transform((list) => list.split(','))
  .pipe(z.array(z.enum(groupings)).max(groupings.length))
  .refine((names) => new Set(names).size === names.length, 'Each may be named once')
  .meta({
    description: `What to group by, in this order, with commas: any of ${groupings.join(', ')}.`,
    example: 'right,tier',
  });

const complianceQuery = z
  .strictObject({
    from: dayValue.meta({ description: 'The first London day.' }),
    to: dayValue.meta({ description: 'The last London day, itself included.' }),
    by: groupingList,
    team: codeName.optional().meta({ description: 'Only the cases that this team has now.' }),
    restricted: z
      .enum(['counted', 'ifNamed'])
      .default('counted')
      .meta({ description: 'ifNamed: leaves out the restricted cases that do not name the caller.' }),
    format: tableFormat,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'It must not lie before `from`' });

const count = z.int();
const spread = { count, medianHours: z.number().optional(), percentile90Hours: z.number().optional() };
const figures = {
  due: count.meta({ description: 'met + metLate + missed + missedWithGoodReason.' }),
  met: count.meta({ description: 'In time; or met, where no clock runs.' }),
  metLate: count.meta({ description: 'Met after the due date, without a good reason on record.' }),
  missed: count.meta({ description: 'Past its due date and not settled, without a good reason on record.' }),
  missedWithGoodReason: count.meta({ description: 'A supervisor recorded a good reason, or nobody could be told.' }),
  unreachable: count.meta({ description: 'Of missedWithGoodReason: the victim was out of reach.' }),
  unsafeToContact: count.meta({ description: 'Of missedWithGoodReason: it was not safe to contact the victim.' }),
  declined: count.meta({ description: 'The victim did not want it.' }),
  open: count.meta({ description: 'Not settled; its due date is ahead, or it has none.' }),
  openWithoutClock: count.meta({ description: 'Those of the open ones that have no due date.' }),
  missedBeforeIntake: count.meta({ description: 'Its time had passed before the case came here. Not in due.' }),
  superseded: count.meta({ description: 'Arose from what was corrected, or twice from the same news. Not in due.' }),
  notApplicable: count.meta({ description: 'Does not apply, or fell due when the case had ended. Not in due.' }),
  timeTaken: z.object(spread).meta({
    description:
      "Of met and metLate: hours from when the holder's own clock started until it was met, cut to whole minutes.",
  }),
  waitedOnOthers: z
    .object({ ...spread, totalHours: z.number() })
    .meta({ description: 'Of those due: hours for which another duty-holder had it before. Not in the time taken.' }),
};

const basis = z.enum(bases);
const groupShape = z.object({
  basis: basis.optional(),
  right: z.int().nullable().optional().meta({ description: 'Null: of no right of the Code.' }),
  tier: z.enum(tiers).optional(),
  team: z.string().optional(),
  dutyHolder: z.enum(dutyHolders).optional(),
  month: z.string().optional().meta({ description: 'The London month of the due date, as 2026-03.' }),
  ...figures,
});

const complianceShape = z
  .object({
    from: z.string(),
    to: z.string(),
    by: z.array(z.enum(groupings)),
    asOf: instantText.meta({ description: 'The instant at which everything was judged.' }),
    total: z.object(figures),
    groups: z.array(groupShape),
    areas: z.array(
      z.object({
        area: z.enum(areaNames),
        obligations: z.array(z.string()).meta({ description: 'The rows that it counts.' }),
        ...figures,
        byBasis: z.array(z.object({ basis, ...figures })),
      })
    ),
  })
  .meta({ id: 'Compliance' });

/** How far the duties of a force or a team were met. */
export function compliance({ duties }: { readonly duties: Duties }): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/compliance',
      summary: 'How far duties were met, by what they share, with the five areas of the quarterly return',
      description:
        'Counts each duty once: on the London day of its due date or, where no clock runs, of the day it arose. ' +
        'Every duty that counts from the first day to the last stands in exactly one of met, metLate, missed, ' +
        'missedWithGoodReason, declined, open, missedBeforeIntake, superseded, notApplicable. ' +
        'Windows, in which somebody may ask for something, are not duties and are left out. ' +
        'News of release counts both as timely update and as release notice: the areas do not add up. ' +
        '`Accept: text/csv` or `format=csv` gives a table.',
      query: complianceQuery,
      csv: true,
      answers: { 200: { description: 'The figures as of now.', schema: complianceShape } },
      async handle(asked) {
        const { from, to, by, team, restricted } = asked.query;
        const counted = counting(by, asked.now);
        const period = { from: startOfLondonDay(from), before: startOfLondonDay(addCalendarDays(to, 1)), team };
        const onlyCasesSeen = restricted === 'ifNamed';
        await duties.eachDuty({ ...period, onlyCasesSeen }, listScope(asked), (duty) => counted.take(duty));
        const found = counted.figures();
        const headers = { vary: 'Accept' };
        const body = { from, to, by, asOf: asked.now, ...found };
        if (!wantsTable(asked.query.format, asked.header('accept'))) return { status: 200, body, headers };
        return { status: 200, body, csv: complianceTable(by satisfies readonly Grouping[], found), headers };
      },
    }),
  ];
}
