import { z } from 'zod';
import type { FactData } from '../../domain/fact';
import type { Role } from '../../domain/vocabulary';
import { commandAnswerShape } from '../http/answerShapes';
import type { CasesInScope } from '../access/casesInScope';
import type { CommandCalls } from '../http/commandCalls';
import { endpoint, type Answer, type Asked, type Endpoint } from '../http/endpoint';
import { Problem } from '../http/errors';
import { eventBody, newFact, type EventBody } from '../facts/factContracts';
import { sideOf } from '../facts/side';
import type { ReferralChecks } from '../referrals/referralChecks';
import { mustBePast } from '../http/mustBePast';
import { eventRecorders, type RecordableKind } from '../access/eventRecorders';
import { casePath } from '../http/values';
import { isDanger } from '../../domain/tracks/caseEnd';

/** A wrong date would have them wait for a supervisor while things go on being sent: the caller puts it right at once. */
const stopsAtOnce: ReadonlySet<string> = new Set(['victimDied', 'consentWithdrawn', 'consentRefused', 'stanceChanged']);

const correctionPath = casePath.extend({ seq: z.coerce.number<string>().int().min(1).max(1_000_000) });
const recorded = { 201: { description: 'On the record, and shown by every list.', schema: commandAnswerShape } };

/** Facts and decisions: whatever happens in a case that is not the outcome of a task. */
export function events(cases: CasesInScope, commands: CommandCalls, checks: ReferralChecks): Endpoint[] {
  /** Ends the request where a case would go up in one that is not there, not seen by the caller, or itself. */
  async function mustBeAnotherCase(asked: Asked<{ caseId: string }, unknown, EventBody>): Promise<void> {
    const { intoCaseId } = asked.body.data as FactData['merged'];
    const isThere = intoCaseId !== asked.params.caseId && (await cases.find(asked, intoCaseId).catch(unlessNotFound));
    if (isThere) return;
    const errors = [{ pointer: '/data/intoCaseId', message: 'There is no such other case' }];
    throw new Problem('invalidBody', 'The body is not as it should be.', { errors });
  }

  async function record(asked: Asked<{ caseId: string }, unknown, EventBody>, corrects?: number): Promise<Answer> {
    const { kind, note, happenedAt } = asked.body;
    mayRecord(asked, kind);
    const about = await cases.find(asked, asked.params.caseId);
    if (corrects === undefined && about.ended && about.stage !== 'closed' && isDanger(kind)) {
      throw new Problem(
        'caseEnded',
        'Nobody would be asked in a case that has ended. Act on it now by other means, and record it in a case that goes on.'
      );
    }
    if (stopsAtOnce.has(kind)) {
      mustBePast('/happenedAt', happenedAt, asked.now);
      if (asked.body.receivedAt !== undefined) mustBePast('/receivedAt', asked.body.receivedAt, asked.now);
    }
    if (kind === 'merged') await mustBeAnotherCase(asked);
    const { data, precondition } = await checks.check(about.caseId, kind, asked.body.data, {
      at: happenedAt,
      pointer: '/data',
    });
    return commands.carryOut(asked, {
      verb: 'recordEvent',
      status: 201,
      about,
      note,
      ...(precondition ? { precondition } : {}),
      order: ({ noteId }) => ({
        fact: newFact(kind, data, asked.body, { source: sideOf(asked), now: asked.now, noteId }),
        ...(corrects === undefined ? {} : { corrects }),
      }),
    });
  }

  return [
    endpoint({
      method: 'post',
      path: '/cases/{caseId}/events',
      summary: 'Record a fact or a decision; it is never refused for the stage of the case',
      params: casePath,
      body: eventBody,
      idempotent: true,
      answers: recorded,
      handle: (asked) => record(asked),
    }),
    endpoint({
      method: 'post',
      path: '/cases/{caseId}/events/{seq}/corrections',
      summary: 'Put a right fact in place of a wrong one; the wrong one stays on the record',
      params: correctionPath,
      body: eventBody,
      idempotent: true,
      answers: recorded,
      handle: (asked) => record(asked, asked.params.seq),
    }),
  ];
}

function unlessNotFound(error: unknown): undefined {
  if (!(error instanceof Problem)) throw error;
}

function mayRecord({ roles }: Asked<unknown>, kind: string): void {
  const recorders: readonly Role[] = eventRecorders[kind as RecordableKind];
  if (!roles.some((role) => recorders.includes(role))) {
    throw new Problem('notAllowed', `None of your roles may record ${kind}.`);
  }
}
