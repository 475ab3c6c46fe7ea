import type { Instant } from '../time/londonTime';
import { trialAheadSince } from '../tracks/suspectTracks';
import type { TaskKind, WantedTask } from '../task';
import {
  isBusiness,
  later,
  nothing,
  oursSince,
  standardDays,
  standardWorkingDays,
  type CaseView,
  type Step,
} from './step';

const fromChargeDays = 10;
const applicationWorkingDays = 5;
const decisionDays = 28;

/**
 * From charge to the verdict or a plea of guilty: dates to avoid, and special measures from the need to the court's
 * decision. Silence: each stage stays open until its answer comes; nothing is taken as granted, and none can be skipped.
 */
export const court: Step = (view) => {
  const since = trialAheadSince(view.state.tracks);
  if (since === undefined) return nothing;
  const chargedAt = later(since, oursSince(view));
  const tasks: WantedTask[] = [];
  if (!view.state.availability) {
    tasks.push({ key: 'askAvailability', kind: 'askAvailability', ...standardDays(fromChargeDays, chargedAt) });
  }
  if (!isBusiness(view)) tasks.push(...specialMeasures(view, chargedAt));
  return { tasks };
};

function specialMeasures(view: CaseView, chargedAt: Instant): WantedTask[] {
  const { screened, referred, applied, decided } = view.state.measures;
  const wanted = (kind: TaskKind, limit: Pick<WantedTask, 'dueAt' | 'why'>) => [{ key: kind, kind, ...limit }];
  const soonAfter = (at: Instant) => standardWorkingDays(view, applicationWorkingDays, later(at, chargedAt));
  if (!screened) return wanted('screenSpecialMeasures', standardDays(fromChargeDays, chargedAt));
  if (!screened.wanted || decided) return [];
  if (!referred) return wanted('referSpecialMeasures', soonAfter(screened.at));
  if (!applied) return wanted('recordSpecialMeasuresApplication', soonAfter(referred.at));
  if (applied.decision === 'declined') return [];
  return wanted('recordSpecialMeasuresDecision', standardDays(decisionDays, later(applied.at, chargedAt)));
}
