import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller, Json } from './caller';
import type { Call, Journal } from './journal';
import { anEvent, outcomeOf } from './outcomes';
import { policeReport } from './policeReport';
import { SeededRandom } from './seededRandom';

/** A case that the officers know of, and what they have seen of it last. */
export interface KnownCase {
  readonly caseId: string;
  readonly reportId: string;
  /** Nobody reaches this victim, and nobody ends the case: the limit for first contact passes. */
  readonly contactDueAt?: number | undefined;
  version: number;
  hasEnded: boolean;
}

/** A correct share of endings: most cases are to run on. */
const shares = { report: 0.06, amendment: 0.04, claim: 0.12, event: 0.2, correction: 0.12, ending: 0.03 };

/** Officers who work on the same cases at once. The seed fixes what they choose, not who comes first. */
export class Officers {
  readonly cases: KnownCase[] = [];
  private isStopping = false;

  constructor(
    private readonly callers: readonly Caller[],
    readonly journal: Journal
  ) {}

  /** Reports crimes until so many cases run. */
  async begin(cases: number): Promise<void> {
    const random = new SeededRandom(this.journal.seed);
    while (this.cases.length < cases) {
      const isUnreached = this.cases.length < cases / 5;
      await Promise.all(this.callers.map((caller) => this.report(caller, random, isUnreached)));
    }
  }

  /** Resolves when they were told to stop and everything they asked for is answered; rejects where an answer never comes. */
  async work(): Promise<void> {
    await Promise.all(
      this.callers.map((caller, index) => this.workOn(caller, new SeededRandom(this.journal.seed + index + 1)))
    );
  }

  /** They take on nothing more. */
  stop(): void {
    this.isStopping = true;
  }

  private async workOn(caller: Caller, random: SeededRandom): Promise<void> {
    while (!this.isStopping) {
      const known = random.oneOf(this.cases);
      let left = random.fraction();
      const isNext = (share: number) => (left -= share) < 0;
      if (isNext(shares.report)) await this.report(caller, random, false);
      else if (isNext(shares.amendment)) await this.amend(caller, known);
      else if (isNext(shares.event)) await this.tell(caller, known, 'event', anEvent(random));
      else if (isNext(shares.correction)) await this.correct(caller, known, random);
      else if (isNext(shares.ending)) await this.endOrReopen(caller, known);
      else await this.doTask(caller, known, random, isNext(shares.claim));
    }
  }

  private async report(caller: Caller, random: SeededRandom, isUnreached: boolean): Promise<void> {
    const contactDueInMs = isUnreached ? 10_000 + random.below(25_000) : undefined;
    const reference = `KILL-${this.journal.seed}-${this.journal.calls.length + 1}`;
    const body = policeReport(random, { reference, contactDueInMs });
    const contactDueAt = isUnreached ? Date.parse(body.receivedAt) + 24 * 3_600_000 : undefined;
    const call = this.journal.invoke({ kind: 'report', path: '/crime-reports', body });
    const { status, body: filed } = await caller.insist(this.journal, call);
    if (status !== 202) return;
    for (const { caseId } of filed.cases) {
      this.cases.push({ caseId, reportId: filed.reportId, contactDueAt, version: 0, hasEnded: false });
    }
  }

  private async amend(caller: Caller, { caseId, reportId }: KnownCase): Promise<void> {
    const path = `/crime-reports/${reportId}/amendments`;
    const body = { reason: 'More became known', changes: { circumstances: ['repeatVictim'] } };
    await caller.insist(this.journal, this.journal.invoke({ kind: 'amendment', path, caseId, body }));
  }

  private async tell(caller: Caller, known: KnownCase, kind: Call['kind'], body: Record<string, unknown>) {
    const { caseId } = known;
    const path = `/cases/${caseId}/events`;
    await this.change(caller, known, this.journal.invoke({ kind, path, caseId, body, isDated: true }));
  }

  private async correct(caller: Caller, known: KnownCase, random: SeededRandom): Promise<void> {
    const { caseId } = known;
    const told = this.journal.acknowledged('event', 'completion').filter((call) => call.caseId === caseId);
    if (told.length === 0) return;
    const { kind, taskId, answer, body } = random.oneOf(told);
    const { happenedAt: _mark, ...again } = body;
    const path =
      kind === 'event' ? `/cases/${caseId}/events/${answer?.body.facts[0]}/corrections` : `/tasks/${taskId}/correction`;
    const call = this.journal.invoke({ kind: 'correction', path, caseId, taskId, body: again, isDated: true });
    await this.change(caller, known, call);
  }

  private async endOrReopen(caller: Caller, known: KnownCase): Promise<void> {
    const { caseId, hasEnded } = known;
    if (known.contactDueAt !== undefined) return;
    known.hasEnded = !hasEnded;
    if (!hasEnded) return this.tell(caller, known, 'ending', { kind: 'noCrime', data: { reason: 'notACrime' } });
    const order = { path: `/cases/${caseId}/reopening`, caseId, body: { reason: 'closedInError' }, isDated: true };
    await this.change(caller, known, this.journal.invoke({ kind: 'reopening', ...order }));
  }

  private async doTask(caller: Caller, known: KnownCase, random: SeededRandom, isClaim: boolean): Promise<void> {
    const { caseId, contactDueAt } = known;
    const listed = await caller.ask(`/tasks?caseId=${caseId}`);
    const tasks: Json[] = listed?.body.items ?? [];
    if (tasks.length === 0) return void (await sleep(20));
    const task = random.oneOf(tasks);
    const { taskId } = task;
    if (isClaim) {
      const call = this.journal.invoke({ kind: 'claim', path: `/tasks/${taskId}/claim`, caseId, taskId });
      return this.change(caller, known, call);
    }
    const outcome = outcomeOf(task, random);
    if (!outcome || (contactDueAt !== undefined && task.kind === 'makeFirstContact')) return;
    const order = { path: `/tasks/${taskId}/completion`, caseId, taskId, body: { outcome }, isDated: true };
    await this.change(caller, known, this.journal.invoke({ kind: 'completion', ...order }));
  }

  /** Has a call answered, and looks whether what is read next shows it. */
  private async change(caller: Caller, known: KnownCase, call: Call): Promise<void> {
    const reply = await caller.insist(this.journal, call);
    if (reply.status >= 300) return;
    const before = Math.max(known.version, reply.body.version);
    const seen = (await caller.ask(`/cases/${known.caseId}`))?.body.version;
    if (seen !== undefined && seen < before) this.blame(call, `shows version ${seen} after version ${before}`);
    known.version = Math.max(known.version, seen ?? 0);
    if (call.kind === 'completion') {
      const listed: Json[] = (await caller.ask(`/tasks?caseId=${known.caseId}`))?.body.items ?? [];
      if (listed.some(({ taskId }) => taskId === call.taskId)) this.blame(call, 'is still listed after its reply');
    }
  }

  private blame({ kind, number }: Call, what: string): void {
    this.journal.defects.push(`Call ${number} (${kind}) ${what}`);
  }
}
