import type { CareState } from '../../careState';
import type { Fact } from '../../fact';
import { inOrderOfHappening } from '../../happening';
import { londonDay, type CalendarDay, type Instant } from '../../time/londonTime';
import { isTrialOver, trialAheadSince } from '../../tracks/suspectTracks';
import { isRunning, type Arrangement } from './arrangements';
import { isOfTrial, standing, type Requirement } from './attendance';

type Seen = Pick<CareState, 'attendance' | 'hearings' | 'tracks' | 'counted' | 'measures' | 'end'>;

/** Arrangements from this day on for which nobody needs to come any more: each is cancelled at once. */
export function inVain(state: Seen, fromOn: CalendarDay): Arrangement[] {
  return state.attendance.arrangements.filter(
    (each) => isRunning(each) && each.on >= fromOn && isForNothing(each, state)
  );
}

function isForNothing({ hearingId, on, askedAt }: Arrangement, state: Seen): boolean {
  const { required } = state.attendance;
  const mine = required.filter((each) => each.hearingId === undefined || each.hearingId === hearingId);
  if (mine.length > 0 && mine.every((each) => isLetGo(each, on)) && askedAt <= lastWord(mine)) return true;
  if (isNotTried({ hearingId, on, askedAt }, state)) return true;
  if (
    mine.some(({ daysOff, daysNamed, past }) => !past && askedAt <= (daysOff.get(on) ?? '') && !daysNamed.includes(on))
  )
    return true;
  const recorded = neededNoMoreSince(state);
  if (recorded !== undefined && askedAt <= recorded && isOfTrial(hearingId, state.hearings)) return true;
  if (hearingId !== undefined) {
    const hearing = state.hearings.get(hearingId);
    if (hearing?.vacated) return true;
    // A second day of the trial is no other day; one that was asked for before the trial moved is.
    if (hearing && on !== hearing.on && wasMovedSince(askedAt, hearingId, state)) return true;
  }
  const off = trialOffSince(state) ?? endedEarly(state, on);
  const isForSentence = hearingId !== undefined && state.hearings.get(hearingId)?.hearing === 'sentence';
  return off !== undefined && askedAt <= off && (!isForSentence || state.end !== undefined);
}

/** Released, or of a trial that was over before that day. */
function isLetGo({ released, past }: Requirement, on: CalendarDay): boolean {
  return released !== undefined || (past !== undefined && past.on < on);
}

/**
 * Whether a day of trial fell away because the trial was cracked or did not begin: the days after it, until the court sets
 * days again. What is for another hearing, such as the sentence, stays.
 */
function isNotTried(
  { hearingId, on, askedAt }: Pick<Arrangement, 'hearingId' | 'on' | 'askedAt'>,
  { counted, hearings, tracks }: Seen
): boolean {
  const ofTrials = counted.filter((fact) => fact.kind === 'trialHeard');
  if (ofTrials.length === 0) return false;
  const inOrder = inOrderOfHappening(ofTrials);
  return [...hearings].some(([id, { suspects, knownAt, ...hearing }]) => {
    if (hearingId !== undefined ? hearingId !== id : !isWithin(on, hearing) || isOfAnother(on, id, hearings))
      return false;
    const heard = inOrder.findLast(
      (fact): fact is Fact<'trialHeard'> => fact.kind === 'trialHeard' && fact.data.hearingId === id
    );
    if (heard?.data.trial !== 'cracked' && heard?.data.trial !== 'ineffective') return false;
    const all = suspects.length > 0 ? suspects : [...tracks.bySuspect.keys()];
    const isOfAll = !heard.suspects?.length || all.every((suspect) => heard.suspects?.includes(suspect));
    const isSetSince = knownAt > heard.recordedAt;
    return isOfAll && !isSetSince && londonDay(heard.happenedAt) < on && askedAt <= heard.recordedAt;
  });
}

function isOfAnother(day: CalendarDay, hearingId: string, hearings: Seen['hearings']): boolean {
  return [...hearings].some(([id, hearing]) => id !== hearingId && !hearing.vacated && isWithin(day, hearing));
}

function isWithin(
  day: CalendarDay,
  { on, untilOn = on }: { on: CalendarDay; untilOn?: CalendarDay | undefined }
): boolean {
  return on <= day && day <= untilOn;
}

/** When we heard the verdict that left a day for which something is booked without a trial. */
function endedEarly({ tracks, counted }: Seen, on: CalendarDay): Instant | undefined {
  if (!isTrialOver(tracks)) return undefined;
  const verdict = counted.findLast(({ kind }) => kind === 'verdictGiven');
  return verdict && londonDay(verdict.happenedAt) < on ? verdict.recordedAt : undefined;
}

/** Since when we have known that a witness whose evidence is recorded is not needed at the trial. */
function neededNoMoreSince({ measures, counted }: Seen): Instant | undefined {
  const decided = measures.recording.attendance;
  if (decided?.needed !== false) return undefined;
  return counted.find(({ seq }) => seq === decided.seq)?.recordedAt ?? decided.at;
}

function lastWord(mine: readonly Requirement[]): Instant {
  return (
    mine
      .map(({ released, past, at }) => released?.knownAt ?? past?.knownAt ?? at)
      .sort()
      .at(-1) ?? ''
  );
}

function wasMovedSince(askedAt: Instant, hearingId: string, { counted }: Seen): boolean {
  return counted.some(
    ({ kind, data, recordedAt }) =>
      kind === 'hearingMoved' && 'hearingId' in data && data.hearingId === hearingId && recordedAt >= askedAt
  );
}

/**
 * Since when we have known that there is no trial left for which a witness was needed: everybody charged has pleaded guilty, the
 * prosecution has stopped, or there was a verdict before the trial began. Undefined while there is one, after a trial that
 * was held, and where the case was never told of a charge.
 */
export function trialOffSince({ tracks, counted, attendance, hearings, end }: Seen): Instant | undefined {
  if (end) return end.at;
  if (attendance.required.length === 0 && attendance.arrangements.length === 0) return undefined;
  if (trialAheadSince(tracks) !== undefined) return undefined;
  return counted
    .filter(
      (fact) =>
        fact.kind === 'prosecutionStopped' ||
        (fact.kind === 'pleaEntered' && fact.data.plea === 'guilty') ||
        (fact.kind === 'verdictGiven' && isTrialAfter(londonDay(fact.happenedAt), hearings))
    )
    .map(({ recordedAt }) => recordedAt)
    .sort()
    .at(-1);
}

/** A day of trial that still stands: a court may dismiss a charge, or direct an acquittal, weeks before it. */
function isTrialAfter(day: CalendarDay, hearings: Seen['hearings']): boolean {
  return [...hearings.values()].some(({ hearing, vacated, on }) => hearing === 'trial' && !vacated && on > day);
}

/** The days on which a requirement may ask the witness to court: called for, else named for, else the hearing's first. */
export function daysOf(
  { called, daysNamed, hearingId }: Requirement,
  { hearings }: Pick<CareState, 'hearings'>
): CalendarDay[] {
  const hearing = hearingId === undefined ? undefined : hearings.get(hearingId);
  if (hearing?.vacated) return [];
  if (called.size > 0) return [...called.keys()].sort();
  // Days that were named for the trial wherever it is listed are not looked at again when it moves.
  if (hearing && daysNamed.length > 0) return [...daysNamed].sort();
  return hearing ? [hearing.on] : [];
}

/** Requirements that stand, of hearings that stand. */
export function toAttend(state: Seen): Requirement[] {
  if (state.end) return [];
  return standing(state.attendance).filter(
    ({ hearingId }) => hearingId === undefined || state.hearings.get(hearingId)?.vacated !== true
  );
}
