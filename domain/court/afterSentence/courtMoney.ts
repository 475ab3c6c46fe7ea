import type { Fact } from '../../fact';
import { courtMoneys, type CourtMoney } from '../../facts/afterSentenceFacts';
import { inOrderOfHappening } from '../../happening';
import type { Instant } from '../../time/londonTime';
import { isOfWhoAppealed, quashes } from './quashed';

/** Money that a court ordered, over all who are to pay it: what was paid, and what is still owed. */
export interface MoneyStanding {
  readonly of: CourtMoney;
  readonly orderedPence: number;
  readonly paidPence: number;
  readonly owedPence: number;
  readonly state: 'owed' | 'inDefault' | 'paid' | 'ended';
  /** How it ended, where that was not that all was paid. */
  readonly how?: Fact<'courtMoneyEnded'>['data']['how'] | undefined;
  /** The last word on it. */
  readonly seq: number;
  readonly knownAt: Instant;
}

/** What was ordered, by the last sentence of each who was sentenced, and what has become of it; none once it is quashed. */
export function courtMoneyIn(counted: readonly Fact[]): MoneyStanding[] {
  const inOrder = inOrderOfHappening(counted);
  return courtMoneys.flatMap((of) => {
    const ordered = new Map<string, number>();
    let paidPence = 0;
    let inDefault = false;
    let ended: Fact<'courtMoneyEnded'>['data']['how'] | undefined;
    let last: Fact | undefined;
    for (const fact of inOrder) {
      if (quashes(fact)) {
        for (const whose of ordered.keys()) {
          const suspects = whose === '' ? [] : whose.split('|');
          if (isOfWhoAppealed({ suspects }, fact, inOrder)) ordered.delete(whose);
        }
        continue;
      }
      const pence = orderedBy(fact, of);
      if (pence !== undefined) {
        const whose = [...(fact.suspects ?? [])].sort().join('|');
        if (pence === 0 && !ordered.has(whose)) continue;
        ordered.set(whose, pence);
        ended = undefined;
      } else if ('of' in fact.data && fact.data.of === of) {
        if (fact.kind === 'courtMoneyPaid') paidPence += fact.data.pence;
        if (fact.kind === 'courtMoneyPaid' || fact.kind === 'courtMoneyDefaulted') {
          inDefault = fact.kind === 'courtMoneyDefaulted';
        }
        if (fact.kind === 'courtMoneyEnded') ended = fact.data.how;
      } else continue;
      last = fact;
    }
    const orderedPence = [...ordered.values()].reduce((sum, each) => sum + each, 0);
    if (!last || orderedPence === 0) return [];
    const owedPence = Math.max(0, orderedPence - paidPence);
    const isPaid = owedPence === 0 || ended === 'paid';
    const state = isPaid ? 'paid' : ended !== undefined ? 'ended' : inDefault ? 'inDefault' : 'owed';
    const how = state === 'ended' ? { how: ended } : {};
    const { seq, recordedAt: knownAt } = last;
    return [{ of, orderedPence, paidPence, owedPence, state, ...how, seq, knownAt }];
  });
}

/** Whether somebody may still pay. */
export function isOwed({ state }: MoneyStanding): boolean {
  return state === 'owed' || state === 'inDefault';
}

function orderedBy(fact: Fact, of: CourtMoney): number | undefined {
  if (of === 'compensation' && fact.kind === 'sentencePassed') return fact.data.compensationPence ?? 0;
  if (of === 'confiscation' && fact.kind === 'confiscationOrdered') return fact.data.pence;
  return undefined;
}
