import { z } from 'zod';
import type { Cases } from '../../database/cases/cases';
import { arrangementKinds } from '../../domain/court/witnesses/witnessWords';
import { addCalendarDays, londonDay } from '../../domain/time/londonTime';
import type { CasesInScope } from '../access/casesInScope';
import { listScope } from '../access/scopes';
import { endpoint, type Endpoint } from '../http/endpoint';
import { casePath, dayValue } from '../http/values';

const text = z.string();
const arrangementShape = z
  .object({
    arrangementId: text,
    arrangement: z.enum(arrangementKinds),
    on: text,
    state: z.enum(['asked', 'booked', 'confirmed', 'refused', 'cancelled']),
    hearingId: text.optional(),
    pence: z.int().optional(),
    inVain: z
      .literal(true)
      .optional()
      .meta({ description: 'Nobody needs to come on that day: it is being cancelled.' }),
    toChange: z.int().optional().meta({
      description: 'It is booked for another court or time than is set now; the number of the fact that booked it.',
    }),
    court: text.optional(),
    startsAt: text.optional(),
  })
  .meta({ id: 'CourtArrangement' });

const arrangedShape = arrangementShape.extend({ caseId: text, force: text }).meta({ id: 'HubArrangement' });

const usualDays = 14;
const mostDays = 92;
const mostCases = 2_000;
const query = z
  .strictObject({
    force: z.string().max(100).optional(),
    from: dayValue.optional(),
    until: dayValue.optional(),
  })
  .refine(({ from, until }) => !from || !until || (from <= until && until <= addCalendarDays(from, mostDays)), {
    error: 'It must be from a day to a later one, at most 92 days on',
    path: ['until'],
  });

/** What Victim Hubs arrange: of one case, and of all that the caller may see, over the forces they work with. */
export function arrangements(cases: Pick<Cases, 'arrangementsOn'>, inScope: CasesInScope): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/arrangements',
      summary: 'What is arranged for days at court, day by day, over all forces that the caller works with',
      description: 'Cases by their id, no person. Restricted cases are shown to those whom they name alone.',
      query,
      answers: {
        200: {
          description: 'By day; what is for nothing and not cancelled yet comes first.',
          schema: z.object({ items: z.array(arrangedShape), complete: z.boolean() }),
        },
      },
      async handle(asked) {
        const { force, from = londonDay(asked.now), until = addCalendarDays(from, usualDays) } = asked.query;
        const found = await cases.arrangementsOn({ from, to: until }, listScope(asked), { force }, mostCases + 1);
        const items = found
          .slice(0, mostCases)
          .flatMap(({ caseId, investigatingForce, arrangements: all = [] }) =>
            all
              .filter(({ on }) => on >= from && on <= until)
              .map((each) => ({ caseId, force: investigatingForce, ...each }))
          );
        const placeOf = ({ inVain, on, arrangementId }: (typeof items)[number]) =>
          `${inVain ? 0 : 1}|${on}|${arrangementId}`;
        items.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
        return { status: 200, body: { items, complete: found.length <= mostCases } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/arrangements',
      summary: 'What was arranged for the witness at court, with what it costs',
      params: casePath,
      answers: {
        200: {
          description: 'In the order of asking.',
          schema: z.object({ items: z.array(arrangementShape), pence: z.int() }),
        },
      },
      async handle(asked) {
        const { arrangements: items = [] } = await inScope.find(asked, asked.params.caseId);
        const pence = items.reduce((sum, each) => sum + (each.pence ?? 0), 0);
        return { status: 200, body: { items: [...items], pence } };
      },
    }),
  ];
}
