import { z } from 'zod';
import { askCourtCase, courtCaseIdOf } from '../../commands/court/courtCaseCalls';
import type { Engine } from '../../commands/engine';
import { normalisedUrn } from '../../domain/court/urn';
import { londonDay } from '../../domain/time/londonTime';
import { pageOf } from '../http/answerShapes';
import { endpoint, type Endpoint } from '../http/endpoint';
import { notFound } from '../http/errors';
import { shortText } from '../http/values';
import {
  courtCasePath,
  courtCaseShape,
  hearingShape,
  questionShape,
  shownCourtCase,
  shownQuestions,
} from './courtCaseShape';
import type { CourtCasesInScope } from './courtCasesInScope';

const askedShape = z
  .object({
    courtCaseId: z.string(),
    urn: z.string(),
    nextHearing: hearingShape.pick({ hearing: true, on: true }).optional(),
    questions: z.array(questionShape),
  })
  .meta({ id: 'AskingCourtCase' });

const readAtOnce = 100;
const mostShown = 100;

/** Prosecutions as everybody sees them who sees one of the cases that they concern. */
export function courtCases(engine: Engine, inScope: CourtCasesInScope): Endpoint[] {
  const { courtCases: stored } = engine.database;
  return [
    endpoint({
      method: 'get',
      path: '/court-cases/{courtCaseId}',
      summary: 'A prosecution: who is tried, its hearings, what was decided, and the cases it concerns',
      params: courtCasePath,
      answers: { 200: { description: 'As lists show it.', schema: courtCaseShape } },
      async handle(asked) {
        const { view, cases } = await inScope.find(asked, asked.params.courtCaseId);
        return { status: 200, body: shownCourtCase(view, new Set(cases.keys())) };
      },
    }),
    endpoint({
      method: 'get',
      path: '/court-cases/{courtCaseId}/live',
      summary: 'The same, as the prosecution itself answers at this moment',
      params: courtCasePath,
      answers: { 200: { description: 'From its workflow.', schema: courtCaseShape } },
      async handle(asked) {
        const { courtCaseId } = asked.params;
        const listed = await inScope.find(asked, courtCaseId);
        const view = (await askCourtCase(engine, courtCaseId)) ?? listed.view;
        const [seen] = await inScope.among(asked, [view]);
        if (!seen) throw notFound();
        return { status: 200, body: shownCourtCase(view, new Set(seen.cases.keys())) };
      },
    }),
    endpoint({
      method: 'post',
      path: '/court-cases/search',
      summary: 'Find a prosecution by its Unique Reference Number',
      description: 'A POST that changes nothing: a reference does not belong into an address.',
      body: z.strictObject({ urn: shortText }).meta({ id: 'CourtCaseSearch' }),
      answers: { 200: { description: 'It, or none.', schema: pageOf(courtCaseShape) } },
      async handle(asked) {
        const urn = normalisedUrn(asked.body.urn);
        const view = urn === undefined ? undefined : await stored.findCourtCase(courtCaseIdOf(engine, urn));
        const seen = view ? await inScope.among(asked, [view]) : [];
        const items = seen.map((each) => shownCourtCase(each.view, new Set(each.cases.keys())));
        return { status: 200, body: { items } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/court-questions',
      summary: 'Prosecutions of which somebody must decide something, the nearest hearing first',
      answers: { 200: { description: 'At most 100.', schema: pageOf(askedShape) } },
      async handle(asked) {
        const today = londonDay(asked.now);
        const items: z.output<typeof askedShape>[] = [];
        for (let after: string | undefined; items.length < mostShown;) {
          const views = await stored.asking(after, readAtOnce);
          for (const { view, cases } of await inScope.among(asked, views)) {
            const questions = shownQuestions(view.questions, new Set(cases.keys()));
            if (questions.length === 0) continue;
            const next = view.hearings.find(({ on, status }) => status === 'listed' && on !== undefined && on >= today);
            const nextHearing = next && { hearing: next.hearing, ...(next.on ? { on: next.on } : {}) };
            const { courtCaseId, urn } = view;
            items.push({ courtCaseId, urn, ...(nextHearing ? { nextHearing } : {}), questions });
          }
          if (views.length < readAtOnce) break;
          after = views.at(-1)?.courtCaseId;
        }
        items.sort((one, other) => ((one.nextHearing?.on ?? '~') < (other.nextHearing?.on ?? '~') ? -1 : 1));
        return { status: 200, body: { items: items.slice(0, mostShown) } };
      },
    }),
  ];
}
