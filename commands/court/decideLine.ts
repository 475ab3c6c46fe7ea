import type { CourtMatch, MatchState } from '../../database/court/courtMatches';
import type { Instant } from '../../domain/time/londonTime';
import type { Said } from '../../gateways/courts/reading';
import type { Engine } from '../engine';
import { tellCourtCase } from './courtCaseCalls';
import { heardIn } from './courtMessages';

/**
 * Carries out what a person said of a line: the prosecution hears it, and the court's number stands for it from then on.
 * Without a prosecution it is none of ours. False where somebody else decided before.
 */
export async function decideLine(
  engine: Engine,
  match: CourtMatch & { readonly state: MatchState },
  urn: string | undefined,
  decided: { readonly by: string; readonly at: Instant }
): Promise<boolean> {
  const { courtMatches, courtReferences } = engine.database;
  const { matchId, messageId, line } = match;
  if (match.state !== 'waiting') return false;
  if (urn === undefined) return courtMatches.decide(matchId, { state: 'noneOfOurs' }, decided);
  // Told first: a crash in between leaves the question, and telling twice does nothing twice.
  await tellCourtCase(engine, urn, heardIn(engine, match, line.events as Said[]));
  const numbers = line.makesKnown.filter((reference) => !reference.startsWith('name-'));
  await courtReferences.addReferences(
    numbers.map((reference) => ({ reference, urn })),
    messageId
  );
  return courtMatches.decide(matchId, { state: 'thisProsecution', urn }, decided);
}
