import type { Instant } from '../londonTime';
import { isAtCourt } from '../suspectTracks';
import type { TaskKind, WantedTask } from '../task';
import { calendarDays, isBusiness, nothing, workingDays, type CaseView, type Step } from './step';

const fromChargeDays = 10;
const applicationWorkingDays = 5;

/**
 * From charge: dates to avoid, and special measures from the need to the court's decision. Silence: each stage stays
 * open until its answer comes; nothing is taken as granted, and none can be skipped.
 */
export const court: Step = (view) => {
  if (!isAtCourt(view.state.tracks)) return nothing;
  const chargedAt = startOfCourt(view);
  const tasks: WantedTask[] = [];
  if (!view.state.availability) tasks.push(wanted('askAvailability', calendarDays(fromChargeDays), chargedAt));
  if (!isBusiness(view)) tasks.push(...specialMeasures(view, chargedAt));
  return { tasks };
};

function specialMeasures(view: CaseView, chargedAt: Instant): WantedTask[] {
  const { screened, referred, applied, decided } = view.state.measures;
  const soon = workingDays(view, applicationWorkingDays);
  if (!screened) return [wanted('screenSpecialMeasures', calendarDays(fromChargeDays), chargedAt)];
  if (!screened.wanted || decided) return [];
  if (!referred) return [wanted('referSpecialMeasures', soon, screened.at)];
  if (!applied) return [wanted('recordSpecialMeasuresApplication', soon, referred.at)];
  if (applied.decision === 'declined') return [];
  return [wanted('recordSpecialMeasuresDecision', calendarDays(28), applied.at)];
}

function wanted(kind: TaskKind, limit: (from: Instant) => Instant, from: Instant): WantedTask {
  const dueAt = limit(from);
  const days = Math.round((Date.parse(dueAt) - Date.parse(from)) / 86_400_000);
  return { key: kind, kind, dueAt, why: { rule: 'forceStandard', days, from } };
}

/** Court work of a case that came to us after the charge counts from its arrival. */
function startOfCourt({ record, state }: CaseView): Instant {
  let charged: Instant | undefined;
  for (const fact of record.facts) {
    if (fact.supersededBy === undefined && (fact.kind === 'suspectCharged' || fact.kind === 'chargedInAnotherCase')) {
      if (!charged || fact.happenedAt < charged) charged = fact.happenedAt;
    }
  }
  const at = charged ?? [...state.tracks.bySuspect.values()].find((track) => track.charged)?.since;
  const { openedAt } = record.opening;
  return at && at > openedAt ? at : openedAt;
}
