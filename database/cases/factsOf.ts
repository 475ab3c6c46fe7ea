import type { Fact } from '../../domain/fact';
import type { Timeline } from './caseEvents';

const atOnce = 500;

/** All facts of a case, in the order of recording. */
export async function factsOf(timeline: Timeline, caseId: string): Promise<Fact[]> {
  const newestFirst: Fact[] = [];
  for (let cursor: number | undefined; ;) {
    const page = await timeline.timeline(caseId, { cursor, limit: atOnce });
    newestFirst.push(...page.items);
    if (page.next === undefined) return newestFirst.reverse();
    cursor = Number(page.next);
  }
}
