import type { CareRecord } from '../../careRecord';
import type { CareState } from '../../careState';
import type { Fact } from '../../fact';
import { londonDay, type CalendarDay, type Instant } from '../../time/londonTime';
import { isTrialOver } from '../../tracks/suspectTracks';
import type { KnownHearing } from '../courtState';
import { measuresUnderDirection, type MeasureStatus } from './measureStatus';
import { ageOf, roundOn } from './turningEighteen';

/** What the court sits for before the trial (s.28), as the diary calls it. Editing is no sitting. */
const sittings = [
  ['groundRulesOn', 'groundRulesHearing', undefined],
  ['recordingOn', 'recordedCrossExamination', 'crossExamination'],
  ['furtherQuestioningOn', 'recordedFurtherQuestioning', 'furtherQuestioning'],
] as const;

type Recorded = Pick<CareRecord, 'opening' | 'facts'>;

/** A sitting for one witness: it has no id of a court, and is the same for life however often it moves. */
export interface RecordingDay {
  readonly hearingId: (typeof sittings)[number][1];
  readonly hearing: (typeof sittings)[number][1];
  readonly on: CalendarDay;
  readonly vacated: boolean;
  /** The last word on it. */
  readonly fact: number;
}

/** The sittings of section 28 of this witness, also those that are off since its direction or the trial is no more. */
export function recordingDays({ opening, facts }: Recorded, state: CareState, today: CalendarDay): RecordingDay[] {
  const { dates, recorded } = state.measures.recording;
  const round = roundOn(state.measures, ageOf(opening.role, state, today), today);
  const measure = round.measures.get('prerecordedCrossExamination');
  if (!dates || !measure) return [];
  const stands: readonly MeasureStatus[] = measuresUnderDirection;
  const offAt = stands.includes(measure.status) ? trialOverAt(state) : measure.since;
  const last = (facts.at(-1) as Fact).seq;
  return sittings.flatMap(([date, hearing, part]) => {
    const on = dates[date];
    if (on === undefined) return [];
    const isDone = part !== undefined && recorded.has(part);
    // What was held before it ended stays as it was.
    const vacated = !isDone && offAt !== undefined && londonDay(offAt) <= on;
    const lastWord = Math.max(dates.seq, measure.seq, measure.wantedAgain?.seq ?? 0);
    return { hearingId: hearing, hearing, on, vacated, fact: vacated ? last : lastWord };
  });
}

export function isRecordingDay(hearingId: string): boolean {
  return sittings.some(([, hearing]) => hearing === hearingId);
}

function trialOverAt({ tracks }: CareState): Instant | undefined {
  if (!isTrialOver(tracks)) return undefined;
  return [...tracks.bySuspect.values()]
    .map(({ since }) => since)
    .sort()
    .at(-1);
}

/** Days from today on, on which the witness is to be questioned; to the ground rules hearing they do not come. */
export function questioningAhead(
  recorded: Recorded,
  state: CareState,
  today: CalendarDay
): (Omit<KnownHearing, 'hearing'> & { readonly hearingId: string })[] {
  const { dates, recorded: done } = state.measures.recording;
  if (!dates) return [];
  return recordingDays(recorded, state, today).flatMap(({ hearingId, on, vacated }) => {
    const part = sittings.find(([, hearing]) => hearing === hearingId)?.[2];
    if (part === undefined || vacated || on < today || done.has(part)) return [];
    return { hearingId, on, vacated, suspects: [], certainty: 'fixed' as const, seq: dates.seq, knownAt: dates.at };
  });
}
