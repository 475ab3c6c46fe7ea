import { DatabaseAway } from '../../database/store/connection';
import type { InboundMessage, WhyWaiting } from '../../database/corporate/inboundMessage';
import type { Settled } from '../../database/corporate/inboundMessages';
import { instant } from '../../domain/time/londonTime';
import type { Engine } from '../engine';
import { CaseBusy, TemporalAway } from '../temporalFailures';
import type { Subject } from '../../database/corporate/inboundSubjects';
import type { InboundWay, Outcome } from './inboundWay';
import { peopleOf } from './peopleOf';
import { inboundWays } from './ways';

/** Another version of the same thing is being carried out at this moment: asked again shortly, it will be known which. */
export class SubjectBusy extends CaseBusy {}

/**
 * Carries a stored message out: contract, version, then what it asks for. What cannot be done parks with its reason and
 * blocks nothing. Throws TemporalAway, CaseBusy or DatabaseAway where it is to be tried again, which the sweep does.
 */
export async function takeIn(engine: Engine, message: InboundMessage): Promise<InboundMessage> {
  if (message.state !== 'received') return message;
  const outcome = await outcomeOf(engine, message).catch((error: unknown): Settled & Stirring => {
    if (isAway(error)) throw error;
    // The name alone: what a failure says may quote what somebody wrote.
    const name = error instanceof Error ? error.name : 'unknown';
    return { state: 'parked', because: { code: 'failedHere', faults: [{ pointer: '', message: name }] } };
  });
  const { inboundMessages } = engine.database;
  const { messageId } = message;
  const { letGo = [], ...settled } = outcome;
  // Stirred meanwhile by a message that made known what this one is about, it goes again.
  const stirred = message.source === 'court' ? (message.stirred ?? 0) : undefined;
  const to = { ...settled, decided: message.decided, stirred };
  const moved = await inboundMessages.settle(messageId, ['received'], to);
  for (const each of letGo) await takeInLater(engine, each);
  if (moved) return moved;
  const known = (await inboundMessages.find(messageId)) ?? message;
  return (known.stirred ?? 0) > (message.stirred ?? 0) ? takeIn(engine, known) : known;
}

/** Messages that another one lets go again: at once where that is possible, otherwise by the sweep. */
interface Stirring {
  readonly letGo?: readonly string[] | undefined;
}

async function takeInLater(engine: Engine, messageId: string): Promise<void> {
  const message = await engine.database.inboundMessages.find(messageId);
  if (!message) return;
  try {
    await takeIn(engine, message);
  } catch (error) {
    if (!isAway(error)) throw error;
  }
}

async function outcomeOf(engine: Engine, message: InboundMessage): Promise<Settled & Stirring> {
  const { inboundMessages } = engine.database;
  const way = inboundWays[message.source];
  if (!way.schemaVersions.includes(message.schemaVersion.split('.')[0] ?? '')) return parked('schemaVersionUnknown');
  const payload = await inboundMessages.readPayload(message.messageId);
  const { success, data, error } = way.contract.safeParse(payload);
  if (!success) return parked('notAsAgreed', faultsOf(error.issues));

  const subject = way.subject(data, message);
  const settled = await carriedOut(engine, way, message, data, subject);
  if ('counts' in settled) {
    const { stirred, ...counted } = settled;
    return { ...counted, letGo: stirred };
  }
  return { ...settled, personIds: await peopleOf(engine, { ...settled, subject }) };
}

async function carriedOut(
  engine: Engine,
  way: InboundWay<never>,
  message: InboundMessage,
  data: never,
  subject: Subject | undefined
): Promise<Outcome | Pick<Settled, 'state'>> {
  const { inboundSubjects } = engine.database;
  if (!subject) return way.carryOut(engine, message, data);
  const may = await inboundSubjects.begin(subject, message.messageId, instant(Date.now()));
  if (may === 'older') return { state: 'olderThanKnown' };
  if (may === 'busy') throw new SubjectBusy('Another version is being carried out');
  try {
    return await way.carryOut(engine, message, data);
  } finally {
    await inboundSubjects.end(subject, message.messageId);
  }
}

function parked(code: string, faults?: WhyWaiting['faults']): Settled {
  return { state: 'parked', because: { code, ...(faults ? { faults } : {}) } };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Where a payload is not as agreed. Nothing that was sent is quoted: a name that the sender chose is left out. */
function faultsOf(issues: readonly Issue[]): NonNullable<WhyWaiting['faults']> {
  return issues.slice(0, 20).map(({ path, message }) => ({
    pointer: path.map((part, at) => `/${path[at - 1] === 'relationships' ? '-' : String(part)}`).join(''),
    message: message.slice(0, 200),
  }));
}

function isAway(error: unknown): boolean {
  return error instanceof TemporalAway || error instanceof CaseBusy || error instanceof DatabaseAway;
}
