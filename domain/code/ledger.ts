import type { CareRecord } from '../careRecord';
import type { CareState } from '../careState';
import type { Fact } from '../fact';
import type { Duty, JudgedAgain, Pause } from './duty';
import { editionById } from './editions';
import { dutyIdOf, type FixedDuty } from './fixedDuty';
import { isPausable, pauses } from './ownStandards';
import { settlementOf } from './settlement';

type Known = Pick<CareRecord, 'facts' | 'owedFromReport' | 'judgedAgain' | 'opening'>;

/** Every duty that has arisen in a case, in the order in which they arose. What is parked has not happened yet. */
export function ledger(record: Known, state: CareState): Duty[] {
  const rests = pauses(state.counted);
  const duties = record.owedFromReport.map((fixed) => asItStands(fixed, undefined, record, state, rests));
  const firstOf = new Map<string, number>();
  for (const fact of record.facts) {
    if (!fact.owes) continue;
    const counts = !fact.parked || state.eventsReviewed.get(fact.seq) === 'accepted';
    if (!counts && !wasAccepted(fact, record.facts)) continue;
    for (const fixed of fact.owes) {
      const duty = asItStands(fixed, fact, record, state, rests);
      if (!counts) {
        duties.push({ ...duty, settled: { as: 'superseded', at: fact.recordedAt } });
        continue;
      }
      if (duty.settled?.as === 'superseded') {
        duties.push(duty);
        continue;
      }
      // What two systems both told us is owed once; whoever was told of either has been told.
      const key = `${fixed.obligation} ${newsIn(fact)}`;
      const first = firstOf.get(key);
      const known = first === undefined ? undefined : duties[first];
      if (first === undefined || !known) {
        firstOf.set(key, duties.length);
        duties.push(duty);
        continue;
      }
      duties[first] = settledByEither(known, duty);
      duties.push({ ...duty, settled: { as: 'superseded', at: fact.recordedAt, by: known.seq } });
    }
  }
  return duties;
}

/** An event that was let count, and was taken back later: what was owed for it stays on the ledger, as superseded. */
function wasAccepted({ seq }: Fact, facts: readonly Fact[]): boolean {
  return facts.some(
    (fact) => fact.kind === 'eventReviewed' && fact.data.about === seq && fact.data.decision === 'accepted'
  );
}

/** The first of two duties of the same news, with the evidence that came for the other where it came sooner. */
function settledByEither(first: Duty, { settled }: Duty): Duty {
  if (settled?.by === undefined) return first;
  const { settled: known, dueBy } = first;
  const isBetter =
    known === undefined || (known.by === undefined ? settled.at <= (dueBy ?? settled.at) : settled.at < known.at);
  return isBetter ? { ...first, settled } : first;
}

/** The same news has the same text here, whoever told it. */
export function newsIn({ kind, happenedAt, suspects, data }: Fact): string {
  return JSON.stringify([kind, happenedAt, [...(suspects ?? [])].sort(), data]);
}

function asItStands(
  fixed: FixedDuty,
  fact: Fact | undefined,
  record: Known,
  state: CareState,
  rests: readonly Pause[]
): Duty {
  const seq = fact?.seq ?? 0;
  const id = dutyIdOf(seq, fixed);
  const judged = record.judgedAgain.filter(({ duty }) => duty === id);
  const last = judged.at(-1);
  const now = last ? { ...fixed, ...replaced(fixed, last) } : fixed;
  const earlier = judged.map(({ because, at }, index) => ({
    dueBy: judged[index - 1]?.dueBy ?? fixed.dueBy ?? '',
    because,
    at,
  }));
  const reason = state.dutyReasons.get(id);
  const pause = pauseOf(now, rests);
  const duty: Duty = {
    ...now,
    id,
    seq,
    knownAt: fact?.recordedAt ?? record.opening.openedAt,
    ...(earlier.length > 0 ? { earlier } : {}),
    ...(pause ? { pause } : {}),
    ...(reason ? { reason: { cause: reason.cause, good: reason.good, at: reason.at } } : {}),
  };
  const settled = settlementOf(duty, fact, record, state);
  return settled ? { ...duty, settled } : duty;
}

/** The last pause that its time ran through; law has none. */
function pauseOf({ edition, target, from, dueBy }: FixedDuty, rests: readonly Pause[]): Duty['pause'] {
  if (rests.length === 0 || dueBy === undefined || !isPausable(editionById(edition).scheme, target)) return undefined;
  const last = rests.filter((rest) => rest.until >= from && rest.from <= dueBy).at(-1);
  return last && { from: last.from, until: last.until, reason: last.reason };
}

function replaced(fixed: FixedDuty, { dueBy, tier, limit, leftOut, provisional }: JudgedAgain): Partial<FixedDuty> {
  return { dueBy, tier: tier ?? fixed.tier, limit: limit ?? fixed.limit, leftOut, provisional };
}
