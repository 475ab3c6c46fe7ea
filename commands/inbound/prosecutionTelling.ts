import { canonicalJson } from '../../database/encryption/searchHashes';
import type { InboundMessage } from '../../database/corporate/inboundMessage';
import type { Fact, FactKind, NewFact } from '../../domain/fact';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { Engine } from '../engine';
import { tellCase } from '../tellCase';

export type Told = { readonly [K in FactKind]: { readonly kind: K; readonly data: Fact<K>['data'] } }[FactKind];

interface More {
  readonly suspects?: readonly string[];
  readonly words?: string | undefined;
  readonly happenedAt?: string;
}

/** Tells a case one fact of a message; the same fact of the same message once, however often it is mended. */
export async function tell(
  engine: Engine,
  { messageId, occurredAt, receivedAt, by }: InboundMessage,
  { caseId, personId }: CaseSummary,
  told: Told,
  { suspects, words, happenedAt = occurredAt }: More = {}
): Promise<void> {
  const { hash, notes } = engine.database;
  const origin = `prosecution ${messageId} ${hash('commandContent', canonicalJson({ ...told, suspects: suspects ?? [] }))}`;
  const noteId = words === undefined ? undefined : `note:${origin}:${caseId}`;
  if (noteId !== undefined && words !== undefined) {
    await notes.keepNote({ noteId, personId, caseId, text: words, by, at: receivedAt });
  }
  const fact = {
    ...told,
    source: 'prosecution',
    happenedAt,
    receivedAt: receivedAt < happenedAt ? happenedAt : receivedAt,
    ...(suspects === undefined ? {} : { suspects }),
    ...(noteId === undefined ? {} : { noteId }),
  } as NewFact;
  await tellCase(engine, { origin, caseId, by, fact });
}
