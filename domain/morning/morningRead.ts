import type { Instant } from '../time/londonTime';
import type { CaseSummary } from '../projection/caseSummary';
import type { ProjectedDuty, ProjectedTask } from '../projection/projection';
import type { WorkingCalendar } from '../time/workingDays';

export type MorningCase = Pick<
  CaseSummary,
  | 'caseId'
  | 'tier'
  | 'owningTeam'
  | 'officerInCase'
  | 'receivedAt'
  | 'openedAt'
  | 'firstContact'
  | 'noSafeRoute'
  | 'suspects'
  | 'hearings'
  | 'nextDueAt'
  | 'nextLookAt'
>;

export type MorningTask = Pick<
  ProjectedTask,
  'taskId' | 'caseId' | 'kind' | 'assignee' | 'dueAt' | 'why' | 'tier' | 'duty' | 'about'
>;

/** A team's open work, as its morning numbers are counted from it. */
export interface MorningRead {
  readonly asOf: Instant;
  readonly calendar: WorkingCalendar;
  readonly cases: readonly MorningCase[];
  /** Cases that are counted, and of which nothing else is shown. */
  readonly hidden: ReadonlySet<string>;
  readonly tasks: readonly MorningTask[];
  /** Those that count on the days from the last working day to today. */
  readonly duties: readonly ProjectedDuty[];
  /** Duties of safety news that nobody has settled, in the cases that `casesToAskAbout` names. */
  readonly unsettledSafety: readonly string[];
}
