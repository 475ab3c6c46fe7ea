import type { Caller, Reply } from './caller';

export type CallKind =
  'report' | 'message' | 'amendment' | 'completion' | 'claim' | 'event' | 'correction' | 'ending' | 'reopening';

/** What an officer asked for, and what came of it. It stays unknown until somebody answers. */
export interface Call {
  readonly number: number;
  readonly kind: CallKind;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Sent with every try. A report goes without: its own reference tells it. */
  readonly key?: string | undefined;
  readonly caseId?: string | undefined;
  readonly taskId?: string | undefined;
  /** No other call has the same: by it a fact on the record is traced to its call. */
  readonly happenedAt?: string | undefined;
  tries: number;
  /** Who asked: keys are known by caller. */
  by?: Caller;
  answer?: Reply;
}

export type Order = Pick<Call, 'kind' | 'path' | 'caseId' | 'taskId'> & {
  readonly body?: Readonly<Record<string, unknown>>;
  /** Whether the call says when something happened. */
  readonly isDated?: boolean;
};

const minuteMs = 60_000;

/** Everything that was asked of the service in one run. */
export class Journal {
  readonly calls: Call[] = [];
  /** What no caller should ever see, in words. */
  readonly defects: string[] = [];
  private readonly firstAt = Date.now() - 30 * minuteMs;
  private waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  private acknowledgedCount = 0;

  constructor(readonly seed: number) {}

  invoke({ kind, path, caseId, taskId, body = {}, isDated = false }: Order): Call {
    const number = this.calls.length + 1;
    const happenedAt = isDated ? new Date(this.firstAt + number).toISOString() : undefined;
    const key = kind === 'report' ? undefined : `${this.seed}-${number}-${this.firstAt}`;
    const dated = happenedAt === undefined ? body : { ...body, happenedAt };
    const call: Call = { number, kind, path, body: dated, key, caseId, taskId, happenedAt, tries: 0 };
    this.calls.push(call);
    return call;
  }

  answered(call: Call, reply: Reply): void {
    call.answer = reply;
    if (isAcknowledged(call)) this.acknowledgedCount += 1;
    this.waiting = this.waiting.filter(({ count, resolve }) => {
      if (this.acknowledgedCount < count) return true;
      resolve();
      return false;
    });
  }

  /** Resolves when so many more calls have been acknowledged. */
  async acknowledgedAgain(more: number): Promise<void> {
    const count = this.acknowledgedCount + more;
    await new Promise<void>((resolve) => this.waiting.push({ count, resolve }));
  }

  acknowledged(...kinds: readonly CallKind[]): Call[] {
    return this.calls.filter((call) => isAcknowledged(call) && (kinds.length === 0 || kinds.includes(call.kind)));
  }

  refused(): Call[] {
    return this.calls.filter(({ answer }) => answer !== undefined && answer.status >= 400);
  }

  unanswered(): Call[] {
    return this.calls.filter(({ answer }) => answer === undefined);
  }
}

function isAcknowledged({ answer }: Call): boolean {
  return answer !== undefined && answer.status < 300;
}
