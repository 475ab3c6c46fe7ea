import { factsOf } from '../../database/cases/factsOf';
import type { InboundMessage } from '../../database/corporate/inboundMessage';
import { tiesOf } from '../../domain/court/caseTies';
import type { NumberChange } from '../../gateways/courts/reading';
import type { Engine } from '../engine';
import type { Outcome } from '../inbound/inboundWay';
import { tellCase } from '../tellCase';
import { courtCaseIdOf } from './courtCaseCalls';

/**
 * Lets cases follow the number of their prosecution. Whoever belongs to a number that was joined to another belongs to that
 * one too. Which of the cases of a number that was split belong to which new one the message does not say of a victim: a
 * person ties them, and lets the message go.
 */
export async function followNumbers(
  engine: Engine,
  message: InboundMessage,
  { urn, joined, split }: NumberChange
): Promise<Outcome> {
  const followed = new Set<string>();
  for (const from of joined) {
    for (const caseId of await casesOf(engine, from)) {
      await belongsTo(engine, message, { caseId, from, urn });
      followed.add(caseId);
    }
  }
  const ours = await casesOf(engine, urn);
  const open: { pointer: string; message: string }[] = [];
  for (const [place, to] of split.entries()) {
    const tied = await casesOf(engine, to);
    if (ours.length === 0 || tied.some((caseId) => ours.includes(caseId))) continue;
    const said = `None of the ${ours.length} cases of the number that was split is tied to this one`;
    open.push({ pointer: `/CP10/SplitMergeInformation/Split/${place}/SplitCaseURN`, message: said });
  }
  if (open.length > 0) return { state: 'parked', because: { code: 'whichCasesFollow', faults: open.slice(0, 20) } };
  if (followed.size === 0 && ours.length === 0) return { state: 'saysNothing', because: { code: 'namesNoCaseOfOurs' } };
  return { state: 'taken', counts: { told: followed.size, notOurs: 0, likely: 0, waiting: 0 } };
}

async function casesOf({ database }: Engine, urn: string): Promise<string[]> {
  const view = await database.courtCases.findCourtCase(courtCaseIdOf({ database }, urn));
  return view?.linked.map(({ caseId }) => caseId) ?? [];
}

/** With the same suspects, unless a person has tied or untied the case already. */
async function belongsTo(
  engine: Engine,
  { messageId, occurredAt, receivedAt, by }: InboundMessage,
  { caseId, from, urn }: { readonly caseId: string; readonly from: string; readonly urn: string }
): Promise<void> {
  const [about] = await engine.database.cases.findCases([caseId]);
  if (!about) return;
  const ties = tiesOf(about, await factsOf(engine.database.timeline, caseId));
  if (ties.some((tie) => tie.urn === urn)) return;
  const suspects = ties.find((tie) => tie.urn === from)?.linked.suspects ?? [];
  const origin = `court message ${messageId} joins ${courtCaseIdOf(engine, from)}`;
  const when = { source: 'prosecution' as const, happenedAt: occurredAt, receivedAt };
  const fact = {
    kind: 'courtCaseLinked' as const,
    data: { urn },
    ...when,
    ...(suspects.length > 0 ? { suspects } : {}),
  };
  await tellCase(engine, { origin, caseId, by, fact });
}
