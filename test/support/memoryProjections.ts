import type { ProjectionStore } from '../../activities/projection';
import type { CareRecord } from '../../domain/careRecord';
import type { Fact } from '../../domain/fact';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { ProjectedDuty, ProjectedRung, ProjectedTask, Projection } from '../../domain/projection/projection';

/** Keeps projections as MongoDB does, guarded by version, for tests that are about time and not about the database. */
export class MemoryProjections implements ProjectionStore {
  readonly summaries = new Map<string, CaseSummary>();
  readonly tasks = new Map<string, ProjectedTask>();
  readonly facts = new Map<string, Fact>();
  readonly duties = new Map<string, ProjectedDuty>();
  readonly rungs = new Map<string, ProjectedRung>();
  readonly ended = new Map<string, CareRecord>();
  /** While true, every write fails as with a database that is away. */
  away = false;

  async saveProjection({ summary, tasks, facts, duties, rungs, endedRecord }: Projection): Promise<void> {
    if (this.away) throw new Error('The database is away');
    const { caseId, version } = summary;
    for (const task of tasks) {
      if ((this.tasks.get(task.taskId)?.version ?? 0) < task.version) this.tasks.set(task.taskId, task);
    }
    for (const fact of facts) this.facts.set(`${caseId}:${fact.seq}`, fact);
    for (const duty of duties) {
      const key = `${caseId}:${duty.id}`;
      if ((this.duties.get(key)?.caseVersion ?? 0) < duty.caseVersion) this.duties.set(key, duty);
    }
    for (const rung of rungs) this.rungs.set(`${caseId}:${rung.duty}:${rung.rung}`, rung);
    if (endedRecord && (this.ended.get(caseId)?.version ?? 0) < version) this.ended.set(caseId, endedRecord);
    if ((this.summaries.get(caseId)?.version ?? 0) < version) this.summaries.set(caseId, summary);
  }

  dutiesOf(caseId: string): ProjectedDuty[] {
    return [...this.duties.values()].filter((duty) => duty.caseId === caseId);
  }

  rungsOf(caseId: string): ProjectedRung[] {
    return [...this.rungs.values()].filter((rung) => rung.caseId === caseId);
  }

  async loadEndedRecord(caseId: string): Promise<CareRecord | undefined> {
    return this.ended.get(caseId);
  }
}
