import { z } from 'zod';
import type { Cases } from '../../database/cases/cases';
import { agenda, meetingAgenda } from '../../domain/court/witnesses/agenda';
import { readinessPage } from '../../domain/court/witnesses/readinessPage';
import { longestHearingDays } from '../../domain/court/trialsAhead';
import { trialList, type ListedTrial } from '../../domain/court/witnesses/trialList';
import { readinessItems } from '../../domain/court/witnesses/witnessWords';
import { addCalendarDays, londonDay } from '../../domain/time/londonTime';
import { listScope } from '../access/scopes';
import { endpoint, type Answer, type Asked, type Endpoint } from '../http/endpoint';
import { notFound } from '../http/errors';
import { opaqueId } from '../http/values';

const text = z.string();
const trialShape = z
  .object({
    hearingId: text,
    on: text,
    untilOn: text.optional(),
    daysLeft: z.int().meta({ description: 'Until its first day; 0 once that has come.' }),
    court: text.optional(),
    urns: z.array(text),
    witnesses: z.int(),
    ready: z.int().meta({ description: 'Witnesses for whom nothing is missing.' }),
    missing: z.array(z.object({ item: z.enum(readinessItems), owes: text, caseIds: z.array(text) })),
  })
  .meta({ id: 'TrialReadiness' });
const hearingPath = z.object({ hearingId: opaqueId });
const query = z.strictObject({
  weeks: z.coerce.number().int().min(1).max(26).default(4),
  court: opaqueId.optional().meta({ description: 'One court alone, as hearings name it.' }),
});
const listShape = z.object({
  items: z.array(trialShape),
  complete: z.boolean().meta({ description: 'False: there are more cases than are looked at; ask for fewer weeks.' }),
});

const farthestWeeks = 52;
const mostCases = 5_000;

/** How ready trials are, over all cases that the caller may see, and the agendas of readiness meetings. */
export function trials(cases: Pick<Cases, 'trialsWithin'>): Endpoint[] {
  type Who = Pick<Asked, 'caller' | 'roles' | 'now'>;

  async function within(
    who: Who,
    weeks: number,
    which: { readonly hearingId?: string | undefined; readonly court?: string | undefined }
  ): Promise<{ items: ListedTrial[]; complete: boolean }> {
    const from = londonDay(who.now);
    const until = addCalendarDays(from, weeks * 7);
    const days = { from: addCalendarDays(from, -longestHearingDays), to: until };
    const found = await cases.trialsWithin(days, listScope(who), which, mostCases + 1);
    const { hearingId, court } = which;
    const items = trialList(found.slice(0, mostCases), from, until).filter(
      (each) =>
        (hearingId === undefined || each.hearingId === hearingId) && (court === undefined || each.court === court)
    );
    return { items, complete: found.length <= mostCases };
  }

  async function one(who: Who, hearingId: string): Promise<ListedTrial> {
    const [found] = (await within(who, farthestWeeks, { hearingId })).items;
    if (!found) throw notFound();
    return found;
  }

  return [
    endpoint({
      method: 'get',
      path: '/trials',
      summary: 'Trials of the next weeks, the worst first: what is missing for whom, and who owes it',
      query,
      answers: { 200: { description: 'Most missing for each day that is left.', schema: listShape } },
      async handle(asked) {
        return { status: 200, body: await within(asked, asked.query.weeks, asked.query) };
      },
    }),
    endpoint({
      method: 'get',
      path: '/trials/agenda',
      summary: 'The agenda of a readiness meeting about the trials of the next weeks at a court, the worst first',
      description: printable,
      query,
      plainText: true,
      html: true,
      answers: {
        200: { description: 'To print.', schema: listShape.extend({ text }).meta({ id: 'ReadinessMeeting' }) },
      },
      async handle(asked) {
        const { weeks, court } = asked.query;
        const list = await within(asked, weeks, { court });
        return printed(asked, list, meetingAgenda(list.items, court), () => readinessPage(list.items, court));
      },
    }),
    endpoint({
      method: 'get',
      path: '/trials/{hearingId}/agenda',
      summary: 'The agenda of a readiness meeting about one trial',
      description: printable,
      params: hearingPath,
      plainText: true,
      html: true,
      answers: {
        200: { description: 'To print.', schema: trialShape.extend({ text }).meta({ id: 'ReadinessAgenda' }) },
      },
      async handle(asked) {
        const trial = await one(asked, asked.params.hearingId);
        return printed(asked, trial, agenda(trial), () => readinessPage([trial], trial.court));
      },
    }),
  ];
}

const printable = 'As plain text for `text/plain`, as a page to print for `text/html`.';

function printed(asked: Pick<Asked, 'header'>, body: object, asText: string, page: () => string): Answer {
  const accept = asked.header('accept') ?? '';
  const isText = accept.includes('text/plain');
  return {
    status: 200,
    body: { ...body, text: asText },
    headers: { vary: 'Accept' },
    ...(isText ? { text: asText } : {}),
    ...(!isText && accept.includes('text/html') ? { html: page() } : {}),
  };
}
