import { agreedTerms } from '../../database/cases/agreedTerms';
import type { Database } from '../../database/openDatabase';
import { attemptSentence } from '../../domain/contact/attemptSentence';
import { agreedSentence, agreedTimes, nextAgreedTime, type AgreedTerms } from '../../domain/contact/agreedContact';
import { newsWish, noContactSentence, wishSentences } from '../../domain/contact/newsWish';
import { agreedRoutes } from './agreedWay';
import type { NextAttempt } from '../../domain/contact/nextAttempt';
import { isRepresented, routesOf } from '../../domain/contact/routes';
import { atSafeTime } from '../../domain/contact/safeAttempt';
import { standardsOf } from '../../domain/forceStandards';
import type { Instant } from '../../domain/time/londonTime';
import type { CaseSummary } from '../../domain/projection/caseSummary';
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
  if (kind !== 'tellVictim' && kind !== 'giveVictimUpdate') return {};
  const summary = await stores.cases.findCase(caseId);
  const terms = summary && (await agreedTerms(stores.timeline, summary));
  const facts = await Promise.all((about ?? []).map((seq) => stores.timeline.findFact(caseId, seq)));
  if (kind === 'tellVictim' && summary?.stances.wantsContact === 'no') {
    return { newsWish: { wish: 'decideHow', why: noContactSentence } };
  }
  const kinds = facts.flatMap((fact) => fact?.kind ?? []);
  const wish = newsWish(terms ?? {}, kinds);
  return {
    ...(wish === 'wanted' ? {} : { newsWish: { wish, why: wishSentences[wish] } }),
    ...(terms ? { agreedContact: await agreedContact(stores, summary, { terms, isNews: kinds.length > 0 }, now) } : {}),
  };
}
