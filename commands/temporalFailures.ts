import { isGrpcServiceError, ServiceError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';

/** Temporal, or every worker, does not answer. What was asked may be done or not; the same id asks again safely. */
export class TemporalAway extends Error {
  override readonly name: string = 'TemporalAway';
}

/** A case is neither running nor ended: its start is still to come, or the engine has lost it. Operators are told. */
export class CaseMissing extends TemporalAway {
  override readonly name = 'CaseMissing';
}

/** Too many commands for one case are under way. */
export class CaseBusy extends Error {
  override readonly name = 'CaseBusy';
}

/** Temporal refuses for good what was asked: a defect of ours. The name carries gRPC's code, since messages are not logged. */
export class TemporalRefused extends Error {
  constructor(code: number, options: ErrorOptions) {
    super('Temporal refuses this', options);
    this.name = `TemporalRefused${code}`;
  }
}

/**
 * Codes of gRPC; the client library does not export their names. A failed precondition (9) is not among those for good: so a
 * server tells of a workflow task that was lost before the update was taken, and the same id asks again safely.
 */
const resourceExhausted = 8;
const refusedForGood = new Set([3, 5, 6, 7, 12, 16]);

/** Runs calls to Temporal within the time given, and throws TemporalAway or CaseBusy where they cannot succeed now. */
export async function askTemporal<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    throw translated(error);
  }
}

function translated(error: unknown): unknown {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) {
    return new TemporalAway('No answer in time', { cause: error });
  }
  const failure = error instanceof ServiceError ? error.cause : error;
  if (!isGrpcServiceError(failure)) {
    return error instanceof ServiceError ? new TemporalAway('Temporal cannot be reached', { cause: error }) : error;
  }
  const code: number = failure.code;
  if (code === resourceExhausted) return new CaseBusy('Too much at once for this case', { cause: error });
  // What Temporal refuses for good is a defect of ours: it must be seen as one.
  if (refusedForGood.has(code)) return new TemporalRefused(code, { cause: error });
  return new TemporalAway('Temporal does not answer', { cause: error });
}
