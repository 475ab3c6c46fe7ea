import { nextAttempt, type NextAttempt } from '../contact/nextAttempt';
import { spacingOf } from '../contact/attemptRules';
import type { CareRecord, CaseOpening, Stage } from '../careRecord';
import { dayOfRecord, measureDetailsOf, type MeasureDetails } from './measureDetails';
import { careDetailsOf, type CareDetails } from './careDetails';
import { careState, type CareState } from '../careState';
import { recordingDays } from '../court/measures/recordingDays';
import { projectedAvailability, type ProjectedAvailability } from '../court/availability/projectedAvailability';
import { readinessOf, type Readiness } from '../court/witnesses/readiness';
import { projectedArrangements, type ProjectedArrangement } from '../court/witnesses/trialSummary';
import type { ProposedGround } from '../rights/enhancedRights';
import type { CalendarDay, Instant } from '../time/londonTime';
import { hasNoSafeRoute } from '../contact/safeRoute';
import { stageOf } from './stage';
import { roleOf } from '../task';
import type { EnhancedRightsGround, Role, Tier } from '../vocabulary';

/** The scopes by which a caller may see something of a case. */
export interface Scopes {
  readonly investigatingForce: string;
  readonly homeForce: string;
  readonly owningTeam: string;
  readonly officerInCase?: string | undefined;
  /** The force that was asked to take it, and has not acknowledged that: it sees what it is asked to take. */
  readonly offeredTo?: string | undefined;
  /** Callers who do not see it, whatever their scope. */
  readonly barred?: readonly string[] | undefined;
  /** Where it is restricted: the only callers who see it. */
  readonly visibleTo?: readonly string[] | undefined;
  /** Roles of which the case asks something, or that are its voice: they see it for as long. */
  readonly askedRoles?: readonly Role[] | undefined;
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
  /** What to do next to reach them; absent once somebody has. */
  readonly nextAttempt?: NextAttempt | undefined;
  /** Enhanced Rights, and nobody has assessed the risk. */
  readonly riskNotAssessed?: true | undefined;
  readonly stances: Readonly<Record<string, string>>;
  readonly suspects: readonly SuspectSummary[];
  readonly urns: readonly string[];
  readonly hearings: readonly HearingSummary[];
  /** Special measures for the trial ahead; absent where none was ever wanted. */
  readonly specialMeasures?: readonly MeasureDetails[] | undefined;
  /** Absent where nobody has asked yet. */
  readonly availability?: ProjectedAvailability | undefined;
  /** How ready the witness is for each hearing at which they are needed; absent where there is none. */
  readonly trials?: readonly Readiness[] | undefined;
  readonly arrangements?: readonly ProjectedArrangement[] | undefined;
  readonly victimContract?: VictimContractSummary | undefined;
  readonly careDetails?: CareDetails | undefined;
  /** The case in which the victim disclosed this crime. */
  readonly disclosedInCaseId?: string | undefined;
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
  readonly at?: Instant | undefined;
  readonly untilOn?: CalendarDay | undefined;
  readonly certainty?: string | undefined;
  readonly court?: string | undefined;
  /** The number of the last fact about it. */
  readonly fact?: number | undefined;
}

export interface VictimContractSummary {
  readonly channel?: string | undefined;
  readonly everyDays: number;
  readonly agreedAt: Instant;
  readonly fact: number;
}

const hearingFacts: ReadonlySet<string> = new Set(['hearingListed', 'hearingMoved', 'hearingVacated']);

/** Roles that see a case only for as long as it asks something of them. */
const onlyWhenAsked: ReadonlySet<Role> = new Set<Role>([
  'family-liaison-officer',
  'sexual-offence-officer',
  'domestic-abuse-officer',
  'safeguarding-officer',
  'emergency-queue',
  'duty-inspector',
]);

/** Who may see something of a case. */
export function scopesOf(record: CareRecord, state: CareState): Scopes {
  const { investigatingForce, homeForce } = record.opening;
  const { owningTeam, officerInCase, barred, visibleTo, transferAsked, end } = state;
  const asked = askedRoles(record, state);
  return {
    investigatingForce,
    homeForce,
    owningTeam,
    ...(officerInCase === undefined ? {} : { officerInCase }),
    ...(transferAsked && !end ? { offeredTo: transferAsked.force } : {}),
    ...(barred.size === 0 ? {} : { barred: [...barred].sort() }),
    ...(visibleTo === undefined ? {} : { visibleTo }),
    ...(asked.length === 0 ? {} : { askedRoles: asked }),
  };
}

/** Roles beside the team's own that are asked for something, or speak with the victim. */
function askedRoles(record: CareRecord, { voices, end }: CareState): Role[] {
  const speaking = end ? [] : Object.values(voices);
  const asked = [...record.tasks.filter(({ closed }) => !closed).map(roleOf), ...speaking];
  return [...new Set(asked)].filter((role) => onlyWhenAsked.has(role)).sort();
}

/** Who has ended, wants no contact or is a witness alone is not chased. */
function nextAttemptOf({ opening }: CareRecord, state: CareState): NextAttempt | undefined {
  if (state.end || opening.role === 'witness' || state.stances.wantsContact?.answer === 'no') return undefined;
  return nextAttempt(state.attempts, spacingOf(opening, state.tier.tier));
}

function isRiskUnknown({ opening }: CareRecord, { end, tier, risk }: CareState): boolean {
  const isPerson = opening.personKind !== 'business';
  return !end && isPerson && tier.tier === 'enhanced' && (risk?.level ?? 'notAssessed') === 'notAssessed';
}

function trialsOf(state: CareState, role: CaseOpening['role']): Pick<CaseSummary, 'trials' | 'arrangements'> {
  const trials = readinessOf(state, role);
  const arrangements = projectedArrangements(state);
  return { ...(trials.length === 0 ? {} : { trials }), ...(arrangements ? { arrangements } : {}) };
}

/** The number of the last word on a hearing: it grows with each, so that calendars know the newer one. */
function lastFactOf(hearingId: string, { counted }: CareState): number | undefined {
  return counted.findLast(
    ({ kind, data }) => hearingFacts.has(kind) && 'hearingId' in data && data.hearingId === hearingId
  )?.seq;
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
    nextAttempt: nextAttemptOf(record, state),
    riskNotAssessed: isRiskUnknown(record, state) || undefined,
    stances: Object.fromEntries(Object.entries(state.stances).map(([stance, { answer }]) => [stance, answer])),
    suspects: [...state.tracks.bySuspect.values()].map(({ suspectId, status, since, endedBy, rightToReview }) => ({
      suspectId,
      status,
      since: since === '' ? opening.receivedAt : since,
      ended: endedBy !== undefined,
      rightToReview,
    })),
    urns: [...state.urns],
    hearings: [
      ...[...state.hearings].map(([hearingId, { seq: _seq, knownAt: _at, suspects: _suspects, ...hearing }]) => ({
        hearingId,
        ...hearing,
        fact: lastFactOf(hearingId, state),
      })),
      ...recordingDays(record, state, dayOfRecord(record)),
    ],
    specialMeasures: measureDetailsOf(record, state),
    availability: projectedAvailability(record, state, dayOfRecord(record)),
    ...trialsOf(state, opening.role),
    victimContract: state.contract && {
      channel: state.contract.channel,
      everyDays: state.contract.everyDays ?? opening.standards.updateEveryDays,
      agreedAt: state.contract.at,
      fact: state.contract.seq,
    },
    careDetails: careDetailsOf(record, state),
    disclosedInCaseId: opening.disclosedInCaseId,
    openTasks: open.length,
    nextDueAt,
    facts: record.facts.length,
  };
}
