import { trusted, type Model } from 'mongoose';
import type { MorningCase, MorningRead, MorningTask } from '../../domain/morning/morningRead';
import type { CaseDocument } from '../cases/cases';
import type { DutyDocument } from '../code/duties';
import { countedWithin, keyIn } from '../store/pages';
import { isKeptFrom, type Scope } from '../store/scope';
import type { TaskDocument } from '../cases/tasks';

/** What the numbers of a morning are worked out from; each read runs along an index of the team's open work. */
export interface MorningReader {
  /**
   * The open tasks and open cases of a team, in two queries, with those that are counted and not shown to the caller;
   * undefined for a team that has no case of the caller's.
   */
  openWork(team: string, scope: Scope): Promise<Pick<MorningRead, 'cases' | 'tasks' | 'hidden'> | undefined>;
  /** Which of these obligations nobody has settled, in each of the cases: `<caseId>.<seq>.<obligation>`. */
  unsettled(caseIds: readonly string[], obligations: readonly string[]): Promise<string[]>;
}

interface Models {
  readonly cases: Model<CaseDocument>;
  readonly tasks: Model<TaskDocument>;
  readonly duties: Model<DutyDocument>;
}

export function morningReader({ cases, tasks, duties }: Models): MorningReader {
  return {
    async openWork(team, scope) {
      const seen = countedWithin(scope, { team });
      if (!seen || scope.kind === 'referrals') return undefined;
      const all = trusted({ $gte: keyIn(team, ''), $lt: keyIn(team, '~') });
      const [openCases, openTasks] = await Promise.all([
        cases.find({ openKey: all, ...seen } as never, fields('summary', caseFields)).lean<CaseDocument[]>(),
        tasks.find({ teamKey: all, ...seen } as never, fields('task', taskFields)).lean<TaskDocument[]>(),
      ]);
      // Nobody keeps a list of a force's teams: of another team a supervisor hears by its cases.
      const isOwn = scope.kind === 'teams' || openCases.length > 0;
      const isKnown = isOwn || (await cases.exists({ teamKey: all, ...seen } as never)) !== null;
      if (!isKnown) return undefined;
      const hidden = new Set<string>();
      for (const { summary, ...kept } of openCases) if (isKeptFrom(kept, scope)) hidden.add(summary.caseId);
      for (const { task, ...kept } of openTasks) if (isKeptFrom(kept, scope)) hidden.add(task.caseId);
      return { cases: openCases.map(({ summary }) => summary), tasks: openTasks.map(({ task }) => task), hidden };
    },
    async unsettled(caseIds, obligations) {
      if (caseIds.length === 0) return [];
      const open = { 'duty.obligation': trusted({ $in: obligations }), 'duty.settled': trusted({ $exists: false }) };
      const found = await duties
        .find({ caseId: trusted({ $in: caseIds }), ...open } as never, { _id: 1 })
        .lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
  };
}

const caseFields = [
  'caseId',
  'tier',
  'owningTeam',
  'officerInCase',
  'receivedAt',
  'openedAt',
  'firstContact',
  'noSafeRoute',
  'suspects',
  'hearings',
  'nextDueAt',
  'nextLookAt',
] as const satisfies readonly (keyof MorningCase)[];

const taskFields = [
  'taskId',
  'caseId',
  'kind',
  'assignee',
  'dueAt',
  'why',
  'tier',
  'duty',
  'about',
] as const satisfies readonly (keyof MorningTask)[];

function fields(of: string, names: readonly string[]): Record<string, 1> {
  return Object.fromEntries([...names.map((name) => [`${of}.${name}`, 1]), ['barred', 1], ['visibleTo', 1]]);
}
