import type { MeasureRound } from '../../court/measures/measureState';
import { isUnderDirection } from '../../court/measures/measureStatus';
import { startOfLondonDay, type Instant } from '../../time/londonTime';
import type { TaskKind, WantedTask } from '../../task';
import { later, nothing, standardWorkingDays, type CaseView, type Limit, type StepPlan } from '../step';

const stageWorkingDays = 5;

const task = (kind: TaskKind, limit: Limit, key: string = kind): WantedTask => ({ key, kind, ...limit });

/**
 * Section 28: its dates, the recording, and then whether the witness is still needed at the trial; at a new trial, from the
 * order for it. Silence: each stays open.
 */
export function recordingBefore(view: CaseView, round: MeasureRound, since: Instant, today: string): StepPlan {
  const { dates, recorded, attendance } = view.state.measures.recording;
  const directed = round.measures.get('prerecordedCrossExamination');
  if (!directed || !isUnderDirection(directed.status)) return nothing;
  const soon = (from: Instant) => standardWorkingDays(view, stageWorkingDays, later(from, since));
  const done = recorded.get('crossExamination');
  if (done !== undefined) return attendance ? nothing : { tasks: [task('recordTrialAttendance', soon(done))] };
  if (dates?.recordingOn === undefined) return { tasks: [task('setRecordingDates', soon(directed.since))] };
  const startsAt = startOfLondonDay(dates.recordingOn);
  if (dates.recordingOn > today) return { tasks: [], wakeAt: [startsAt] };
  const limit = standardWorkingDays(view, 1, startsAt);
  return { tasks: [task('recordRecording', limit, `recordRecording:${dates.recordingOn}`)] };
}
