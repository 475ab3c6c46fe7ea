import type { Joining } from '../database/people/personJoins';
import { routesChanged } from '../database/people/routesChanged';
import type { NewFact } from '../domain/fact';
import type { Instant } from '../domain/time/londonTime';
import { casesToTell } from './casesToTell';
import type { Engine } from './engine';
import { wakeMessages } from './queueItem';
import { tellCase } from './tellCase';
import { tellDeath } from './tellDeath';

const mostCases = 200;

/** A case that no list shows yet. */
interface StartedCase {
  readonly caseId: string;
  readonly personId: string;
}

/**
 * Tells the cases of two records that they were joined or parted and how the person can be reached now, and has what
 * is queued for them look again. A death that one of them knows of is a death in all. The same step tells once. Answers how many cases were told.
 */
export async function tellJoined(
  engine: Engine,
  kind: 'personJoined' | 'personParted',
  { personId, joinedPersonId, step }: Joining,
  { by, now, started }: { readonly by: string; readonly now: Instant; readonly started?: StartedCase }
): Promise<number> {
  await Promise.all([wakeMessages(engine, personId), wakeMessages(engine, joinedPersonId)]);
  const { persons } = engine.database;
  const listed = await casesToTell(engine.database, [personId, joinedPersonId]);
  const toTell: readonly StartedCase[] =
    started && !listed.some(({ caseId }) => caseId === started.caseId) ? [...listed, started] : listed;
  const told: NewFact = { kind, data: { personId, joinedPersonId }, source: 'team', happenedAt: now };
  for (const each of toTell) {
    const person = await persons.readPerson(each.personId);
    if (!person) continue;
    const origin = { origin: step, caseId: each.caseId, by };
    await tellCase(engine, { ...origin, fact: told });
    await tellCase(engine, { ...origin, fact: routesChanged(person, now) });
  }
  if (kind === 'personJoined') await tellKnownDeath(engine, personId);
  return toTell.length;
}

async function tellKnownDeath(engine: Engine, personId: string): Promise<void> {
  const known = await engine.database.cases.casesOfPersons([personId], mostCases);
  const death = known.find(({ stage }) => stage === 'victimDied');
  if (death?.endedAt !== undefined) {
    await tellDeath(engine, { caseId: death.caseId, personId, happenedAt: death.endedAt });
  }
}
