import { agreedTerms } from '../../database/cases/agreedTerms';
import type { Database } from '../../database/openDatabase';
import { attemptSentence } from '../../domain/contact/attemptSentence';
import { agreedSentence, agreedTimes, nextAgreedTime, type AgreedTerms } from '../../domain/contact/agreedContact';
import { newsWish, noContactSentence, wishSentences } from '../../domain/contact/newsWish';
import { agreedRoutes } from './agreedWay';
import { meaningsOf } from '../../domain/court/afterSentence/texts/sentenceTexts';
import type { Fact } from '../../domain/fact';
import type { NextAttempt } from '../../domain/contact/nextAttempt';
import { isRepresented, routesOf } from '../../domain/contact/routes';
import { atSafeTime } from '../../domain/contact/safeAttempt';
import { standardsOf } from '../../domain/forceStandards';
import type { Instant } from '../../domain/time/londonTime';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { TaskKind } from '../../domain/task';
import type { ProjectedTask } from '../../domain/projection/projection';

export type AdviceStores = Pick<Database, 'cases' | 'persons' | 'timeline'>;

/** The next attempt as an officer is told it: by a safe way, at a safe time of the person, with the reason. */
export async function advisedAttempt(
  { persons }: Pick<AdviceStores, 'persons'>,
  summary: CaseSummary,
  now: Instant
): Promise<(NextAttempt & { readonly why: string }) | undefined> {
  const { nextAttempt, investigatingForce } = summary;
  if (!nextAttempt) return undefined;
  const person = await persons.readPerson(summary.personId);
  const represented = isRepresented([summary], summary.caseId, now);
  const routes = person ? routesOf(person, represented) : [];
  const points = routes.map(({ route, representativeId }) =>
    representativeId === undefined ? route : { ...route, channel: 'viaRepresentative' as const }
  );
  const isOver = nextAttempt.step === 'attempt' && nextAttempt.channel === 'viaRepresentative' && !represented;
  const next: NextAttempt = isOver
    ? { step: 'askForSafeChannel', because: 'noSafeChannelKnown' }
    : atSafeTime(nextAttempt, points, standardsOf(investigatingForce).quietHours);
  return { ...next, why: attemptSentence(next) };
}

/** How, and from when on, the victim agreed to hear this, by what is safe of it. */
async function agreedContact(
  { persons }: Pick<AdviceStores, 'persons'>,
  summary: CaseSummary,
  { terms, isNews }: { readonly terms: AgreedTerms; readonly isNews: boolean },
  now: Instant
) {
  const person = await persons.readPerson(summary.personId);
  const usable = person ? agreedRoutes(terms, { person, cases: [], about: summary }, now) : [];
  const times = agreedTimes(terms, isNews ? 'news' : 'nothingNew');
  const from = (usable.length > 0 ? usable : [{}])
    .flatMap((route) => nextAgreedTime(times, route, now) ?? [])
    .sort()[0];
  return {
    channel: terms.channel,
    contactPointIds: usable.map(({ contactPointId }) => contactPointId),
    ...(from === undefined ? {} : { from }),
    mayAlsoTell: terms.mayAlsoTell ?? [],
    why: agreedSentence(terms),
  };
}

/** What whoever does a task should see beside it: how and when to try, and what of the news is not wanted. */
export async function taskAdvice(
  stores: AdviceStores,
  { kind, caseId, closed, about }: ProjectedTask,
  now: Instant
): Promise<object> {
  if (closed) return {};
  if (kind === 'makeFirstContact' || kind === 'findSafeChannel') {
    const known = await stores.cases.findCase(caseId);
    const nextAttempt = known && (await advisedAttempt(stores, known, now));
    return nextAttempt ? { nextAttempt } : {};
  }
  if (!tells.has(kind)) return {};
  const summary = await stores.cases.findCase(caseId);
  const terms = summary && (await agreedTerms(stores.timeline, summary));
  const facts = await Promise.all((about ?? []).map((seq) => stores.timeline.findFact(caseId, seq)));
  const meant = sentenceAdvice(facts, summary);
  if (kind === 'tellVictim' && summary?.stances.wantsContact === 'no') {
    return { ...meant, newsWish: { wish: 'decideHow', why: noContactSentence } };
  }
  const kinds = facts.flatMap((fact) => fact?.kind ?? []);
  const wish = newsWish(terms ?? {}, kinds);
  return {
    ...meant,
    ...(wish === 'wanted' ? {} : { newsWish: { wish, why: wishSentences[wish] } }),
    ...(terms ? { agreedContact: await agreedContact(stores, summary, { terms, isNews: kinds.length > 0 }, now) } : {}),
  };
}

/** Tasks in which somebody tells the victim what a court or an officer decided. */
const tells: ReadonlySet<TaskKind> = new Set<TaskKind>([
  'tellVictim',
  'giveVictimUpdate',
  'explainUndulyLenient',
  'referToContactScheme',
  'askYouthJusticeService',
]);

/** What a sentence means, and until when it may be asked to be reviewed, beside the task of telling it. */
function sentenceAdvice(facts: readonly (Fact | undefined)[], summary: CaseSummary | undefined): object {
  const passed = facts.flatMap((fact) => (fact?.kind === 'sentencePassed' ? [fact] : []));
  if (passed.length === 0) return {};
  const window = summary?.careDetails?.afterSentence?.undulyLenient;
  const sentenceMeanings = meaningsOf([...new Set(passed.flatMap(({ data }) => data.sentences))]);
  const isOfThese = window && passed.some(({ seq }) => seq === window.fact);
  return { sentenceMeanings, ...(isOfThese ? { undulyLenient: window } : {}) };
}
