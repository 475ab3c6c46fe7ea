import { z } from 'zod';
import type { Timeline } from '../../database/cases/caseEvents';
import type { Notes } from '../../database/cases/notes';
import type { Page } from '../../database/store/pages';
import type { Fact, FactKind } from '../../domain/fact';
import { factShape } from './shownFact';
import { pageOf } from '../http/answerShapes';
import type { CasesInScope } from '../access/casesInScope';
import { cursorOf, paging } from '../http/cursor';
import { endpoint, type Endpoint } from '../http/endpoint';
import { casePath } from '../http/values';

export interface TimelineStores {
  readonly timeline: Timeline;
  readonly notes: Notes;
}

const timelineQuery = z.strictObject(paging);

/** Everything on a case's record, with the free texts. */
export function timeline(stores: TimelineStores, cases: CasesInScope): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/timeline',
      summary: 'The facts of a case, newest first, notes in clear',
      params: casePath,
      query: timelineQuery,
      answers: { 200: { description: 'A page of facts.', schema: pageOf(factShape) } },
      async handle(asked) {
        const { caseId } = await cases.find(asked, asked.params.caseId);
        const { cursor, limit } = asked.query;
        const page = await stores.timeline.timeline(caseId, { cursor: positionOf(cursor), limit });
        return { status: 200, body: await withNotes(page, stores.notes) };
      },
    }),
  ];
}

const factsReadAtOnce = 200;

/** A page of the facts of some kinds: the timeline is read until the page is full or the case has no more. */
export async function factsOfKinds(
  { timeline, notes }: TimelineStores,
  caseId: string,
  kinds: ReadonlySet<FactKind>,
  { cursor, limit }: { cursor?: string | undefined; limit: number }
) {
  const items: Fact[] = [];
  let position = positionOf(cursor);
  for (;;) {
    const page = await timeline.timeline(caseId, { cursor: position, limit: factsReadAtOnce });
    for (const fact of page.items) {
      if (!kinds.has(fact.kind)) continue;
      if (items.length === limit) return withNotes({ items, next: String(items.at(-1)?.seq) }, notes);
      items.push(fact);
    }
    if (page.next === undefined) return withNotes({ items }, notes);
    position = positionOf(page.next);
  }
}

/** Every fact of a case in the order of recording, without the notes. */
export async function allFacts(timeline: Timeline, caseId: string): Promise<Fact[]> {
  const newestFirst: Fact[] = [];
  for (let cursor: number | undefined; ;) {
    const page = await timeline.timeline(caseId, { cursor, limit: factsReadAtOnce });
    newestFirst.push(...page.items);
    cursor = positionOf(page.next);
    if (cursor === undefined) return newestFirst.reverse();
  }
}

/** A made-up cursor shows the newest page. */
function positionOf(cursor: string | undefined): number | undefined {
  return cursor !== undefined && /^\d{1,9}$/.test(cursor) ? Number(cursor) : undefined;
}

async function withNotes({ items, next }: Page<Fact>, notes: Notes) {
  const noteIds = items.flatMap(({ noteId }) => noteId ?? []);
  const texts = await notes.readNotes(noteIds);
  const shown = items.map(({ noteId, commandId: _commandId, wordsHash: _wordsHash, ...fact }) => {
    const note = noteId === undefined ? undefined : texts.get(noteId)?.text;
    return note === undefined ? fact : { ...fact, note };
  });
  return { items: shown, ...(next === undefined ? {} : { next: cursorOf(next) }) };
}
