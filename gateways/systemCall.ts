import type { z } from 'zod';

/** The other system does not answer, or not now. What was asked may be done or not: it is asked again. */
export class SystemAway extends Error {
  override readonly name = 'SystemAway';
}

/** The other system answers in another form than was agreed. */
export class AnswerNotUnderstood extends Error {
  override readonly name = 'AnswerNotUnderstood';
}

/** Where a system is and by what key it knows us. */
export interface SystemAddress {
  readonly url: string;
  readonly key?: string | undefined;
  readonly timeoutMs?: number;
}

export interface SystemCall {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Below the system's address; parts that come from data are encoded by `pathOf`. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const usualTimeoutMs = 5_000;
const longestAnswer = 5_000_000;

/** `pathOf('crimes', reference, 'log')`: each part encoded, so that a reference can hold a slash. */
export function pathOf(...parts: readonly string[]): string {
  return parts.map((part) => `/${encodeURIComponent(part)}`).join('');
}

/**
 * Asks another system by JSON over HTTP and follows no redirect. Answers with any status below 500 but 408, 425 and 429;
 * throws SystemAway for those, for time-outs and for connections that fail. Errors name neither path nor content.
 */
export async function callSystem(
  { url, key, timeoutMs = usualTimeoutMs }: SystemAddress,
  { method, path, body, headers = {} }: SystemCall
): Promise<{ readonly status: number; readonly answer: unknown }> {
  let status: number;
  let text: string;
  try {
    const response = await fetch(url.replace(/\/$/, '') + path, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    status = response.status;
    text = await response.text();
  } catch {
    throw new SystemAway('It does not answer');
  }
  if (status >= 500 || status === 408 || status === 425 || status === 429) throw new SystemAway(`It answers ${status}`);
  if (text.length > longestAnswer) throw new AnswerNotUnderstood('The answer is too long');
  return { status, answer: parsed(text) };
}

/** What was agreed, or AnswerNotUnderstood. */
export function understood<Shape extends z.ZodType>(shape: Shape, answer: unknown): z.output<Shape> {
  const { success, data } = shape.safeParse(answer);
  if (!success) throw new AnswerNotUnderstood('The answer is not as agreed');
  return data;
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
