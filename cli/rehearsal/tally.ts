import type { Duty } from '../../domain/code/duty';
import { createHash, type Hash } from 'node:crypto';
import { obligationById, editionOf } from '../../domain/code/editions';
import { standings, standingOf, type Standing } from '../../domain/code/standing';
import { londonDay, type Instant } from '../../domain/time/londonTime';

/** How many duties arose, how many of them have a last instant, and how they stand. */
export type Standings = Record<Standing | 'arisen' | 'withDueDate' | 'provisional', number>;

export interface RightInMonth extends Standings {
  /** `right 6`, or the scheme of what rests on none of the twelve rights. */
  readonly of: string;
  /** The month in London in which the clock started. */
  readonly month: string;
}

/** Counts duties by edition, by obligation, and by right and month; and takes the fingerprint of all of them in turn. */
export class Tally {
  readonly all = none();
  readonly rungs: Record<string, number> = {};
  private readonly editions = new Map<string, Standings>();
  private readonly obligations = new Map<string, Standings>();
  private readonly rights = new Map<string, RightInMonth>();
  private readonly hash: Hash = createHash('sha256');

  add(caseId: string, duty: Duty, until: Instant): Standing {
    const { id, obligation, edition, from, dueBy, provisional, settled } = duty;
    const standing = standingOf(duty, until);
    const of = rightOf(obligation);
    const month = londonDay(from).slice(0, 7);
    for (const counts of [
      this.all,
      found(this.editions, edition, none),
      found(this.obligations, obligation, none),
      found(this.rights, `${of} ${month}`, () => ({ of, month, ...none() })),
    ]) {
      counts.arisen += 1;
      counts[standing] += 1;
      if (dueBy !== undefined) counts.withDueDate += 1;
      if (provisional) counts.provisional += 1;
    }
    this.hash.update(`${caseId} ${id} ${edition} ${from} ${dueBy ?? ''} ${settled?.at ?? ''} ${standing}\n`);
    return standing;
  }

  byEdition(): Readonly<Record<string, Standings>> {
    return sorted(this.editions);
  }

  byObligation(): Readonly<Record<string, Standings>> {
    return sorted(this.obligations);
  }

  byRightAndMonth(): readonly RightInMonth[] {
    return [...this.rights.values()].sort(
      (one, other) => one.of.localeCompare(other.of, 'en', { numeric: true }) || (one.month < other.month ? -1 : 1)
    );
  }

  /** The same where the same duties arose, with the same due dates and the same ends, in the same order. Ask once. */
  fingerprint(): string {
    return this.hash.digest('hex').slice(0, 16);
  }
}

function none(): Standings {
  const counts = Object.fromEntries(standings.map((standing) => [standing, 0])) as Record<Standing, number>;
  return { arisen: 0, withDueDate: 0, provisional: 0, ...counts };
}

function rightOf(obligation: string): string {
  const { right } = obligationById(obligation);
  return right === undefined ? editionOf(obligation).scheme : `right ${right}`;
}

function found<Counts>(all: Map<string, Counts>, key: string, start: () => Counts): Counts {
  let counts = all.get(key);
  if (!counts) all.set(key, (counts = start()));
  return counts;
}

function sorted(all: ReadonlyMap<string, Standings>): Record<string, Standings> {
  return Object.fromEntries([...all].sort(([one], [other]) => (one < other ? -1 : 1)));
}
