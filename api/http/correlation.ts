import type { WorkflowClientInterceptor } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import type { RequestHandler, Response } from 'express';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { correlationHeader } from '../../workflows/messages';

const current = new AsyncLocalStorage<string>();
const wellFormed = /^[A-Za-z0-9-]{8,64}$/;

/** Takes the caller's X-Correlation-Id, or makes one, and answers with it. An ill-formed one is replaced. */
export const correlate: RequestHandler = (req, res, next) => {
  const given = req.get('x-correlation-id');
  const id = given !== undefined && wellFormed.test(given) ? given : randomUUID();
  res.locals.correlationId = id;
  res.set('x-correlation-id', id);
  current.run(id, next);
};

export function correlationIdOf(res: Response): string {
  return String(res.locals.correlationId ?? '');
}

/** Gives every workflow start, update and query of an HTTP request its correlation id as a header. */
export const correlationInterceptor: WorkflowClientInterceptor = {
  startWithDetails: (input, next) => next({ ...input, headers: { ...input.headers, ...header() } }),
  startUpdate: (input, next) => next({ ...input, headers: { ...input.headers, ...header() } }),
  query: (input, next) => next({ ...input, headers: { ...input.headers, ...header() } }),
};

function header() {
  const id = current.getStore();
  return id === undefined ? {} : { [correlationHeader]: defaultPayloadConverter.toPayload(id) };
}
