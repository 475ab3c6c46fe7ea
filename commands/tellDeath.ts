import type { Instant } from '../domain/time/londonTime';
import { casesToTell } from './casesToTell';
import type { Engine } from './engine';
import { service } from './settleItem';
import { tellCase } from './tellCase';

/** Where a death became known. */
export interface KnownDeath {
  readonly caseId: string;
  readonly personId: string;
  readonly happenedAt: Instant;
}

/**
 * Tells the other cases of a person who died, also under records that were joined with theirs: all of them stop, and what
 * support services were told is taken back. The same death tells each case once.
 */
export async function tellDeath(engine: Engine, { caseId, personId, happenedAt }: KnownDeath): Promise<void> {
  const toTell = (await casesToTell(engine.database, [personId])).filter((each) => each.caseId !== caseId);
  const fact = { kind: 'victimDied', data: { knownFromAnotherCase: true }, source: 'team', happenedAt } as const;
  const origin = `death known in ${caseId} at ${happenedAt}`;
  await Promise.all(toTell.map((each) => tellCase(engine, { origin, caseId: each.caseId, by: service, fact })));
}
