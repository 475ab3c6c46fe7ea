import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { carryOutCommand, type Answered } from '../../commands/carryOutCommand';
import type { Engine } from '../../commands/engine';
import { CaseBusy, TemporalAway } from '../../commands/temporalFailures';
import type { NewCommand } from '../../database/cases/commands';
import { canonicalJson } from '../../database/encryption/searchHashes';
import type { CommandAnswer } from '../../domain/careRecord';
import type { AssignTask, CommandEnvelope, CompleteTask, RecordEvent } from '../../domain/command';
import type { NewFact } from '../../domain/fact';
import type { Refusal } from '../../domain/refusal';
import type { Answer, Asked } from './endpoint';
import { Problem } from './errors';
import { uuidOf } from '../../commands/uuidOf';
import { etag } from './preconditions';

interface Verbs {
  readonly completeTask: CompleteTask;
  readonly assignTask: AssignTask;
  readonly recordEvent: RecordEvent;
}

/** What a call asks of a case, beside who asks and under which id. */
export type CommandOrder<Verb extends keyof Verbs> = Omit<Verbs[Verb], keyof CommandEnvelope>;

export interface CommandCall<Verb extends keyof Verbs> {
  readonly verb: Verb;
  readonly status: 200 | 201;
  readonly about: { readonly caseId: string; readonly personId?: string | undefined };
  /** Free text: it is kept sealed before the command that names it is stored. */
  readonly note?: string | undefined;
  readonly order: (made: { readonly noteId: string | undefined }) => CommandOrder<Verb>;
  /** Throws where the request may not be carried out as things are; a request that was carried out is past it. */
  readonly precondition?: () => void;
  /** What the answer says beside the case's own. */
  readonly more?: (answer: CommandAnswer) => object;
}

/** The way of every command from HTTP to its case and back. */
export interface CommandCalls {
  carryOut<Verb extends keyof Verbs>(asked: Asked<unknown>, call: CommandCall<Verb>): Promise<Answer>;
  /** Tells a case a fact that follows from something else. While Temporal is away the fact waits, stored. */
  tell(asked: Asked<unknown>, commandId: string, caseId: string, fact: NewFact): Promise<void>;
}

const triesWhileBusy = 4;
const busyPauseMs = 150;

export function commandCalls(engine: Engine): CommandCalls {
  const { commands, notes, cases, hash } = engine.database;

  async function keepNote(asked: Asked<unknown>, { about, note }: CommandCall<keyof Verbs>, noteId: string) {
    if (note === undefined) return;
    const personId = about.personId ?? (await cases.findCase(about.caseId))?.personId;
    if (personId === undefined) throw new TemporalAway('The case is not written yet');
    const { caller, now } = asked;
    await notes.keepNote({ noteId, personId, caseId: about.caseId, text: note, by: caller.id, at: now });
  }

  async function send(command: NewCommand, now: string): Promise<Answered | 'keyReused'> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await carryOutCommand(engine, command, now);
      } catch (error) {
        if (!(error instanceof CaseBusy) || tries === triesWhileBusy) throw error;
        await sleep(busyPauseMs * tries * (0.5 + Math.random()));
      }
    }
  }

  return {
    async carryOut(asked, call) {
      const { caller, now, address, sent } = asked;
      const key = asked.key === undefined ? undefined : hash('idempotencyKey', `${caller.id} ${asked.key}`);
      const fingerprint = hash('commandContent', canonicalJson({ address, sent })) ?? '';
      // The same key makes the same id, so that a note that was kept before a crash is found again.
      const commandId = key === undefined ? randomUUID() : uuidOf(`command ${key}`);
      const noteId = call.note === undefined ? undefined : uuidOf(`note ${commandId}`);

      const mayDiffer = noteId !== undefined || call.precondition !== undefined;
      const known = mayDiffer && key !== undefined ? await commands.findByKey(key) : undefined;
      if (known && known.fingerprint !== fingerprint) throw keyReused();
      if (!known) {
        call.precondition?.();
        if (noteId !== undefined) await keepNote(asked, call as unknown as CommandCall<keyof Verbs>, noteId);
      }
      const payload = { commandId, by: caller.id, ...call.order({ noteId }) };
      const { verb, status: successStatus, about } = call;
      const command = {
        commandId,
        caseId: about.caseId,
        verb,
        payload,
        caller: caller.id,
        fingerprint,
        successStatus,
        ...(key === undefined ? {} : { key }),
      } as unknown as NewCommand;
      const answered = await send(command, now);
      if (answered === 'keyReused') throw keyReused();
      return httpAnswer(answered, call.more);
    },

    async tell({ caller, now }, commandId, caseId, fact) {
      const payload = { commandId, by: caller.id, fact };
      const fingerprint = hash('commandContent', canonicalJson({ caseId, kind: fact.kind, data: fact.data })) ?? '';
      const told = { commandId, caseId, verb: 'recordEvent', payload, caller: caller.id } as const;
      try {
        await send({ ...told, fingerprint, successStatus: 201 }, now);
      } catch (error) {
        if (!(error instanceof TemporalAway || error instanceof CaseBusy)) throw error;
      }
    },
  };
}

function keyReused(): Problem {
  return new Problem('idempotencyKeyReused', 'This Idempotency-Key stood for another request.');
}

function httpAnswer({ answer, replayed }: Answered, more: CommandCall<keyof Verbs>['more']): Answer {
  const headers = replayed ? { 'idempotency-replayed': 'true' } : {};
  if (answer.status >= 400) {
    const { code, because } = answer.body as Refusal;
    throw new Problem(code, because, { headers });
  }
  const body = answer.body as CommandAnswer;
  return {
    status: answer.status,
    body: more ? { ...body, ...more(body) } : body,
    headers: { ...headers, ...(body.task ? etag(body.task.version) : {}) },
  };
}
