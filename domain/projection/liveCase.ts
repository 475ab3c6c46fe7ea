import { attemptSentence } from '../contact/attemptSentence';
import { openTasks, type CareRecord } from '../careRecord';
import { careState } from '../careState';
import { dutyReason } from '../code/dutyReason';
import { ledger } from '../code/ledger';
import { standingOf, type Standing } from '../code/standing';
import { whyDue } from '../dueSentence';
import type { Instant } from '../time/londonTime';
import { summaryOf, type CaseSummary } from './caseSummary';
import { takeStock } from '../takeStock';
import type { TaskKind } from '../task';

/** A case as it answers for itself: where it stands, what is open, what comes next and why. */
export interface LiveCase {
  /** What to do next to reach them, in a sentence; the summary has it in words of the API. */
  readonly nextAttempt?: string | undefined;
  readonly summary: CaseSummary;
  readonly open: readonly {
    readonly taskId: string;
    readonly kind: TaskKind;
    readonly dueAt: Instant;
    readonly why: string;
  }[];
  /** What the case owes and has not settled, soonest first. */
  readonly duties: readonly {
    readonly dutyId: string;
    readonly obligation: string;
    readonly standing: Standing;
    readonly dueBy?: Instant | undefined;
    readonly why: string;
  }[];
  readonly next?: { readonly at: Instant; readonly why: string } | undefined;
}

export function liveCase(record: CareRecord, now: Instant): LiveCase {
  const open = [...openTasks(record)]
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
    .map(({ taskId, kind, dueAt, why }) => ({ taskId, kind, dueAt, why: whyDue(kind, why) }));
  const duties = ledger(record, careState(record))
    .filter(({ settled }) => !settled)
    .sort((one, other) => ((one.dueBy ?? '9') < (other.dueBy ?? '9') ? -1 : 1))
    .map((duty) => {
      const { id: dutyId, obligation, dueBy } = duty;
      const why = whyDue('tellVictim', dutyReason(duty));
      return { dutyId, obligation, standing: standingOf(duty, now), ...(dueBy ? { dueBy } : {}), why };
    });
  const next = nextDated([...open.map(({ dueAt, why }) => ({ at: dueAt, why })), ...dated(duties)], record, now);
  const summary = summaryOf(record);
  const nextAttempt = summary.nextAttempt && attemptSentence(summary.nextAttempt);
  return { summary, open, duties, ...(next ? { next } : {}), ...(nextAttempt ? { nextAttempt } : {}) };
}

interface Dated {
  readonly at: Instant;
  readonly why: string;
}

function dated(duties: LiveCase['duties']): Dated[] {
  return duties.flatMap(({ dueBy, why }) => (dueBy === undefined ? [] : [{ at: dueBy, why }]));
}

/** What falls due next; where everything is overdue the first of it, and where nothing is owed the next look. */
function nextDated(due: readonly Dated[], record: CareRecord, now: Instant): Dated | undefined {
  if (careState(record).end) return undefined;
  const inOrder = [...due].sort((one, other) => (one.at < other.at ? -1 : 1));
  const first = inOrder.find(({ at }) => at >= now) ?? inOrder[0];
  if (first) return first;
  const { wakeAt } = takeStock(record, now);
  return wakeAt === undefined ? undefined : { at: wakeAt, why: 'The case looks again then for what falls due.' };
}
