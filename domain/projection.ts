import type { Duty, RungReached } from './code/duty';
import type { CareRecord, CaseOpening, Stage } from './careRecord';
import { careState, type CareState } from './careState';
import { ledger } from './code/ledger';
import type { ProposedGround } from './enhancedRights';
import type { Fact } from './fact';
import type { CalendarDay, Instant } from './londonTime';
import { hasNoSafeRoute } from './safeRoute';
import { stageOf } from './stage';
import type { ReferralState } from './support';
import type { Task } from './task';
import type { EnhancedRightsGround, Tier } from './vocabulary';

/** The scopes by which a caller may see something of a case. */
export interface Scopes {
  readonly investigatingForce: string;
  readonly homeForce: string;
  readonly owningTeam: string;
  readonly officerInCase?: string | undefined;
}

/** A case as lists show it. Everything that a list filters on comes from the workflow's record. */
export interface CaseSummary extends Scopes {
  readonly caseId: string;
  readonly version: number;
  readonly reportId: string;
  readonly personId: string;
  readonly role: CaseOpening['role'];
  readonly personKind: CaseOpening['personKind'];
  readonly offenceCategory: string;
  readonly circumstances: readonly string[];
  readonly crimeReferenceHash?: string | undefined;
  readonly operationHash?: string | undefined;
  readonly stage: Stage;
  readonly ended: boolean;
  readonly tier: Tier;
  readonly tierProvisional: boolean;
  /** Decided by a person; while the tier is provisional, proposed by the report. */
  readonly tierGrounds: readonly EnhancedRightsGround[];
  readonly proposedGrounds: readonly ProposedGround[];
  readonly occurredAt: Instant;
  readonly reportedAt: Instant;
  readonly receivedAt: Instant;
  readonly openedAt: Instant;
  readonly endedAt?: Instant | undefined;
  readonly leftUndone?: readonly { readonly taskId: string; readonly reason: string }[] | undefined;
  /** Whether somebody reached the victim, or established that nobody can; absent while neither has happened. */
  readonly firstContact?: FirstContactOutcome | undefined;
  /** No way of contact is known to be safe. */
  readonly noSafeRoute?: true | undefined;
  readonly stances: Readonly<Record<string, string>>;
  readonly suspects: readonly SuspectSummary[];
  readonly urns: readonly string[];
  readonly hearings: readonly HearingSummary[];
  readonly victimContract?: VictimContractSummary | undefined;
  readonly openTasks: number;
  readonly nextDueAt?: Instant | undefined;
  /** When the case looks again by itself; written with each step, so that a case that has fallen silent shows. */
  readonly nextLookAt?: Instant | undefined;
  readonly facts: number;
}

export type FirstContactOutcome = NonNullable<CareState['firstContact']>['outcome'];

export interface SuspectSummary {
  readonly suspectId: string;
  readonly status: string;
  readonly since: Instant;
  readonly ended: boolean;
  readonly rightToReview: boolean;
}

export interface HearingSummary {
  readonly hearingId: string;
  readonly hearing: string;
  readonly on: CalendarDay;
  readonly vacated: boolean;
}

export interface VictimContractSummary {
  readonly channel?: string | undefined;
  readonly everyDays: number;
  readonly agreedAt: Instant;
  readonly fact: number;
}

export type ProjectedTask = Task & Scopes & { readonly caseId: string; readonly tier: Tier };
export type ProjectedReferral = ReferralState & Scopes & { readonly caseId: string; readonly caseVersion: number };

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
    referrals: state.referrals.map((referral) => ({ ...referral, ...scopes, caseId, caseVersion: record.version })),
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

function scopesOf({ opening }: CareRecord, { owningTeam, officerInCase }: CareState): Scopes {
  const { investigatingForce, homeForce } = opening;
  return { investigatingForce, homeForce, owningTeam, ...(officerInCase === undefined ? {} : { officerInCase }) };
}

export function summaryOf(record: CareRecord, state: CareState = careState(record)): CaseSummary {
  const { opening } = record;
  const open = record.tasks.filter(({ closed }) => !closed);
  const nextDueAt = open.map(({ dueAt }) => dueAt).sort()[0];
  return {
    caseId: opening.caseId,
    version: record.version,
    reportId: opening.reportId,
    personId: opening.personId,
    role: opening.role,
    personKind: opening.personKind,
    ...scopesOf(record, state),
    offenceCategory: state.offence.category,
    circumstances: state.circumstances,
    crimeReferenceHash: opening.crimeReferenceHash,
    operationHash: opening.operationHash,
    stage: stageOf(record, state),
    ended: state.end !== undefined,
    tier: state.tier.tier,
    tierProvisional: state.tier.provisional,
    tierGrounds: state.tier.grounds,
    proposedGrounds: state.tier.proposed,
    occurredAt: opening.occurredAt,
    reportedAt: opening.reportedAt,
    receivedAt: opening.receivedAt,
    openedAt: opening.openedAt,
    endedAt: state.end?.at,
    leftUndone: state.end?.kind === 'closed' ? state.end.leftUndone : undefined,
    firstContact: state.firstContact?.outcome,
    noSafeRoute: hasNoSafeRoute(opening, state) || undefined,
    stances: Object.fromEntries(Object.entries(state.stances).map(([stance, { answer }]) => [stance, answer])),
    suspects: [...state.tracks.bySuspect.values()].map(({ suspectId, status, since, endedBy, rightToReview }) => ({
      suspectId,
      status,
      since: since === '' ? opening.receivedAt : since,
      ended: endedBy !== undefined,
      rightToReview,
    })),
    urns: [...state.urns],
    hearings: [...state.hearings].map(([hearingId, { hearing, on, vacated }]) => ({ hearingId, hearing, on, vacated })),
    victimContract: state.contract && {
      channel: state.contract.channel,
      everyDays: state.contract.everyDays ?? opening.standards.updateEveryDays,
      agreedAt: state.contract.at,
      fact: state.contract.seq,
    },
    openTasks: open.length,
    nextDueAt,
    facts: record.facts.length,
  };
}
