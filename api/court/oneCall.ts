import type { Timeline } from '../../database/cases/caseEvents';
import { factsOf } from '../../database/cases/factsOf';
import type { NewFact } from '../../domain/fact';
import type { ProjectedTask } from '../../domain/projection/projection';

type Told = Pick<ProjectedTask, 'kind' | 'caseId' | 'about'>;

/**
 * What else was told with the answer to a call about a trial: one call tells how the trial stands now. Of one that moved
 * twice, or moved and was vacated, whoever was called is not called again about the day before.
 */
export async function toldInOneCall(timeline: Timeline, task: Told, outcome: NewFact): Promise<number[]> {
  if (task.kind !== 'callAboutDate' || outcome.kind !== 'victimTold') return [];
  const facts = await factsOf(timeline, task.caseId);
  const mine = new Set(facts.flatMap(({ seq, data }) => (task.about?.includes(seq) ? hearingOf(data) : [])));
  return facts
    .filter(({ kind }) => kind === 'hearingMoved' || kind === 'hearingVacated')
    .filter(({ recordedAt }) => recordedAt <= outcome.happenedAt)
    .filter(({ data, supersededBy }) => supersededBy === undefined && hearingOf(data).some((each) => mine.has(each)))
    .map(({ seq }) => seq);
}

/** An outcome that tells these facts too. */
export function tellingOf(outcome: NewFact, also: readonly number[]): NewFact {
  if (outcome.kind !== 'victimTold' || also.length === 0) return outcome;
  return { ...outcome, data: { ...outcome.data, about: [...new Set([...outcome.data.about, ...also])] } };
}

function hearingOf(data: object): string[] {
  return 'hearingId' in data && typeof data.hearingId === 'string' ? [data.hearingId] : [];
}
