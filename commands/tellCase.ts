import { canonicalJson } from '../database/encryption/searchHashes';
import type { NewFact } from '../domain/fact';
import { instant } from '../domain/time/londonTime';
import { carryOutCommand } from './carryOutCommand';
import type { Engine } from './engine';
import { CaseBusy, TemporalAway } from './temporalFailures';
import { uuidOf } from './uuidOf';

/**
 * Tells a case a fact on behalf of the service itself. `origin` names what it comes from, in ids: the same origin tells
 * once. The command is stored before it is sent, so that the sweep tells what could not be told now. Throws DatabaseAway.
 */
export async function tellCase(
  engine: Engine,
  { origin, caseId, by, fact }: { readonly origin: string; caseId: string; readonly by: string; readonly fact: NewFact }
): Promise<void> {
  const commandId = uuidOf(`told ${origin} ${caseId} ${fact.kind}`);
  const { hash } = engine.database;
  const fingerprint = hash('commandContent', canonicalJson({ origin, caseId, kind: fact.kind })) ?? '';
  const command = {
    ...({ commandId, caseId, verb: 'recordEvent', payload: { commandId, by, fact } } as const),
    ...{ caller: by, fingerprint, successStatus: 201 },
  };
  try {
    await carryOutCommand(engine, command, instant(Date.now()));
  } catch (error) {
    if (!(error instanceof TemporalAway || error instanceof CaseBusy)) throw error;
  }
}
