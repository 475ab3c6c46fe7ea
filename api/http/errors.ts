import { isHttpError } from 'http-errors';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { STATUS_CODES } from 'node:http';
import { refusalStatuses } from '../../commands/refusalStatuses';
import type { RefusalCode } from '../../domain/refusal';
import { correlationIdOf } from './correlation';
import { sendJsonApiErrors } from './jsonApi';

/** Every code that a problem of this API can carry, with its status. Callers may rely on both; sentences may change. */
export const problemStatuses = {
  badRequest: 400,
  malformedJson: 400,
  invalidQuery: 400,
  notAuthenticated: 401,
  notAllowed: 403,
  notFound: 404,
  noSuchQuestion: 404,
  methodNotAllowed: 405,
  reportDiffers: 409,
  notSafeToContact: 409,
  notParked: 409,
  identityChecksUsedUp: 409,
  messageDiffers: 409,
  messageHandled: 409,
  matchDecided: 409,
  preconditionFailed: 412,
  personChanged: 412,
  bodyTooLarge: 413,
  unsupportedMediaType: 415,
  invalidBody: 422,
  serviceUnknown: 422,
  serviceClosed: 422,
  idempotencyKeyReused: 422,
  preconditionRequired: 428,
  tooManyRequests: 429,
  internal: 500,
  temporalAway: 503,
  databaseAway: 503,
  identityProviderAway: 503,
  caseBusy: 503,
  ...refusalStatuses,
} as const satisfies Record<RefusalCode, number> & Record<string, number>;

export type ProblemCode = keyof typeof problemStatuses;

/** One thing that is wrong with a request: where it stands in the body (JSON Pointer), or which parameter it is. */
export type Fault = { readonly message: string } & ({ readonly pointer: string } | { readonly parameter: string });

interface ProblemParts {
  readonly errors?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the problem, such as the id of what is there already. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** Ends a request with an RFC 9457 problem. The detail reaches the caller: it names no person and quotes no input. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly parts: ProblemParts = {}
  ) {
    super(code);
  }

  get status(): number {
    return problemStatuses[this.code];
  }
}

/** Always the same, so that a case out of the caller's scope looks like one that does not exist. */
export function notFound(): Problem {
  return new Problem('notFound', 'There is no such thing here, or none that you may see.');
}

/** Nothing is half-done: the same request with the same Idempotency-Key finishes what this one began. */
export function away(code: 'temporalAway' | 'databaseAway' | 'caseBusy' | 'identityProviderAway'): Problem {
  const seconds = code === 'caseBusy' ? '1' : '5';
  return new Problem(code, awaySentences[code], { headers: { 'retry-after': seconds } });
}

const awaySentences = {
  temporalAway: 'The workflow engine does not answer. Send the request again, with the same Idempotency-Key.',
  databaseAway: 'The database does not answer. Send the request again, with the same Idempotency-Key.',
  identityProviderAway: 'The keys of the identity provider cannot be read at the moment. Send the request again.',
  caseBusy: 'Too many changes to this case are under way. Send the request again, with the same Idempotency-Key.',
} as const;

export type AwayCode = keyof typeof awaySentences;

/** Writes a problem. `instance` is the path alone: a query string may hold what must not be repeated. */
export function sendProblem(res: Response, problem: Problem): void {
  const { code, status, detail, parts } = problem;
  const { errors, headers = {}, members = {} } = parts;
  res.locals.problem = code;
  res.status(status).set(headers);
  if (res.locals.errorsAs === 'jsonApi') {
    sendJsonApiErrors(res, problem);
    return;
  }
  res.type('application/problem+json');
  res.send(
    JSON.stringify({
      type: `urn:victim-case-service:problem:${code}`,
      title: STATUS_CODES[status],
      status,
      detail,
      instance: res.req.originalUrl.split('?', 1)[0],
      code,
      correlationId: correlationIdOf(res),
      ...(errors ? { errors } : {}),
      ...members,
    })
  );
}

export const unknownPath: RequestHandler = () => {
  throw notFound();
};

/** The last middleware: whatever was thrown becomes a problem. `translate` knows the errors of database and engine. */
export function problems(translate: (error: unknown) => Problem | undefined): ErrorRequestHandler {
  // Express tells an error handler by its four parameters.
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const problem = error instanceof Problem ? error : (translate(error) ?? ofHttpError(error));
    if (!problem) res.locals.failure = describeFailure(error);
    sendProblem(res, problem ?? new Problem('internal', 'Something went wrong here. It was logged.'));
  };
}

/** What body parser and router throw: bad JSON, too much of it, a charset or an escape that nobody can read. */
function ofHttpError(error: unknown): Problem | undefined {
  const status = isHttpError(error) || error instanceof URIError ? ((error as { status?: number }).status ?? 400) : 500;
  if (status === 413) return new Problem('bodyTooLarge', 'The body is larger than this takes.');
  if (status === 415) return new Problem('unsupportedMediaType', 'Send JSON in UTF-8, not compressed.');
  if (status >= 500) return undefined;
  const isJson = (error as { type?: string }).type === 'entity.parse.failed';
  return isJson
    ? new Problem('malformedJson', 'The body is not JSON.')
    : new Problem('badRequest', 'The request cannot be read.');
}

/** An error for the log: its name and the way to it, never its message, which may quote what somebody sent. */
function describeFailure(error: unknown): { name: string; stack: string } {
  if (!(error instanceof Error)) return { name: typeof error, stack: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, stack: frames.slice(0, 12).join('\n') };
}
