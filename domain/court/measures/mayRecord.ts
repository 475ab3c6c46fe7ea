import type { CareState } from '../../careState';
import type { FactData, NewFact } from '../../fact';
import { trialsAhead } from '../trialsAhead';
import { londonDay } from '../../time/londonTime';
import { statusOf, type MeasureRound, type Measures } from './measureState';
import { measuresUnderDirection, skippedSentence, type MeasureStatus } from './measureStatus';

type Dates = FactData['recordingDatesSet'];

const inOrder: readonly (readonly [keyof Dates, string])[] = [
  ['groundRulesOn', 'the ground rules hearing'],
  ['recordingOn', 'the recording'],
  ['furtherQuestioningOn', 'the further questioning'],
  ['editingOn', 'the editing'],
];

/** Why something cannot be said of evidence that is recorded before the trial (s.28). */
export function recordingMissing(
  fact: NewFact,
  { recording }: Measures,
  round: MeasureRound,
  diary: Pick<CareState, 'hearings' | 'rehearing'>
): string | undefined {
  const directed: readonly MeasureStatus[] = measuresUnderDirection;
  const isDirected = directed.includes(statusOf(round, 'prerecordedCrossExamination'));
  if (fact.kind === 'recordingDatesSet') {
    if (!isDirected) return skippedSentence('prerecordedCrossExamination', 'told');
    return wrongOrder({ ...recording.dates, ...fact.data }) ?? afterTrial(fact, diary);
  }
  if (fact.kind === 'evidenceRecorded' && fact.data.part !== 'interview') {
    if (!isDirected) return skippedSentence('prerecordedCrossExamination', 'told');
    const first = fact.data.part === 'furtherQuestioning' && !recording.recorded.has('crossExamination');
    if (first) return 'The cross-examination has not been recorded yet.';
  }
  if (fact.kind === 'trialAttendanceDecided' && !recording.recorded.has('crossExamination')) {
    return 'The cross-examination has not been recorded yet.';
  }
  return undefined;
}

/** A day that is not named again stands: what was to come after a recording that moves may have to move too. */
function wrongOrder(dates: Dates): string | undefined {
  let last: { readonly on: string; readonly name: string } | undefined;
  for (const [date, name] of inOrder) {
    const on = dates[date];
    if (on === undefined) continue;
    if (last && on < last.on) return `Not ${name} before ${last.name}: say which days they have now.`;
    last = { on, name };
  }
  return undefined;
}

function afterTrial(
  { data, happenedAt }: NewFact<'recordingDatesSet'>,
  diary: Pick<CareState, 'hearings' | 'rehearing'>
): string | undefined {
  const [trial] = trialsAhead(diary, londonDay(happenedAt));
  const late = trial && inOrder.find(([date]) => (data[date] ?? '') >= trial.on);
  return late && `Section 28 is before the trial: ${late[1]} would come on its first day, or later.`;
}
