import type { Fact, FactKind } from '../../domain/fact';
import type { Timeline } from './caseEvents';

const atOnce = 100;

/** The fact of a kind that was recorded last and stands; a parked one waits for a person and is passed over. */
export async function newestFact<K extends FactKind>(
  timeline: Timeline,
  caseId: string,
  kind: K
): Promise<Fact<K> | undefined> {
  let cursor: number | undefined;
  for (;;) {
    const page = await timeline.timeline(caseId, { cursor, limit: atOnce });
    const found = page.items.find((fact) => fact.kind === kind && !fact.parked && fact.supersededBy === undefined);
    if (found) return found as Fact<K>;
    if (page.next === undefined) return undefined;
    cursor = Number(page.next);
  }
}
