import { editions, obligationById } from '../code/editions';
import type { FactKind } from '../fact';
import type { MorningRead, MorningTask } from './morningRead';
import { gravestFirst, taskItem } from './notReached';
import { by, section, type Section } from './section';

const safetyObligations = editions.flatMap(({ obligations }) => obligations).filter(({ arises }) => arises?.safety);

/** Obligations to tell the victim of a release or of bail. */
export const safetyIds: readonly string[] = [...new Set(safetyObligations.map(({ id }) => id))];

const safetyFacts: ReadonlySet<FactKind> = new Set(
  safetyObligations.flatMap(({ arises }) => (arises && arises.from !== 'report' ? arises.from : []))
);

/**
 * Safety items that nobody has answered: a suspect out, on bail or on other terms, of which the victim has not been told;
 * Enhanced Rights, decided or proposed, without a needs or a risk assessment; escalations that nobody has received
 * (concerns, breaches, fear), each once, however many rungs have been asked.
 */
export function safety(
  read: MorningRead
): Record<'escalations' | 'releaseNewsUntold' | 'highRiskNotAssessed', Section> {
  const { asOf, tasks, hidden } = read;
  const untold = tasks
    .map((task) => ({ ...task, of: safetyObligationOf(task, read.unsettledSafety) }))
    .filter(({ of }) => of !== undefined)
    .sort(gravestFirst);
  const notAssessed = tasks
    .filter(({ kind, tier }) => kind === 'assessRisk' || (kind === 'assessNeeds' && tier === 'enhanced'))
    .sort(gravestFirst);
  return {
    escalations: section(hidden, unreceived(tasks), (task) => taskItem(task, asOf)),
    releaseNewsUntold: section(hidden, untold, ({ of, ...task }) => ({
      ...taskItem(task, asOf),
      why: `The victim has not been told of ${obligationById(of ?? '').event}.`,
    })),
    highRiskNotAssessed: section(hidden, notAssessed, (task) => taskItem(task, asOf)),
  };
}

/** The first task of each escalation that is still open, the longest waiting first. */
function unreceived(tasks: readonly MorningTask[]): MorningTask[] {
  const first = new Map<string, MorningTask>();
  const waiting = tasks.filter(({ kind }) => kind === 'receiveConcern' || kind === 'receiveSafetyReport');
  for (const task of [...waiting].sort(
    by(
      ({ dueAt }) => dueAt,
      ({ taskId }) => taskId
    )
  )) {
    const escalation = `${task.caseId}.${task.about?.[0] ?? 0}`;
    if (!first.has(escalation)) first.set(escalation, task);
  }
  return [...first.values()];
}

/** The cases in which a task alone does not say whether the news that it is about is of a release or of bail. */
export function casesToAskAbout(tasks: readonly MorningTask[]): string[] {
  return [...new Set(tasks.filter(mayBeSafetyNews).map(({ caseId }) => caseId))];
}

/** Old news is told in an update, and a fact that two schemes ask to be told of has one task. */
function mayBeSafetyNews({ kind, about, duty }: MorningTask): boolean {
  if (kind === 'giveVictimUpdate') return about !== undefined;
  if (kind !== 'tellVictim' || duty === undefined) return false;
  const { arises } = obligationById(obligationIn(duty));
  return !arises?.safety && Array.isArray(arises?.from) && arises.from.some((from) => safetyFacts.has(from));
}

function safetyObligationOf(task: MorningTask, unsettled: readonly string[]): string | undefined {
  const { kind, caseId, duty, about = [] } = task;
  if (kind === 'tellVictim' && duty !== undefined) {
    const obligation = obligationIn(duty);
    if (obligationById(obligation).arises?.safety) return obligation;
  }
  if (!mayBeSafetyNews(task)) return undefined;
  const starts = about.map((seq) => `${caseId}.${seq}.`);
  const found = unsettled.find((id) => starts.some((start) => id.startsWith(start)));
  return found?.slice(found.lastIndexOf('.') + 1);
}

/** A duty's id is the number of its fact, a full stop and its obligation. */
export function obligationIn(duty: string): string {
  return duty.slice(duty.indexOf('.') + 1);
}
