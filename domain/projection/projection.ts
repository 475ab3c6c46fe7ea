import type { CareRecord } from '../careRecord';
import { careState, type CareState } from '../careState';
import { scopesOf, summaryOf, type CaseSummary, type Scopes } from './caseSummary';
import type { Duty, RungReached } from '../code/duty';
import { ledger } from '../code/ledger';
import type { Fact } from '../fact';
import type { Instant } from '../time/londonTime';
import { sharedWith } from '../referrals/referralRules';
import type { ReferralState } from '../referrals/support';
import type { Task } from '../task';
import type { ReferralShare, Tier } from '../vocabulary';

export type ProjectedTask = Task & Scopes & { readonly caseId: string; readonly tier: Tier };
export type ProjectedReferral = ReferralState &
  Scopes & {
    readonly caseId: string;
    readonly caseVersion: number;
    /** What the support service may be told, as the victim has agreed by now. */
    readonly shared: readonly ReferralShare[];
  };

export type ProjectedDuty = Duty & Scopes & { readonly caseId: string; readonly caseVersion: number };
export type ProjectedRung = RungReached & Scopes & { readonly caseId: string; readonly dueBy?: Instant | undefined };

/** One combined write: what a step of the case changed, whole documents, each guarded by its version. */
export interface Projection {
  readonly summary: CaseSummary;
  readonly tasks: readonly ProjectedTask[];
  readonly facts: readonly Fact[];
  readonly referrals: readonly ProjectedReferral[];
  /** Duties that have arisen or changed. */
  readonly duties: readonly ProjectedDuty[];
  /** Rungs that have been reached, each once for ever. */
  readonly rungs: readonly ProjectedRung[];
  /** The whole record, when the case has ended: a reopening goes on from it. */
  readonly endedRecord?: CareRecord | undefined;
}

/** What MongoDB has acknowledged of a case. */
export interface Projected {
  readonly version: number;
  readonly facts: number;
  readonly taskVersions: Readonly<Record<string, number>>;
  /** How each duty was last shown, by its id. */
  readonly dutiesShown: Readonly<Record<string, string>>;
  readonly rungs: CareRecord['rungs'];
  /** The scopes and the tier that open tasks were last shown with. */
  readonly tasksSeenAs?: string | undefined;
}

/** Before the first write. */
export const nothingProjected: Projected = { version: 0, facts: 0, taskVersions: {}, dutiesShown: {}, rungs: {} };

/**
 * What has changed since MongoDB last acknowledged a projection. Every open task goes with a change of team, officer or
 * tier: lists show tasks by them.
 */
export function projectionOf(record: CareRecord, projected: Projected, nextLookAt?: Instant): Projection {
  const state = careState(record);
  const scopes = scopesOf(record, state);
  const { caseId } = record.opening;
  const summary = { ...summaryOf(record, state), nextLookAt };
  const tier = state.tier.tier;
  const allTasks = projected.tasksSeenAs !== seenAs(record, state);
  const duties = ledger(record, state);
  return {
    summary,
    tasks: record.tasks
      .filter(({ taskId, version }) => allTasks || projected.taskVersions[taskId] !== version)
      .map((task) => ({ ...task, ...scopes, caseId, tier })),
    facts: record.facts.slice(projected.facts),
    referrals: state.referrals.map((referral) => ({
      ...referral,
      ...scopes,
      caseId,
      caseVersion: record.version,
      shared: sharedWith(referral, state.consents.get(referral.supportService)?.share),
    })),
    duties: duties
      .filter((duty) => allTasks || projected.dutiesShown[duty.id] !== shownAs(duty))
      .map((duty) => ({ ...duty, ...scopes, caseId, caseVersion: record.version })),
    rungs: duties.flatMap(({ id, dueBy }) =>
      (record.rungs[id] ?? [])
        .slice(projected.rungs[id]?.length ?? 0)
        .map((reached) => ({ duty: id, ...reached, ...scopes, caseId, dueBy }))
    ),
    ...(state.end ? { endedRecord: withoutClosedTasks(record) } : {}),
  };
}

/** What MongoDB will have acknowledged once this record's projection is written. */
export function projectedBy(record: CareRecord): Projected {
  const taskVersions: Record<string, number> = {};
  for (const { taskId, version, closed } of record.tasks) if (!closed) taskVersions[taskId] = version;
  const state = careState(record);
  const dutiesShown = Object.fromEntries(ledger(record, state).map((duty) => [duty.id, shownAs(duty)]));
  const tasksSeenAs = seenAs(record, state);
  const { version, facts, rungs } = record;
  return { version, facts: facts.length, taskVersions, tasksSeenAs, dutiesShown, rungs };
}

/** What can change of a duty, in one string. */
function shownAs({ dueBy, earlier, provisional, settled, reason }: Duty): string {
  const { as, at, by } = settled ?? {};
  return [dueBy, earlier?.length, provisional, as, at, by, reason?.at, reason?.good].join();
}

function seenAs(record: CareRecord, state: CareState): string {
  return JSON.stringify([scopesOf(record, state), state.tier.tier]);
}

/** Closed tasks leave the record once they are projected: MongoDB keeps them. */
export function withoutClosedTasks(record: CareRecord, written: CareRecord = record): CareRecord {
  const gone = new Set(written.tasks.filter(({ closed }) => closed).map(({ taskId }) => taskId));
  return gone.size === 0 ? record : { ...record, tasks: record.tasks.filter(({ taskId }) => !gone.has(taskId)) };
}
