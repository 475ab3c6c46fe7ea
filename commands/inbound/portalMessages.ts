import type { NewCommand } from '../../database/cases/commands';
import type { InboundMessage } from '../../database/corporate/inboundMessage';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { NewFact } from '../../domain/fact';
import { mayBeDanger } from '../../domain/contact/urgentWords';
import { instant } from '../../domain/time/londonTime';
import { portalMessage, type PortalMessage } from '../../gateways/trackMyCrime/portalMessage';
import { carryOutCommand } from '../carryOutCommand';
import type { Engine } from '../engine';
import { CaseBusy, TemporalAway } from '../temporalFailures';
import type { InboundWay, Outcome } from './inboundWay';

/** What a victim wrote in TrackMyCrime: a fact of their case, with the words in its note. */
export const portalMessages: InboundWay<PortalMessage> = {
  schemaVersions: ['1'],
  contract: portalMessage,
  subject: () => undefined,
  async carryOut(engine, message, { crimeReference, text }): Promise<Outcome> {
    const found = await candidates(engine, message, crimeReference);
    const [only, ...others] = found;
    if (!only) return { state: 'parked', because: { code: 'unknownReference', faults: [noSuchCrime] } };
    if (others.length > 0) return { state: 'parked', because: { code: 'severalCases' } };
    return write(engine, message, only, text);
  },
};

const noSuchCrime = { pointer: '/crimeReference', message: 'No case of this force has this reference' };

/** The open cases of victims of the crime; where none is open, those that have ended. A person who looked decides. */
async function candidates(engine: Engine, message: InboundMessage, crimeReference: string): Promise<CaseSummary[]> {
  const { cases, crimeReports } = engine.database;
  const ids =
    message.caseId === undefined ? await crimeReports.casesByCrimeReference(crimeReference) : [message.caseId];
  const found = (await cases.findCases(ids)).filter(
    ({ investigatingForce, homeForce, role }) =>
      (investigatingForce === message.force || homeForce === message.force) && role !== 'witness'
  );
  const open = found.filter(({ ended }) => !ended);
  return open.length > 0 ? open : found;
}

async function write(engine: Engine, message: InboundMessage, about: CaseSummary, text: string): Promise<Outcome> {
  const { messageId, occurredAt, receivedAt, by } = message;
  const { caseId, personId } = about;
  const { notes, hash } = engine.database;
  const commandId = `inbound:${messageId}`;
  const noteId = `note:${commandId}`;
  await notes.keepNote({ noteId, personId, caseId, text, by, at: receivedAt });
  const fact: NewFact = {
    kind: 'victimWrote',
    data: { portal: 'trackMyCrime', messageId, ...(mayBeDanger(text) ? { mayBeDanger: true } : {}) },
    source: 'trackMyCrime',
    happenedAt: occurredAt,
    receivedAt,
    noteId,
  };
  const fingerprint = hash('commandContent', commandId) ?? '';
  const payload = { commandId, by, fact };
  const command: NewCommand = {
    commandId,
    caseId,
    verb: 'recordEvent',
    payload,
    caller: by,
    fingerprint,
    successStatus: 201,
  };
  try {
    const answered = await carryOutCommand(engine, command, instant(Date.now()));
    if (answered === 'keyReused') throw new RangeError('A command of an inbound message stands for that message alone');
    if (answered.answer.status >= 400) return { state: 'parked', because: { code: 'caseRefused' } };
  } catch (error) {
    // The command is stored: the sweep sends it until the case has it.
    if (!(error instanceof TemporalAway || error instanceof CaseBusy)) throw error;
  }
  return { state: 'taken', caseId };
}
