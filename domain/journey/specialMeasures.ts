import { obligationById } from '../code/editions';
import { lastSince, measuresThatAre, type MeasureRound } from '../court/measures/measureState';
import { toBeChecked } from '../court/measures/newTrial';
import { ageOf, roundOn } from '../court/measures/turningEighteen';
import { trialsAhead } from '../court/trialsAhead';
import { addCalendarDays, londonDay, startOfLondonDay, type Instant } from '../time/londonTime';
import type { TaskKind, WantedTask } from '../task';
import { trialAheadSince } from '../tracks/suspectTracks';
import { optingOut } from './optingOut';
import {
  isBusiness,
  later,
  limitOf,
  nothing,
  oursSince,
  ownLimit,
  standardDays,
  standardWorkingDays,
  wantsNoContact,
  type CaseView,
  type Limit,
  type Step,
  type StepPlan,
} from './step';
import { recordingBefore } from './witnesses/recordingBefore';

const fromChargeDays = 10;
const stageWorkingDays = 5;
const decisionDays = 28;
const checkedDaysBeforeTrial = 7;

/**
 * Special measures, each from the need to the day of the trial. A witness is screened when their needs are assessed, a
 * victim at the charge at the latest. Silence: each stage stays open until its answer comes; nothing is taken as granted.
 */
export const specialMeasures: Step = (view) => {
  if (isBusiness(view)) return nothing;
  const trialSince = trialAheadSince(view.state.tracks);
  if (trialSince === undefined) return screenedWithNeeds(view);
  const since = later(trialSince, oursSince(view));
  const today = londonDay(view.now);
  const { measures, eighteenOn } = view.state;
  const round = roundOn(measures, ageOf(view.record.opening.role, view.state, today), today);
  const tasks = [
    ...screening(view, round, since),
    ...stage(view, round, since, 'referSpecialMeasures', 'wanted'),
    ...stage(view, round, since, 'recordSpecialMeasuresConsidered', 'referred'),
    ...applying(view, round, since),
    ...deciding(round, since),
    ...declined(view, round, since),
    ...standing(view, round, since),
    ...optingOut(view, round, since),
  ];
  const [check, recording] = [checking(view, round, today), recordingBefore(view, round, since, today)];
  const turns = eighteenOn !== undefined && eighteenOn > today ? [startOfLondonDay(eighteenOn)] : [];
  return {
    tasks: [...tasks, ...check.tasks, ...recording.tasks],
    wakeAt: [...turns, ...(check.wakeAt ?? []), ...(recording.wakeAt ?? [])],
  };
};

const task = (kind: TaskKind, limit: Limit, key: string = kind): WantedTask => ({ key, kind, ...limit });

/** Nobody is charged yet: whoever is known to be a witness is screened with their needs. */
function screenedWithNeeds(view: CaseView): StepPlan {
  const { tracks, needs, evidenceNeeds, measures } = view.state;
  const assessed = needs ?? evidenceNeeds;
  const isWitness = view.record.opening.role !== 'victim';
  if (!assessed || !isWitness || measures.round.screened || tracks.closedBy || wantsNoContact(view)) return nothing;
  if (
    [...tracks.bySuspect.values()].some(({ chargedAt, endedBy }) => chargedAt !== undefined || endedBy !== undefined)
  ) {
    return nothing;
  }
  const limit = ownLimit(view, (from) => standardDays(fromChargeDays, from), assessed.at);
  return { tasks: [task('screenSpecialMeasures', limit)] };
}

function screening(view: CaseView, round: MeasureRound, since: Instant): WantedTask[] {
  if (!round.screened || round.screenAgain) return [task('screenSpecialMeasures', standardDays(fromChargeDays, since))];
  const { eighteenOn } = view.state;
  if (eighteenOn === undefined || measuresThatAre(round, 'lapsed').length === 0) return [];
  const turnsAt = startOfLondonDay(eighteenOn);
  if (round.screened.at >= turnsAt) return [];
  // Whoever had them for their age alone may be eligible for another reason.
  const limit = standardWorkingDays(view, stageWorkingDays, later(turnsAt, since));
  return [task('screenSpecialMeasures', limit, 'screenSpecialMeasures:eighteen')];
}

function stage(
  view: CaseView,
  round: MeasureRound,
  since: Instant,
  kind: TaskKind,
  ...at: Parameters<typeof measuresThatAre>[1][]
): WantedTask[] {
  const which = measuresThatAre(round, ...at);
  if (which.length === 0) return [];
  return [task(kind, standardWorkingDays(view, stageWorkingDays, later(lastSince(round, which), since)))];
}

/** Due when the Criminal Procedure Rules have it due, once the plea has set that clock; in the Crown Court, by its own. */
function applying(view: CaseView, round: MeasureRound, since: Instant): WantedTask[] {
  const kind = 'recordSpecialMeasuresApplication';
  const [own] = stage(view, round, since, kind, 'toApply');
  if (!own) return [];
  const byRules = view.duties.filter(({ obligation, settled }) => {
    const metBy = obligationById(obligation).arises?.metBy;
    return settled === undefined && Array.isArray(metBy) && metBy.includes('specialMeasuresApplied');
  });
  const last = byRules.at(-1);
  // Another plea is another day, and a task keeps the day that it was opened with.
  const key = last && byRules.length > 1 ? `${kind}:${last.id}` : kind;
  return [{ ...own, key, ...limitOf(last) }];
}

function deciding(round: MeasureRound, since: Instant): WantedTask[] {
  const which = measuresThatAre(round, 'applied', 'opposed', 'notOpposed');
  if (which.length === 0) return [];
  return [task('recordSpecialMeasuresDecision', standardDays(decisionDays, later(lastSince(round, which), since)))];
}

/** The officer is told of what the prosecution will not ask for, and may ask again; the witness is told as of all news. */
function declined(view: CaseView, round: MeasureRound, since: Instant): WantedTask[] {
  const unread = measuresThatAre(round, 'declined').filter(
    (measure) => (round.measures.get(measure)?.seq ?? 0) > (round.declineAccepted?.seq ?? 0)
  );
  if (unread.length === 0) return [];
  const about = [...new Set(unread.flatMap((measure) => round.measures.get(measure)?.seq ?? []))];
  const limit = standardWorkingDays(view, stageWorkingDays, later(lastSince(round, unread), since));
  return [{ ...task('reviewDeclinedMeasures', limit), about }];
}

/** A direction for the trial before binds in the new one; whether anybody there goes by it is asked before it. */
function standing(view: CaseView, round: MeasureRound, since: Instant): WantedTask[] {
  const ordered = toBeChecked(round).flatMap((measure) => round.measures.get(measure)?.carriedOver ?? []);
  const last = ordered.sort((one, other) => one.seq - other.seq).at(-1);
  if (!last) return [];
  const limit = standardWorkingDays(view, stageWorkingDays, later(last.at, since));
  const kind = 'checkMeasuresStand';
  return [{ ...task(kind, limit, `${kind}:${last.seq}`), about: [last.seq] }];
}

/** In the last week before a fixed trial somebody looks at court; again where it was moved, or something was missing. */
function checking(view: CaseView, round: MeasureRound, today: string): StepPlan {
  if (view.state.measures.recording.attendance?.needed === false) return nothing;
  const granted = measuresThatAre(round, 'told', 'missing', 'inPlace');
  const [trial] = trialsAhead(view.state, today).filter(({ certainty }) => certainty === 'fixed');
  if (!trial || granted.length === 0) return nothing;
  const opensAt = startOfLondonDay(addCalendarDays(trial.on, -checkedDaysBeforeTrial));
  if (view.now < opensAt) return { tasks: [], wakeAt: [opensAt] };
  // What the witness had opted out of may have been cleared away.
  const wantedAgain = granted.flatMap((measure) => round.measures.get(measure)?.wantedAgain?.at ?? []);
  const changedAt = [trial.knownAt, ...wantedAgain].sort().at(-1) ?? trial.knownAt;
  const isChecked = (round.checked?.at ?? '') >= changedAt && measuresThatAre(round, 'told', 'missing').length === 0;
  if (isChecked) return nothing;
  const from = later(opensAt, changedAt);
  const limit: Limit = { dueAt: startOfLondonDay(trial.on), why: { rule: 'day', on: trial.on, from } };
  return { tasks: [{ ...task('checkSpecialMeasures', limit), about: [trial.seq] }] };
}
