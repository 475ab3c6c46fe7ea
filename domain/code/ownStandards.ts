import type { Pause } from './duty';
import type { ForceStandards } from '../careRecord';
import type { Fact } from '../fact';
import { endOfLondonDay, type Instant } from '../time/londonTime';
import type { Tier } from '../vocabulary';
import type { Scheme } from './obligation';
import type { Limit } from './limit';
import { promises } from './promises';

/** A force's own promise or target for an obligation, as fixed for the case when it began; undefined where it has none. */
export function ownLimit(obligation: string, standards: ForceStandards, tier: Tier): Limit | undefined {
  return promises[obligation]?.limit(standards, tier) ?? standards.targets?.[obligation]?.[tier];
}

/** The Code knows no pause: only what the force itself has promised can rest. */
export function isPausable(scheme: Scheme, target: true | undefined): boolean {
  return scheme === 'forceStandards' || target === true;
}

/** The pause of the force's standards that an instant falls in. */
export function pauseAt(counted: readonly Fact[], at: Instant): Pause | undefined {
  return pauses(counted).find(({ from, until }) => from <= at && at <= until);
}

/** Every pause so far, in the order in which they began; one that was ended early ends then. */
export function pauses(counted: readonly Fact[]): Pause[] {
  const found: Pause[] = [];
  for (const fact of [...counted].sort((one, other) => (one.happenedAt < other.happenedAt ? -1 : 1))) {
    const last = found.at(-1);
    const isOn = last !== undefined && last.until >= fact.happenedAt;
    if (fact.kind === 'standardsPaused') {
      if (isOn) found.splice(-1, 1, { ...last, until: fact.happenedAt });
      found.push({
        seq: fact.seq,
        from: fact.happenedAt,
        until: endOfLondonDay(fact.data.untilOn),
        reason: fact.data.reason,
      });
    }
    if (fact.kind === 'standardsResumed' && isOn) found.splice(-1, 1, { ...last, until: fact.happenedAt });
  }
  return found.filter(({ from, until }) => from < until);
}
