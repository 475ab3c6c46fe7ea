import type { InboundMessage } from '../../database/corporate/inboundMessage';
import { mayBeSameCourt } from '../../domain/court/listLines';
import type { Instant } from '../../domain/time/londonTime';
import type { AboutProsecution, Said } from '../../gateways/courts/reading';
import type { Engine } from '../engine';
import { courtCaseIdOf } from './courtCaseCalls';
import type { Placed } from './placeProsecutions';

/** A line of a list without a number that we know, and the prosecutions of ours in which somebody bears its defendant's name. */
export interface LikelyLine {
  readonly about: AboutProsecution;
  readonly candidates: readonly string[];
}

/** Which of these lines may be of a prosecution of ours: the same name, and no other court in its hearings. */
export async function likelyLines(engine: Engine, lines: readonly AboutProsecution[]): Promise<LikelyLine[]> {
  const { courtReferences } = engine.database;
  const names = [...new Set(lines.flatMap(namesIn))];
  if (names.length === 0) return [];
  const known = await courtReferences.findReferences(names);
  const found = await Promise.all(
    lines.map(async (about) => {
      const urns = [...new Set(namesIn(about).flatMap((name) => known.get(name)?.urns ?? []))].sort();
      const candidates: string[] = [];
      for (const urn of urns) if (await mayBeHeardAt(engine, urn, about.line?.court)) candidates.push(urn);
      return { about, candidates };
    })
  );
  return found.filter(({ candidates }) => candidates.length > 0);
}

function namesIn({ makesKnown }: AboutProsecution): string[] {
  return makesKnown.flatMap(({ reference }) => (reference.startsWith('name-') ? [reference] : []));
}

async function mayBeHeardAt({ database }: Engine, urn: string, court: string | undefined): Promise<boolean> {
  const view = await database.courtCases.findCourtCase(courtCaseIdOf({ database }, urn));
  if (!view) return false;
  const courts = view.hearings.flatMap((hearing) => hearing.court ?? []);
  return courts.length === 0 || (court !== undefined && courts.some((each) => mayBeSameCourt(each, court)));
}

/** Asks a person about each line, once for all lists that have it; what was decided before holds. */
export async function askAbout(
  engine: Engine,
  { force, messageId, receivedAt }: InboundMessage,
  publishedAt: Instant,
  lines: readonly LikelyLine[]
): Promise<{ readonly asked: number; readonly decided: readonly Placed[] }> {
  const { courtMatches, hash } = engine.database;
  const decided: Placed[] = [];
  let asked = 0;
  for (const { about, candidates } of lines) {
    const { line, makesKnown, references = [] } = about;
    if (!line) continue;
    // The court's own number tells its case from another of the same name; without one, the names do.
    const same = line.caseNumber ?? namesIn(about).sort().join();
    const matchId = hash('courtMatch', `${force} ${line.court} ${same}`) ?? '';
    const events: readonly Said[] = about.events;
    const known = [...references, ...makesKnown.map(({ reference }) => reference)];
    const found = await courtMatches.ask({
      ...{ matchId, force, messageId, publishedAt, receivedAt, candidates },
      line: { ...line, events, makesKnown: known },
    });
    if (found.state === 'waiting') asked += 1;
    if (found.urn !== undefined) decided.push({ urn: found.urn, about, events });
  }
  return { asked, decided };
}
