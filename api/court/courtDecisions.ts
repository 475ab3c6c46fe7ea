import { z } from 'zod';
import { tellCourtCase } from '../../commands/court/courtCaseCalls';
import type { Engine } from '../../commands/engine';
import { uuidOf } from '../../commands/uuidOf';
import type { FactData, FactKind } from '../../domain/fact';
import { commandAnswerShape } from '../http/answerShapes';
import type { CommandCalls } from '../http/commandCalls';
import { endpoint, type Answer, type Asked, type Endpoint } from '../http/endpoint';
import { Problem } from '../http/errors';
import { newFact } from '../facts/factContracts';
import { sideOf } from '../facts/side';
import { opaqueId, uuidValue } from '../http/values';
import { courtCasePath } from './courtCaseShape';
import type { CourtCasesInScope } from './courtCasesInScope';

const confirmation = z
  .strictObject({ hearingId: z.string().min(1).max(300), stands: z.boolean() })
  .meta({ id: 'HearingConfirmation' });
const matching = z
  .strictObject({ caseId: uuidValue, suspectId: opaqueId, defendantId: opaqueId })
  .meta({ id: 'DefendantMatching' });
const untying = z.strictObject({ caseId: uuidValue }).meta({ id: 'CaseUntying' });
const heardShape = z.object({ courtCaseId: z.string(), version: z.int() }).meta({ id: 'CourtCaseHeard' });
const recorded = {
  201: { description: 'On the record of the case, and the prosecution follows.', schema: commandAnswerShape },
};

/** What people decide of prosecutions where no message of a court says it. */
export function courtDecisions(engine: Engine, inScope: CourtCasesInScope, commands: CommandCalls): Endpoint[] {
  /** Records in one of the prosecution's cases what ties it; the case then tells the prosecution. */
  async function record<K extends FactKind>(
    asked: Asked<unknown, unknown, { caseId: string }>,
    about: SeenCase,
    kind: K,
    data: FactData[K]
  ): Promise<Answer> {
    const fact = newFact(kind, data, {}, { source: sideOf(asked), now: asked.now, noteId: undefined });
    return commands.carryOut(asked, { verb: 'recordEvent', status: 201, about, order: () => ({ fact }) });
  }

  async function found(asked: Asked<{ courtCaseId: string }, unknown, { caseId: string }>) {
    const { view, cases } = await inScope.find(asked, asked.params.courtCaseId);
    const about = cases.get(asked.body.caseId);
    if (!about) throw wrong('/caseId', 'This prosecution concerns no such case that you may see');
    return { view, about };
  }

  return [
    endpoint({
      method: 'post',
      path: '/court-cases/{courtCaseId}/hearing-confirmations',
      summary: 'Say whether a hearing stands that a later list of the court did not have',
      params: courtCasePath,
      body: confirmation,
      answers: { 200: { description: 'The prosecution has heard it, and tells its cases.', schema: heardShape } },
      async handle(asked) {
        const { courtCaseId } = asked.params;
        const { hearingId, stands } = asked.body;
        const { view } = await inScope.find(asked, courtCaseId);
        if (!view.hearings.some((each) => each.hearingId === hearingId)) {
          throw wrong('/hearingId', 'This prosecution has no such hearing');
        }
        const { now } = asked;
        const messageId = uuidOf(`hearing confirmed ${courtCaseId} ${hearingId} ${asked.caller.id} ${now}`);
        const said = { source: 'person', messageId, issuedAt: now, receivedAt: now } as const;
        const event = { kind: 'hearingConfirmed', data: { hearingId, stands }, ...said } as const;
        const { version } = await tellCourtCase(engine, view.urn, [event]);
        return { status: 200, body: { courtCaseId, version } };
      },
    }),
    endpoint({
      method: 'post',
      path: '/court-cases/{courtCaseId}/matchings',
      summary: 'Say which defendant a suspect of a case is',
      params: courtCasePath,
      body: matching,
      idempotent: true,
      answers: recorded,
      async handle(asked) {
        const { view, about } = await found(asked);
        const { suspectId, defendantId } = asked.body;
        if (!view.defendants.some((each) => each.defendantId === defendantId)) {
          throw wrong('/defendantId', 'This prosecution has no such defendant');
        }
        if (!about.suspects.some((each) => each.suspectId === suspectId)) {
          throw wrong('/suspectId', 'This case has no such suspect');
        }
        return record(asked, about, 'courtCaseLinked', { urn: view.urn, matched: [{ suspectId, defendantId }] });
      },
    }),
    endpoint({
      method: 'post',
      path: '/court-cases/{courtCaseId}/untyings',
      summary: 'Say that a case does not belong to this prosecution',
      description: 'It hears nothing more of it; what it has heard stays on its record.',
      params: courtCasePath,
      body: untying,
      idempotent: true,
      answers: recorded,
      async handle(asked) {
        const { view, about } = await found(asked);
        return record(asked, about, 'courtCaseUnlinked', { urn: view.urn });
      },
    }),
  ];
}

interface SeenCase {
  readonly caseId: string;
  readonly personId: string;
}

function wrong(pointer: string, message: string): Problem {
  return new Problem('invalidBody', 'The body is not as it should be.', { errors: [{ pointer, message }] });
}
