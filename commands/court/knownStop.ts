import { factsOf } from '../../database/cases/factsOf';
import { effectiveFacts, eventsReviewed } from '../../domain/effectiveFacts';
import type { Telling } from '../../domain/court/tellings';
import type { Fact, FactKind } from '../../domain/fact';
import { inOrderOfHappening } from '../../domain/happening';
import type { Engine } from '../engine';

/** What begins a suspect's way, or ends it without a verdict. */
const decides: ReadonlySet<FactKind> = new Set<FactKind>([
  'suspectCharged',
  'investigationReopened',
  'prosecutionStopped',
]);

/**
 * Whether the prosecution was quicker than the court to say that it stopped, for the same reason: one stop is told once,
 * whoever says it. The court's word on another reason is news.
 */
export async function isKnownStop({ database }: Engine, { caseId, fact }: Telling): Promise<boolean> {
  if (fact.kind !== 'prosecutionStopped' || fact.suspects === undefined) return false;
  const facts = await factsOf(database.timeline, caseId);
  const inOrder = inOrderOfHappening(effectiveFacts(facts, eventsReviewed(facts)));
  return fact.suspects.every((suspectId) => {
    const last = inOrder.findLast(({ kind, suspects }) => decides.has(kind) && suspects?.includes(suspectId));
    return last?.kind === 'prosecutionStopped' && sameReason(last as Fact<'prosecutionStopped'>, fact.data);
  });
}

function sameReason({ source, data }: Fact<'prosecutionStopped'>, { reason }: Fact<'prosecutionStopped'>['data']) {
  return source === 'prosecution' && data.reason === reason;
}
