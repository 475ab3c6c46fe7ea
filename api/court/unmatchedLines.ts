import { z } from 'zod';
import { courtCaseIdOf } from '../../commands/court/courtCaseCalls';
import { decideLine } from '../../commands/court/decideLine';
import type { Engine } from '../../commands/engine';
import type { CourtMatch } from '../../database/court/courtMatches';
import { normalisedUrn } from '../../domain/court/urn';
import { messagePath } from '../corporate/waitingMessages';
import { instantText, pageOf } from '../http/answerShapes';
import { cursorOf, paging } from '../http/cursor';
import { endpoint, type Asked, type Endpoint } from '../http/endpoint';
import { notFound, Problem } from '../http/errors';
import type { CourtCasesInScope } from './courtCasesInScope';

const text = z.string();
const lineShape = z
  .object({
    matchId: text,
    receivedAt: instantText,
    publishedAt: instantText,
    court: text,
    on: text.optional(),
    caseNumber: text.optional(),
    names: z.array(text).meta({ description: 'Of the defendants, as the court gives them; masked ones are left out.' }),
    candidates: z.array(text).meta({ description: 'Prosecutions of yours in which somebody bears one of the names.' }),
  })
  .meta({ id: 'UnmatchedCourtLine' });

const decisionBody = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('thisProsecution'), urn: z.string().max(30) }),
    z.strictObject({ decision: z.literal('noneOfOurs') }),
  ])
  .meta({ id: 'CourtLineDecision' });
const decidedShape = z.object({ matchId: text, decision: text }).meta({ id: 'CourtLineDecided' });
const matchPath = z.object({ matchId: messagePath.shape.messageId });

/** Lines of lists that are likely of a prosecution of ours: a person says whether they are. */
export function unmatchedLines(engine: Engine, inScope: CourtCasesInScope): Endpoint[] {
  const { courtMatches, courtCases } = engine.database;

  async function seenAmong(asked: Asked<unknown>, urns: readonly string[]): Promise<string[]> {
    const views = await Promise.all(urns.map((urn) => courtCases.findCourtCase(courtCaseIdOf(engine, urn))));
    const seen = await inScope.among(
      asked,
      views.flatMap((view) => view ?? [])
    );
    return seen.map(({ view }) => view.urn);
  }

  return [
    endpoint({
      method: 'get',
      path: '/court-messages/unmatched',
      summary: 'Lines of court lists that may be of a prosecution of yours, longest waiting first',
      query: z.strictObject({ ...paging }),
      answers: { 200: { description: 'Those of prosecutions that you may see.', schema: pageOf(lineShape) } },
      async handle(asked) {
        const { items, next } = await courtMatches.listWaiting(asked.caller.force, asked.query);
        const shown = await Promise.all(
          items.map(async (match) => ({ match, candidates: await seenAmong(asked, match.candidates) }))
        );
        const theirs = shown.filter(({ candidates }) => candidates.length > 0);
        const lines = theirs.map(({ match, candidates }) => shownLine(match, candidates));
        return { status: 200, body: { items: lines, ...(next ? { next: cursorOf(next) } : {}) } };
      },
    }),
    endpoint({
      method: 'post',
      path: '/court-messages/unmatched/{matchId}/decision',
      summary: 'Say which prosecution a line of a list is of, or that it is none of yours',
      params: matchPath,
      body: decisionBody,
      answers: { 200: { description: 'It holds for later lists too.', schema: decidedShape } },
      async handle(asked) {
        const match = await courtMatches.find(asked.params.matchId);
        const isTheirs = match?.force === asked.caller.force && (await seenAmong(asked, match.candidates)).length > 0;
        if (!match || !isTheirs) throw notFound();
        const { body, caller, now } = asked;
        const decided = { by: caller.id, at: now };
        let urn: string | undefined;
        if (body.decision === 'thisProsecution') {
          urn = normalisedUrn(body.urn);
          if (urn === undefined || (await seenAmong(asked, [urn])).length === 0) throw notFound();
        }
        if (!(await decideLine(engine, match, urn, decided))) {
          throw new Problem('matchDecided', 'Somebody has decided about this line already.');
        }
        return { status: 200, body: { matchId: match.matchId, decision: body.decision } };
      },
    }),
  ];
}

function shownLine({ matchId, receivedAt, publishedAt, line }: CourtMatch, candidates: readonly string[]) {
  const { court, on, caseNumber, names } = line;
  return {
    ...{ matchId, receivedAt, publishedAt, court },
    ...(on ? { on } : {}),
    ...(caseNumber ? { caseNumber } : {}),
    names,
    candidates,
  };
}
