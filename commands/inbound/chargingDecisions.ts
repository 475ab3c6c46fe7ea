import type { InboundMessage } from '../../database/corporate/inboundMessage';
import { canonicalJson } from '../../database/encryption/searchHashes';
import { factsOf } from '../../database/cases/factsOf';
import { effectiveFacts, eventsReviewed } from '../../domain/effectiveFacts';
import type { Fact, FactKind } from '../../domain/fact';
import { inOrderOfHappening } from '../../domain/happening';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import { addHours, instant } from '../../domain/time/londonTime';
import type { ProsecutionMessage } from '../../gateways/prosecution/prosecutionContract';
import type { Engine } from '../engine';
import type { Outcome } from './inboundWay';
import { tell, type Told } from './prosecutionTelling';

type ChargingDecision = Extract<ProsecutionMessage, { kind: 'chargingDecision' }>;

const clocksDifferByHours = 5 / 60;

/** What begins a suspect's way, or decides it: the last of these says whether a decision is known already. */
const decides: ReadonlySet<FactKind> = new Set<FactKind>([
  'suspectCharged',
  'investigationReopened',
  'noFurtherAction',
  'prosecutionStopped',
  'chargeAltered',
]);

/**
 * Every linked case in which this suspect stands hears of it, victims and witnesses alike. A decision that a case knows is
 * not told again because its letter follows, or because the court was quicker to say that the case was stopped.
 */
export async function chargingDecision(
  engine: Engine,
  message: InboundMessage,
  told: ChargingDecision,
  linked: readonly CaseSummary[]
): Promise<Outcome> {
  const { suspectId, decision, rightToReview, letterSentAt, reason } = told;
  // Its days count from the letter: one that nobody can have had begins none.
  if (letterSentAt !== undefined && letterSentAt > addHours(instant(Date.now()), clocksDifferByHours)) {
    const faults = [{ pointer: '/letterSentAt', message: 'It lies in the future' }];
    return { state: 'parked', because: { code: 'timesDoNotFit', faults } };
  }
  const concerned = linked.filter(({ suspects }) => suspects.some((each) => each.suspectId === suspectId));
  if (concerned.length === 0) {
    const faults = [{ pointer: '/suspectId', message: 'No linked case has this suspect' }];
    return { state: 'parked', because: { code: 'unknownReference', faults } };
  }
  const suspects = [suspectId];
  const decided = factOf(told);
  for (const about of concerned) {
    const facts = await factsOf(engine.database.timeline, about.caseId);
    const inOrder = inOrderOfHappening(effectiveFacts(facts, eventsReviewed(facts)));
    if (!isKnown(decided, told, inOrder)) await tell(engine, message, about, decided, { suspects, words: reason });
    if (letterSentAt === undefined) continue;
    const letter = { kind: 'prosecutionLetterSent', data: { decision, rightToReview } } as const;
    await tell(engine, message, about, letter, { suspects, happenedAt: letterSentAt });
  }
  return { state: 'taken' };
}

function factOf({ decision, change = 'replaced', stopped = 'discontinued', rightToReview }: ChargingDecision): Told {
  switch (decision) {
    case 'notCharged':
      return { kind: 'noFurtherAction', data: { decidedBy: 'prosecution', reason: 'notStated', rightToReview } };
    case 'stopped':
      return { kind: 'prosecutionStopped', data: { reason: stopped } };
    case 'altered':
      return { kind: 'chargeAltered', data: { change, rightToReview } };
  }
}

/** A charge may be altered twice in the same way: the second is the letter of the first only where that had none. */
function isKnown(
  decided: Told,
  { suspectId, letterSentAt, stopped }: ChargingDecision,
  inOrder: readonly Fact[]
): boolean {
  const theirs = inOrder.filter(({ suspects }) => suspects?.includes(suspectId));
  const last = theirs.findLast(({ kind }) => decides.has(kind));
  if (last?.kind !== decided.kind) return false;
  if (decided.kind === 'prosecutionStopped' && stopped === undefined) return true;
  if (canonicalJson(last.data) !== canonicalJson(decided.data)) return false;
  if (decided.kind !== 'chargeAltered') return true;
  const hasLetter = theirs.some(({ kind, seq }) => kind === 'prosecutionLetterSent' && seq > last.seq);
  return letterSentAt !== undefined && !hasLetter;
}
