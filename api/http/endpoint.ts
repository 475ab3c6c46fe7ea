import type { z } from 'zod';
import type { Instant } from '../../domain/time/londonTime';
import type { Role } from '../../domain/vocabulary';
import type { Caller } from '../access/authentication';

/** Where the resources lie. */
export const basePath = '/api/v1';

export type Method = 'get' | 'post' | 'put' | 'patch';

/** What a handler gets: everything in it has passed the contract and the table of permissions. */
export interface Asked<P = unknown, Q = unknown, B = unknown> {
  readonly caller: Caller;
  /** The caller's roles that open this route. */
  readonly roles: readonly Role[];
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The body as it was sent, for telling the same request from another one. */
  readonly sent: unknown;
  readonly now: Instant;
  /** The Idempotency-Key, where the caller sent one and the route takes one. */
  readonly key: string | undefined;
  /** Method and path as they were called. */
  readonly address: string;
  header(name: string): string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** The same as a table, sent in place of the body. */
  readonly csv?: string;
  /** The same as plain text, sent in place of the body. */
  readonly text?: string;
  /** The same as a page to print, sent in place of the body. */
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One route: its contract, from which the documentation is made too, and its handler. */
export interface Endpoint {
  readonly method: Method;
  /** Below /api/v1, with parameters in braces. */
  readonly path: string;
  readonly summary: string;
  /** What the summary is too short for. */
  readonly description?: string | undefined;
  readonly params?: z.ZodObject | undefined;
  readonly query?: z.ZodObject | undefined;
  readonly body?: z.ZodType | undefined;
  /** Whether the body is taken as the text that was sent, of any of these types and up to so many bytes. */
  readonly asText?: { readonly types: readonly string[]; readonly mostBytes: number } | undefined;
  /** Whether the body may be left out. */
  readonly bodyOptional?: boolean | undefined;
  readonly ifMatch?: 'optional' | 'required' | undefined;
  /** Whether the route takes an Idempotency-Key. */
  readonly idempotent?: boolean | undefined;
  readonly answers: Readonly<Record<number, { readonly description: string; readonly schema: z.ZodType }>>;
  readonly etag?: boolean | undefined;
  /** Whether it answers with CSV too, for whoever asks for that. */
  readonly csv?: boolean | undefined;
  /** Whether it answers with plain text too, for whoever asks for that. */
  readonly plainText?: boolean | undefined;
  /** Whether it answers with a page to print too, for whoever asks for that. */
  readonly html?: boolean | undefined;
  readonly handle: (asked: Asked<never, never, never>) => Promise<Answer>;
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;

type EndpointOf<P, Q, B> = Omit<Endpoint, 'params' | 'query' | 'body' | 'handle'> & {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly handle: (asked: Asked<Parsed<P>, Parsed<Q>, Parsed<B>>) => Promise<Answer>;
};

/** Gives the handler the types of its contract. */
export function endpoint<
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(definition: EndpointOf<P, Q, B>): Endpoint {
  return definition as unknown as Endpoint;
}

/** The name of a route in the table of permissions: `POST /tasks/{taskId}/claim`. */
export function routeOf({ method, path }: Pick<Endpoint, 'method' | 'path'>): string {
  return `${method.toUpperCase()} ${path}`;
}
