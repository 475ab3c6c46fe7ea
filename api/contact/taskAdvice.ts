import { newestFact } from '../../database/cases/newestFact';
import type { Database } from '../../database/openDatabase';
import { attemptSentence } from '../../domain/contact/attemptSentence';
import { newsWish, wishSentences } from '../../domain/contact/newsWish';
import type { NextAttempt } from '../../domain/contact/nextAttempt';
import { atSafeTime } from '../../domain/contact/safeAttempt';
import { standardsOf } from '../../domain/forceStandards';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { ProjectedTask } from '../../domain/projection/projection';

export type AdviceStores = Pick<Database, 'cases' | 'persons' | 'timeline'>;

/** The next attempt as an officer is told it: by a safe way, at a safe time of the person, with the reason. */
export async function advisedAttempt(
  { persons }: Pick<AdviceStores, 'persons'>,
  { personId, investigatingForce, nextAttempt }: CaseSummary
): Promise<(NextAttempt & { readonly why: string }) | undefined> {
  if (!nextAttempt) return undefined;
  const points = (await persons.readPerson(personId))?.contactPoints ?? [];
  const next = atSafeTime(nextAttempt, points, standardsOf(investigatingForce).quietHours);
  return { ...next, why: attemptSentence(next) };
}

/** What whoever does a task should see beside it: how and when to try, and what of the news is not wanted. */
export async function taskAdvice(
  stores: AdviceStores,
  { kind, caseId, closed, about }: ProjectedTask
): Promise<object> {
  if (closed) return {};
  if (kind === 'makeFirstContact' || kind === 'findSafeChannel') {
    const known = await stores.cases.findCase(caseId);
    const nextAttempt = known && (await advisedAttempt(stores, known));
    return nextAttempt ? { nextAttempt } : {};
  }
  if (kind !== 'tellVictim' && kind !== 'giveVictimUpdate') return {};
  const agreed = await newestFact(stores.timeline, caseId, 'victimContractAgreed');
  const facts = await Promise.all((about ?? []).map((seq) => stores.timeline.findFact(caseId, seq)));
  const wish = newsWish(
    agreed?.data.hearAbout,
    facts.flatMap((fact) => fact?.kind ?? [])
  );
  return wish === 'wanted' ? {} : { newsWish: { wish, why: wishSentences[wish] } };
}
