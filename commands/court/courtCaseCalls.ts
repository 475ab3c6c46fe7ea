import { QueryNotRegisteredError } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import type { UpdateDefinition } from '@temporalio/common';
import type { CourtEvent } from '../../domain/court/courtEvent';
import type { LinkedCase } from '../../domain/court/courtRecord';
import type { CourtCaseView } from '../../domain/court/courtCaseView';
import { normalisedUrn } from '../../domain/court/urn';
import {
  courtCaseQuery,
  courtCaseType,
  courtCaseWorkflowId,
  hearFromCourt,
  linkCase,
  type CourtAnswer,
  type CourtCaseStart,
} from '../../workflows/messages';
import type { Engine } from '../engine';
import { askTemporal } from '../temporalFailures';
import { uuidOf } from '../uuidOf';

/** The id of a prosecution: nobody without the key can guess the number from it. Throws where it is no such number. */
export function courtCaseIdOf(engine: Pick<Engine, 'database'>, urn: string): string {
  const known = normalisedUrn(urn);
  const hashed = known === undefined ? undefined : engine.database.hash('urn', known);
  if (hashed === undefined) throw new RangeError('Not a Unique Reference Number');
  return uuidOf(`court case ${hashed}`);
}

/**
 * Lets a prosecution hear what courts said; its first word starts it. Twice does nothing twice. Throws TemporalAway or
 * CaseBusy where it is to be tried again.
 */
export async function tellCourtCase(engine: Engine, urn: string, events: readonly CourtEvent[]): Promise<CourtAnswer> {
  return send(engine, urn, hearFromCourt, events);
}

/** Ties a case to a prosecution, or unties it; an older word changes nothing. Throws as `tellCourtCase`. */
export async function tieCase(engine: Engine, urn: string, linked: LinkedCase): Promise<CourtAnswer> {
  return send(engine, urn, linkCase, linked);
}

/** The prosecution's own answer; undefined where it has ended, or is being read back. Throws TemporalAway. */
export async function askCourtCase(
  { client, callTimeoutMs }: Engine,
  courtCaseId: string
): Promise<CourtCaseView | undefined> {
  const handle = client.workflow.getHandle(courtCaseWorkflowId(courtCaseId));
  try {
    return await client.withDeadline(Date.now() + callTimeoutMs, () => askTemporal(() => handle.query(courtCaseQuery)));
  } catch (error) {
    if (error instanceof WorkflowNotFoundError || error instanceof QueryNotRegisteredError) return undefined;
    throw error;
  }
}

async function send<Input>(
  engine: Engine,
  urn: string,
  message: UpdateDefinition<CourtAnswer, [Input]>,
  input: Input
): Promise<CourtAnswer> {
  const { client, settings, taskQueue, callTimeoutMs, workflowTaskTimeoutMs } = engine;
  const courtCaseId = courtCaseIdOf(engine, urn);
  const workflowId = courtCaseWorkflowId(courtCaseId);
  const start: CourtCaseStart = {
    courtCaseId,
    urn: normalisedUrn(urn) ?? urn,
    historyEvents: settings.historyEvents,
  };
  return client.withDeadline(Date.now() + callTimeoutMs, () =>
    askTemporal(async () => {
      const update = () => client.workflow.getHandle(workflowId).executeUpdate(message, { args: [input] });
      try {
        return await update();
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
      await client.workflow.start(courtCaseType, {
        workflowId,
        taskQueue,
        args: [start],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowTaskTimeout: workflowTaskTimeoutMs,
      });
      return update();
    })
  );
}
