import { WorkflowUpdateFailedError, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import type { CaseCommand } from '../database/cases/commands';
import { DatabaseAway } from '../database/store/connection';
import type { CommandAnswer } from '../domain/careRecord';
import { refusalCodes, type RefusalCode } from '../domain/refusal';
import {
  assignTask,
  completeTask,
  recordEvent,
  victimCaseId,
  victimCaseType,
  type CaseStart,
  type UpdateAnswer,
} from '../workflows/messages';
import type { Outcome } from './commandAnswer';
import type { Engine } from './engine';
import { askTemporal, CaseMissing, TemporalAway } from './temporalFailures';

const wakingMs = 5_000;
const askAgainMs = 100;

/**
 * Sends a stored command to its case and waits until lists show what came of it. The command's id is the update id, so
 * that sending it again gives the first answer. A case that has ended is woken from its record. Throws TemporalAway,
 * CaseBusy or DatabaseAway where the outcome is not known yet.
 */
export async function sendCommand(engine: Engine, command: CaseCommand): Promise<Outcome> {
  const deadline = Date.now() + engine.callTimeoutMs;
  return engine.client.withDeadline(deadline, () =>
    askTemporal(async () => {
      const outcome = await sentUntilAwake(engine, command);
      if ('refused' in outcome) return outcome;
      const { visible, ...answer } = outcome.answer;
      if (!visible) await mustShow(engine, answer);
      return { answer };
    })
  );
}

type Sent = { readonly answer: UpdateAnswer } | Extract<Outcome, { refused: unknown }> | 'ended';

async function sentUntilAwake(engine: Engine, command: CaseCommand): Promise<Exclude<Sent, 'ended'>> {
  const handle = engine.client.workflow.getHandle(victimCaseId(command.caseId));
  const until = Date.now() + Math.min(wakingMs, engine.callTimeoutMs);
  for (;;) {
    const sent = await send(handle, command);
    if (sent === 'ended') await wake(engine, command.caseId);
    else if (!('refused' in sent) || sent.refused.code !== 'caseWaking') return sent;
    if (Date.now() > until) throw new TemporalAway('The case is still being read back');
    if (sent !== 'ended') await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
}

async function send(handle: WorkflowHandle, command: CaseCommand): Promise<Sent> {
  try {
    return { answer: await update(handle, command) };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'ended';
    const failure = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (!(failure instanceof ApplicationFailure)) throw error;
    // The case ended while it was about to answer: what it did is in the record, and its next run knows the command.
    if (failure.type === 'AcceptedUpdateCompletedWorkflow') return 'ended';
    if (!isRefusalCode(failure.type)) throw error;
    return { refused: { code: failure.type, because: failure.message } };
  }
}

async function update(handle: WorkflowHandle, command: CaseCommand): Promise<UpdateAnswer> {
  const updateId = command.commandId;
  switch (command.verb) {
    case 'completeTask':
      return handle.executeUpdate(completeTask, { args: [command.payload], updateId });
    case 'assignTask':
      return handle.executeUpdate(assignTask, { args: [command.payload], updateId });
    case 'recordEvent':
      return handle.executeUpdate(recordEvent, { args: [command.payload], updateId });
  }
}

/** Starts a run that reads the ended case back. Several senders at once start one. */
async function wake({ client, database, taskQueue, settings, ...engine }: Engine, caseId: string): Promise<void> {
  if (!(await database.caseRecords.hasEnded(caseId))) {
    // Stored but not started yet, or lost by the engine: a resumed run would find nothing to read.
    throw new CaseMissing('The case is neither running nor ended');
  }
  const start: CaseStart = { resume: caseId, settings };
  await client.workflow.start(victimCaseType, {
    workflowId: victimCaseId(caseId),
    taskQueue,
    args: [start],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowTaskTimeout: engine.workflowTaskTimeoutMs,
  });
}

/** MongoDB was slow when the case answered. By now lists may show the answer; else it is not given yet. */
async function mustShow({ database }: Engine, { caseId, version }: CommandAnswer): Promise<void> {
  const shown = await database.cases.findCase(caseId);
  if ((shown?.version ?? 0) < version) throw new DatabaseAway('The answer is not shown yet');
}

function isRefusalCode(type: string | undefined | null): type is RefusalCode {
  return refusalCodes.some((code) => code === type);
}
