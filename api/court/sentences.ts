import { z } from 'zod';
import type { Database } from '../../database/openDatabase';
import { fallenSentences } from '../../domain/court/afterSentence/quashed';
import { printedSentence } from '../../domain/court/afterSentence/printedSentence';
import { meaningsOf } from '../../domain/court/afterSentence/texts/sentenceTexts';
import { effectiveFacts, eventsReviewed } from '../../domain/effectiveFacts';
import type { Fact } from '../../domain/fact';
import { inOrderOfHappening } from '../../domain/happening';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import { messageLanguages } from '../../domain/messages/template';
import { factsOf } from '../../database/cases/factsOf';
import type { CasesInScope } from '../access/casesInScope';
import { meaningShape, undulyLenientShape } from '../cases/afterSentenceShape';
import { endpoint, type Endpoint } from '../http/endpoint';
import { instantText } from '../http/answerShapes';
import { casePath } from '../http/values';

const text = z.string();
export const sentencePassedShape = z
  .object({
    fact: z.int(),
    at: instantText,
    suspects: z.array(text),
    court: text.optional(),
    custodyDays: z.int().optional(),
    compensationPence: z.int().optional(),
    quashedAt: instantText.optional().meta({ description: 'A court of appeal has quashed the conviction.' }),
    meanings: z.array(meaningShape),
    undulyLenient: undulyLenientShape.omit({ explained: true }).optional(),
  })
  .meta({ id: 'SentenceExplained' });

const answerShape = z.object({
  sentences: z.array(sentencePassedShape),
  text: text.meta({ description: 'The last sentence to print or to read out, in the language asked for.' }).optional(),
});

/** Each sentence that counts in a case, with what it means; the last one first. */
export async function sentencesOf(
  { timeline }: Pick<Database, 'timeline'>,
  { caseId, careDetails }: Pick<CaseSummary, 'caseId' | 'careDetails'>
): Promise<{ fact: Fact<'sentencePassed'>; shown: z.input<typeof sentencePassedShape> }[]> {
  const facts = await factsOf(timeline, caseId);
  const inOrder = inOrderOfHappening(effectiveFacts(facts, eventsReviewed(facts)));
  const fallen = fallenSentences(inOrder);
  const passed = inOrder.flatMap((fact) => (fact.kind === 'sentencePassed' ? [fact] : []));
  return passed.reverse().map((fact) => {
    const { court, custodyDays, compensationPence, sentences: kinds } = fact.data;
    const quashedAt = fallen.get(fact.seq)?.happenedAt;
    const { explained: _explained, ...window } = careDetails?.afterSentence?.undulyLenient ?? {};
    const shown = {
      ...{ fact: fact.seq, at: fact.happenedAt, suspects: [...(fact.suspects ?? [])] },
      ...(court === undefined ? {} : { court }),
      ...(custodyDays === undefined ? {} : { custodyDays }),
      ...(compensationPence === undefined ? {} : { compensationPence }),
      ...(quashedAt === undefined ? {} : { quashedAt }),
      meanings: meaningsOf(kinds),
      ...('fact' in window && window.fact === fact.seq ? { undulyLenient: window } : {}),
    };
    return { fact, shown };
  });
}

/** What a sentence means, for who tells the victim: on the screen, to print, and in Welsh. */
export function sentencesCalls(database: Pick<Database, 'timeline'>, inScope: CasesInScope): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/sentences',
      summary: 'What each sentence and order means, in plain English and Welsh, for a person to give to the victim',
      description: 'As plain text for `text/plain`, to print. It speaks of a court: it is handed over, and never sent.',
      params: casePath,
      query: z.strictObject({ language: z.enum(messageLanguages).default('en') }),
      plainText: true,
      answers: { 200: { description: 'The last sentence first.', schema: answerShape } },
      async handle(asked) {
        const found = await sentencesOf(database, await inScope.find(asked, asked.params.caseId));
        const { language } = asked.query;
        const last = found.find(({ shown }) => shown.quashedAt === undefined);
        const printed = last && printedSentence(last.fact, last.shown.undulyLenient?.lastDayOn, language).join('\n\n');
        const isText = (asked.header('accept') ?? '').includes('text/plain');
        const body = {
          sentences: found.map(({ shown }) => shown),
          ...(printed === undefined ? {} : { text: printed }),
        };
        const headers = { vary: 'Accept', 'content-language': language };
        return { status: 200, body, headers, ...(isText ? { text: printed ?? '' } : {}) };
      },
    }),
  ];
}
