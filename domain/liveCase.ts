import { openTasks, type CareRecord } from './careRecord';
import { careState } from './careState';
import { dutyReason } from './code/dutyReason';
import { ledger } from './code/ledger';
import { standingOf, type Standing } from './code/standing';
import { whyDue } from './dueSentence';
import type { Instant } from './londonTime';
import { summaryOf, type CaseSummary } from './projection';
import { takeStock } from './takeStock';
import type { TaskKind } from './task';

/** A case as it answers for itself: where it stands, what is open, what comes next and why. */
export interface LiveCase {
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
  const { wakeAt } = takeStock(record, now);
  const first = open.find(({ dueAt }) => dueAt >= now) ?? open[0];
  const next =
    first && (wakeAt === undefined || first.dueAt <= wakeAt)
      ? { at: first.dueAt, why: first.why }
      : wakeAt && { at: wakeAt, why: 'The case looks again then for what falls due.' };
  return { summary: summaryOf(record), open, duties, ...(next ? { next } : {}) };
}
