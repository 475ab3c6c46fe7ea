import { matchIdOf } from '../database/people/personMatches';
import { instant } from '../domain/time/londonTime';
import type { Engine } from './engine';
import { tellJoined } from './tellJoined';

/** By whom a join is that nobody was asked about. */
const itself = 'exact-match';

interface Started {
  readonly personId: string;
  readonly caseId: string;
  readonly visibleTo?: readonly string[] | undefined;
}

/**
 * Joins the person of a case that has just started with the one other record that is of them beyond doubt. Whatever asks
 * for a decision stays in the queue: a case that is kept from somebody, one whose victim died, one that is not listed
 * yet, and two records that somebody once told apart. Twice joins once.
 */
export async function joinExactMatch(engine: Engine, { personId, caseId, visibleTo }: Started): Promise<void> {
  if (visibleTo !== undefined) return;
  const { persons, personMatches, cases } = engine.database;
  for (const otherId of await candidates(engine, personId)) {
    const [ones, others] = await Promise.all([persons.idsOf(personId), persons.idsOf(otherId)]);
    const decided = await personMatches.matchesBetween(ones, others);
    if (decided.some(({ state }) => state === 'rejected' || state === 'parted')) continue;
    const ids = (await persons.caseIdsOf([personId, otherId])).filter((each) => each !== caseId);
    const known = await cases.findCases(ids);
    const isOpenToAll = known.every(
      (each) => each.visibleTo === undefined && !each.barred?.length && each.stage !== 'victimDied'
    );
    if (known.length < ids.length || !isOpenToAll) continue;

    const now = instant(Date.now());
    const joining = await persons.join(personId, otherId, itself, now, 'itself');
    if (!joining) continue;
    await tellJoined(engine, 'personJoined', joining, { by: itself, now, started: { personId, caseId } });
    const decision = { state: 'joined', because: 'exactMatch', by: itself, at: now } as const;
    const settled = [...decided.map(({ matchId }) => matchId), matchIdOf([joining.personId, joining.joinedPersonId])];
    for (const matchId of new Set(settled)) await personMatches.decide(matchId, ['waiting'], decision);
  }
}

/** The exact match; or those with whom a join was begun, and a crash came between. */
async function candidates({ database }: Engine, personId: string): Promise<string[]> {
  const { persons, personMatches } = database;
  const found = await persons.exactMatchOf(personId);
  if (found !== undefined) return [found];
  const others = (await persons.idsOf(personId)).filter((each) => each !== personId);
  const begun = await personMatches.matchesBetween([personId], others);
  return begun
    .filter(({ state, reasons }) => state === 'waiting' && reasons.includes('nameBirthAndContact'))
    .flatMap(({ personIds }) => personIds.filter((each) => each !== personId));
}
