import type { UpdateDefinition } from '@temporalio/common';
import { ApplicationFailure, condition, setHandler } from '@temporalio/workflow';
import { handledCommandsKept, type CareRecord, type CommandAnswer } from '../domain/careRecord';
import { assign, complete, record, type CarriedOut } from '../domain/carryOut';
import { mayAssign, mayComplete, mayRecord } from '../domain/mayCarryOut';
import type { CommandEnvelope } from '../domain/command';
import { careState } from '../domain/careState';
import type { Instant } from '../domain/time/londonTime';
import { refuse, type Refusal } from '../domain/refusal';
import { stageOf } from '../domain/projection/stage';
import { takeStock } from '../domain/takeStock';
import { now, type AwakeCase } from './awakeCase';
import { assignTask, completeTask, recordEvent, type UpdateAnswer } from './messages';

interface Verb<C extends CommandEnvelope> {
  may(record: CareRecord, command: C): Refusal | undefined;
  carryOut(record: CareRecord, command: C, at: Instant): CarriedOut;
}

/** Everything a case accepts: the three verbs. The domain decides; a refused command leaves nothing in the history. */
export function openInbox(inbox: { awake?: AwakeCase }): void {
  listen(inbox, completeTask, { may: mayComplete, carryOut: complete });
  listen(inbox, assignTask, { may: mayAssign, carryOut: assign });
  listen(inbox, recordEvent, { may: mayRecord, carryOut: record });
}

function listen<C extends CommandEnvelope>(
  inbox: { awake?: AwakeCase },
  message: UpdateDefinition<UpdateAnswer, [C]>,
  verb: Verb<C>
): void {
  setHandler(
    message,
    async (command: C) => {
      const awake = awakened(inbox);
      const answer = answered(awake.record, command) ?? carryOut(awake, verb, command);
      await condition(() => awake.triedVersion >= answer.version);
      return { ...answer, visible: awake.projected.version >= answer.version };
    },
    {
      validator: (command: C) => {
        const { record } = awakened(inbox);
        if (!answered(record, command)) stopIf(verb.may(record, command));
      },
    }
  );
}

/** A command that an earlier run carried out gets its answer again: update ids are known to one run only. */
function answered({ handled }: CareRecord, { commandId }: CommandEnvelope): CommandAnswer | undefined {
  return handled.find((known) => known.commandId === commandId)?.answer;
}

function carryOut<C extends CommandEnvelope>(awake: AwakeCase, verb: Verb<C>, command: C): CommandAnswer {
  const at = now();
  // Several updates may reach one workflow task: what the validator saw can have changed since.
  stopIf(verb.may(awake.record, command));
  const done = verb.carryOut(awake.record, command, at);
  const { record } = takeStock(done.record, at);
  const before = awake.record.tasksOpened;
  const { caseId } = record.opening;
  const answer: CommandAnswer = {
    caseId,
    version: record.version,
    stage: stageOf(record, careState(record)),
    facts: done.facts,
    ...(done.task ? { task: { taskId: done.task.taskId, version: done.task.version } } : {}),
    opened: Array.from({ length: record.tasksOpened - before }, (_, index) => `${caseId}.${before + index + 1}`),
  };
  const handled = [...record.handled, { commandId: command.commandId, answer }].slice(-handledCommandsKept);
  awake.record = { ...record, handled };
  return answer;
}

function awakened(inbox: { awake?: AwakeCase }): AwakeCase {
  if (!inbox.awake) throw refusal(refuse('caseWaking', 'The case is being read back. Send the command again.'));
  return inbox.awake;
}

function stopIf(refused: Refusal | undefined): void {
  if (refused) throw refusal(refused);
}

function refusal({ code, because }: Refusal): ApplicationFailure {
  return ApplicationFailure.nonRetryable(because, code);
}
