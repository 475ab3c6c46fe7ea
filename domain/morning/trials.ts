import { obligationById } from '../code/editions';
import type { FactKind } from '../fact';
import { addCalendarDays, londonDay, londonDayText, startOfLondonDay, type CalendarDay } from '../time/londonTime';
import type { TaskKind } from '../task';
import { investigating, type TrackStatus } from '../tracks/trackStatus';
import type { MorningCase, MorningRead, MorningTask } from './morningRead';
import { obligationIn } from './safety';
import { by, hoursBetween, section, type Section } from './section';

const daysAhead = 14;

/** What an open task says is missing for a trial. */
const missingWhile: Readonly<Partial<Record<TaskKind, string>>> = {
  askAvailability: 'dates to avoid not given',
  screenSpecialMeasures: 'special measures not screened for',
  referSpecialMeasures: 'special measures not referred',
  recordSpecialMeasuresConsidered: 'no word whether special measures will be applied for',
  recordSpecialMeasuresApplication: 'no word of an application for special measures',
  recordSpecialMeasuresDecision: 'special measures not decided',
  checkSpecialMeasures: 'special measures not seen to be in place',
  raiseAvailabilityConflict: 'a witness cannot come on that day',
};

const courtNews: readonly FactKind[] = ['hearingListed', 'hearingMoved', 'hearingVacated', 'witnessRequired'];

/** Trials from today to the day in fourteen days for which something is missing, the nearest first. */
export function trials({ asOf, cases, tasks, hidden }: MorningRead): { trialsNotReady: Section } {
  const [first, last] = [londonDay(asOf), addCalendarDays(londonDay(asOf), daysAhead)];
  const soon = cases.flatMap((each) =>
    each.hearings
      .filter(({ hearing, vacated, on }) => hearing === 'trial' && !vacated && on >= first && on <= last)
      .map(({ on }) => ({ on, each }))
  );
  const tasksOf = new Map<string, MorningTask[]>(soon.map(({ each }) => [each.caseId, []]));
  for (const task of tasks) tasksOf.get(task.caseId)?.push(task);
  const notReady = soon
    .map(({ on, each }) => ({ on, ...each, missing: missingFor(each, tasksOf.get(each.caseId) ?? []) }))
    .filter(({ missing }) => missing.length > 0)
    .sort(
      by<{ on: CalendarDay; caseId: string }>(
        ({ on }) => on,
        ({ caseId }) => caseId
      )
    );
  return {
    trialsNotReady: section(hidden, notReady, ({ caseId, tier, on, missing }) => ({
      caseId,
      tier,
      dueAt: startOfLondonDay(on),
      hoursLeft: hoursBetween(asOf, startOfLondonDay(on)),
      why: `Trial on ${londonDayText(on)}: ${missing.join('; ')}.`,
    })),
  };
}

function missingFor({ suspects }: MorningCase, tasks: readonly MorningTask[]): string[] {
  const missing = tasks.flatMap(({ kind }) => missingWhile[kind] ?? []);
  if (tasks.some(isCourtNews)) missing.push('the victim or witness not told of the court date');
  // Without a charge on record nothing of the above is asked for: the case knows of no trial ahead.
  if (suspects.every(({ status }) => investigating.has(status as TrackStatus))) missing.push('no charge on record');
  return missing;
}

function isCourtNews({ kind, duty }: MorningTask): boolean {
  if (kind !== 'tellVictim' || duty === undefined) return false;
  const from = obligationById(obligationIn(duty)).arises?.from;
  return Array.isArray(from) && from.some((each) => courtNews.includes(each));
}
