import { z } from 'zod';
import type { Engine } from '../../commands/engine';
import { availabilityPage } from '../../domain/court/availability/availabilityPage';
import { avoidedBy } from '../../domain/court/availability/projectedAvailability';
import { trialWindows } from '../../domain/court/availability/trialWindows';
import { addCalendarDays, londonDay } from '../../domain/time/londonTime';
import * as words from '../../domain/vocabulary';
import { instantText } from '../http/answerShapes';
import { endpoint, type Endpoint } from '../http/endpoint';
import { dayValue } from '../http/values';
import { courtCasePath } from './courtCaseShape';
import type { CourtCasesInScope } from './courtCasesInScope';

const text = z.string();
const day = text.meta({ format: 'date' });
const mostDays = 366;
const usualDays = 182;

const query = z
  .strictObject({
    courtDays: z.coerce.number().int().min(1).max(60).default(1),
    from: dayValue.optional(),
    until: dayValue.optional(),
  })
  .refine(({ from, until }) => !from || !until || (from <= until && until <= addCalendarDays(from, mostDays)), {
    error: 'It must be from a day to a later one, at most 366 days on',
    path: ['until'],
  });

const availabilityShape = z
  .object({
    courtCaseId: text,
    courtDays: z.int(),
    from: day,
    until: day,
    complete: z.boolean().meta({ description: 'False: the prosecution has witnesses whose case you may not see.' }),
    witnesses: z.array(
      z.object({
        caseId: text,
        role: z.enum(words.caseRoles),
        answeredAt: instantText.optional().meta({ description: 'Absent: nobody has asked yet.' }),
        none: z.boolean().meta({ description: 'They have said that there are no dates to avoid.' }),
        unavailable: z.array(z.object({ fromOn: day, untilOn: day })),
        takenOn: z.array(day).optional().meta({
          description:
            'Days on which the court takes their evidence before the trial (section 28): no window has them.',
        }),
      })
    ),
    windows: z.array(z.object({ startsFrom: day, startsUntil: day, missing: z.array(text) })).meta({
      description: 'Days on which the trial may begin; good ones have nobody missing of those who were asked.',
    }),
    notAsked: z.array(text).meta({
      description:
        'Cases whose witness nobody has asked: windows count of them only the days on which they are recorded.',
    }),
  })
  .meta({
    id: 'TrialAvailability',
    description: 'Days alone. Why somebody cannot come is for the team and is in no answer that goes to court.',
  });

/** When the witnesses of a prosecution can come, and when its trial could be. */
export function availability({ calendar }: Pick<Engine, 'calendar'>, inScope: CourtCasesInScope): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/court-cases/{courtCaseId}/availability',
      summary: 'When the witnesses of a prosecution cannot come, and the good and bad windows for its trial',
      params: courtCasePath,
      query,
      description: 'As a page to print for `text/html`.',
      html: true,
      answers: { 200: { description: 'Of the cases that you may see.', schema: availabilityShape } },
      async handle(asked) {
        const { courtCaseId } = asked.params;
        const { view, cases } = await inScope.find(asked, courtCaseId);
        const { courtDays, from = londonDay(asked.now), until = addCalendarDays(from, usualDays) } = asked.query;
        const witnesses: z.output<typeof availabilityShape>['witnesses'] = [];
        for (const { caseId, role, ended, availability: known } of cases.values()) {
          if (ended || known?.notNeeded) continue;
          const { answeredAt } = known ?? {};
          const unavailable = (known?.unavailable ?? []).map(({ fromOn, untilOn }) => ({ fromOn, untilOn }));
          const none = answeredAt !== undefined && unavailable.length === 0;
          witnesses.push({
            ...{ caseId, role, none, unavailable },
            ...(answeredAt === undefined ? {} : { answeredAt }),
            ...(known?.takenOn ? { takenOn: [...known.takenOn] } : {}),
          });
        }
        const windows = trialWindows({
          witnesses: witnesses.map((witness) => ({ caseId: witness.caseId, avoids: avoidedBy(witness) })),
          courtDays,
          fromOn: from,
          untilOn: until,
          calendar: calendar(from),
        }).map((window) => ({ ...window, missing: [...window.missing] }));
        const complete = view.linked.every(({ caseId }) => cases.has(caseId));
        const notAsked = witnesses.filter(({ answeredAt }) => answeredAt === undefined).map(({ caseId }) => caseId);
        const body = { courtCaseId, courtDays, from, until, complete, witnesses, windows, notAsked };
        const isPage = asked.header('accept')?.includes('text/html') === true;
        return {
          status: 200,
          body,
          headers: { vary: 'Accept' },
          ...(isPage ? { html: availabilityPage(body) } : {}),
        };
      },
    }),
  ];
}
