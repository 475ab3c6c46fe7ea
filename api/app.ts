import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Engine } from '../commands/engine';
import type { Instant } from '../domain/time/londonTime';
import { partnerContract } from '../gateways/supportService/contract';
import { authenticate, type TrustedIssuer } from './access/authentication';
import { correlate } from './http/correlation';
import { documentation } from './http/documentation';
import { problems, unknownPath } from './http/errors';
import { errorsAsJsonApi } from './http/jsonApi';
import { health, type Part } from './http/health';
import { basePath } from './http/endpoint';
import { calendarFeed } from './diary/calendarFeed';
import { notifyReceipts } from './contact/notifyReceipts';
import { openApiDocument } from './http/openapi';
import { requestLog } from './http/requestLog';
import { resources } from './resources';
import { routes } from './http/routes';
import { translateFailure } from './http/failures';

export interface AppParts {
  readonly engine: Engine;
  readonly trusted: TrustedIssuer;
  readonly log: Logger;
  readonly clock: () => Instant;
  readonly parts: readonly Part[];
  readonly isStopping: () => boolean;
  /** What GOV.UK Notify shows when it tells what became of messages; without one it may tell nothing. */
  readonly notifyCallbackToken?: string | undefined;
}

/** The HTTP API over given stores and engine: middleware and routers in their order. */
export function createApp(app: AppParts): Express {
  const endpoints = resources(app.engine);
  return express()
    .disable('x-powered-by')
    .disable('etag')
    .set('query parser', 'simple')
    .use(correlate)
    .use(requestLog(app.log))
    .use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } }))
    .use(health(app.parts, app.isStopping))
    .use(documentation(openApiDocument(endpoints), partnerContract()))
    .use(notifyReceipts(app.engine, app.notifyCallbackToken, app.clock))
    .use(calendarFeed(app.engine, app.clock))
    .use(`${basePath}/incidents`, errorsAsJsonApi)
    .use(basePath, noStore, authenticate(app.trusted), routes(endpoints, app.clock))
    .use(unknownPath)
    .use(problems(translateFailure));
}

/** Answers hold personal data: no browser and no proxy keeps them. */
const noStore: express.RequestHandler = (_req, res, next) => {
  res.set('cache-control', 'no-store');
  next();
};
