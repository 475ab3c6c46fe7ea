import type { Fact } from '../fact';
import type { Instant } from '../time/londonTime';
import { ending, investigating, isTriedAgain, statusAfter, type TrackStatus } from './trackStatus';

/** One suspect's way through investigation and court; a case ends when all of them have. */
export interface SuspectTrack {
  readonly suspectId: string;
  status: TrackStatus;
  since: Instant;
  /** When the way through court began, by a charge or the order of a new trial; undefined before, or after a reopening. */
  chargedAt?: Instant | undefined;
  /** The prosecution to which somebody said that the case belongs, where that alone is the charge. */
  chargedIn?: string | undefined;
  rightToReview: boolean;
  /** They were convicted by their own plea, which they may be let take back. */
  pleadedGuilty?: true | undefined;
  /** The appeal is a rehearing: the witnesses are heard once more. */
  rehearing?: true | undefined;
  /** The fact that ended the track; undefined while it goes on. */
  endedBy?: number | undefined;
}

export interface SuspectTracks {
  readonly bySuspect: Map<string, SuspectTrack>;
  /** The fact that closed the investigation without anyone to charge. */
  closedBy?: { seq: number; at: Instant } | undefined;
}

/** Stands for a suspect whom nobody has named, so that "a suspect was charged" has a track to go on. */
export const unnamedSuspect = 'unnamed';

export function newTracks(suspects: readonly string[]): SuspectTracks {
  const tracks: SuspectTracks = { bySuspect: new Map() };
  for (const suspectId of suspects) trackOf(tracks, suspectId, '');
  return tracks;
}

/** The track of a suspect: the first who is named is taken to be the one whom nobody had named until then. */
export function knownTrack({ bySuspect }: SuspectTracks, suspectId: string): SuspectTrack | undefined {
  return bySuspect.get(suspectId) ?? bySuspect.get(unnamedSuspect);
}

function trackOf(tracks: SuspectTracks, suspectId: string, since: Instant): SuspectTrack {
  const known = knownTrack(tracks, suspectId);
  if (known?.suspectId === suspectId) return known;
  const track: SuspectTrack = { status: 'identified', since, rightToReview: false, ...known, suspectId };
  tracks.bySuspect.delete(unnamedSuspect);
  tracks.bySuspect.set(suspectId, track);
  return track;
}

/** Moves the tracks of the suspects that a fact names; one that names none moves every track that it can be about. */
export function followSuspects(tracks: SuspectTracks, fact: Fact): void {
  if (fact.kind === 'investigationClosed') {
    tracks.closedBy = { seq: fact.seq, at: fact.happenedAt };
    for (const track of tracks.bySuspect.values()) {
      if (track.chargedAt === undefined && track.endedBy === undefined) move(track, 'noFurtherAction', fact);
    }
    return;
  }
  if (fact.kind === 'investigationReopened') {
    reopen(tracks, fact);
    return;
  }
  if (fact.kind === 'courtCaseLinked') {
    for (const track of chargedBy(tracks, fact)) {
      move(track, 'charged', fact);
      track.chargedIn = fact.data.urn;
    }
    return;
  }
  if (fact.kind === 'courtCaseUnlinked') {
    for (const track of tracks.bySuspect.values()) {
      if (track.chargedIn !== fact.data.urn || track.status !== 'charged') continue;
      Object.assign(track, {
        status: 'identified',
        since: fact.happenedAt,
        chargedAt: undefined,
        chargedIn: undefined,
      });
    }
    return;
  }
  if (fact.kind === 'reportAmended') {
    for (const suspectId of fact.data.suspects ?? []) trackOf(tracks, suspectId, fact.happenedAt);
    return;
  }
  if (fact.kind === 'pleaEntered' && fact.data.plea === 'notGuilty') {
    for (const track of tracks.bySuspect.values()) if (isNamed(track, fact)) takeBackPlea(track, fact);
    return;
  }
  const status = statusAfter(fact);
  if (!status) return;
  for (const track of named(tracks, fact)) move(track, status, fact);
}

function isNamed({ suspectId }: SuspectTrack, { suspects = [] }: Fact): boolean {
  return suspects.length === 0 || suspects.includes(suspectId);
}

/** Who denies what they had admitted is to be tried after all. */
function takeBackPlea(track: SuspectTrack, fact: Fact): void {
  if (!track.pleadedGuilty || track.status !== 'convicted') return;
  move(track, 'charged', fact);
  track.chargedAt = fact.happenedAt;
}

/** Who belongs to a prosecution is charged in it; whose way has gone on already, or has ended, stays where they are. */
function chargedBy(tracks: SuspectTracks, fact: Fact<'courtCaseLinked'>): SuspectTrack[] {
  const matched = (fact.data.matched ?? []).map(({ suspectId }) => suspectId);
  const suspects = [...new Set([...(fact.suspects ?? []), ...matched])];
  const meant = named(tracks, suspects.length > 0 ? { ...fact, suspects } : fact);
  return meant.filter(
    ({ status, chargedAt, endedBy }) => chargedAt === undefined && endedBy === undefined && investigating.has(status)
  );
}

/** Nobody becomes a suspect by it, and who was dealt with out of court stays so unless named. */
function reopen(tracks: SuspectTracks, fact: Fact): void {
  tracks.closedBy = undefined;
  const isNamed = fact.suspects !== undefined && fact.suspects.length > 0;
  for (const track of isNamed ? named(tracks, fact) : tracks.bySuspect.values()) {
    if (track.endedBy !== undefined && (isNamed || track.status !== 'outOfCourtResolution')) {
      move(track, 'identified', fact);
    }
  }
}

function named(tracks: SuspectTracks, fact: Fact): SuspectTrack[] {
  if (fact.suspects?.length) return fact.suspects.map((suspectId) => trackOf(tracks, suspectId, fact.happenedAt));
  if (tracks.bySuspect.size === 0) return [trackOf(tracks, unnamedSuspect, fact.happenedAt)];
  const all = [...tracks.bySuspect.values()];
  for (const fits of likeliest(fact)) {
    const fitting = all.filter(fits);
    if (fitting.length > 0) return fitting;
  }
  return all;
}

/** Whom a fact is about that names nobody: what the court does concerns whoever is there, the rest whoever is not done. */
function likeliest(fact: Fact): ((track: SuspectTrack) => boolean)[] {
  const goesOn = (track: SuspectTrack) => track.endedBy === undefined;
  const charged = (track: SuspectTrack) => track.chargedAt !== undefined;
  switch (fact.kind) {
    case 'appealLodged':
      return [({ status }) => status === 'sentenced' || status === 'convicted', charged];
    case 'appealDecided':
      return [({ status }) => status === 'appealing', charged];
    case 'pleaEntered':
    case 'verdictGiven':
    case 'sentencePassed':
    case 'prosecutionStopped':
      return [(track) => charged(track) && goesOn(track), charged];
    default:
      return [goesOn];
  }
}

function move(track: SuspectTrack, status: TrackStatus, fact: Fact): void {
  if (investigating.has(status)) {
    const tried = track.status === 'acquitted' || track.status === 'sentenced';
    if (tried || (track.chargedAt !== undefined && track.endedBy === undefined)) return;
    track.chargedAt = undefined;
  }
  const comesToCourt = track.chargedAt === undefined || track.endedBy !== undefined || isTriedAgain(fact);
  if ((status === 'charged' && comesToCourt) || isTriedAgain(fact)) track.chargedAt = fact.happenedAt;
  track.rehearing = status === 'appealing' && isTriedAgain(fact) ? true : undefined;
  if (status === 'charged') track.chargedIn = undefined;
  if (fact.kind === 'pleaEntered') track.pleadedGuilty = fact.data.plea === 'guilty' ? true : undefined;
  track.status = status;
  track.since = fact.happenedAt;
  track.rightToReview = fact.kind === 'noFurtherAction' && fact.data.rightToReview;
  track.endedBy = ending.has(status) ? fact.seq : undefined;
}

/** A charged suspect whose way has not ended: the case is at court. */
export function isAtCourt(tracks: SuspectTracks): boolean {
  return [...tracks.bySuspect.values()].some(
    ({ chargedAt, endedBy }) => chargedAt !== undefined && endedBy === undefined
  );
}

/** Since when a trial lies ahead, the last suspect counting who came to court; undefined where nobody is to be tried. */
export function trialAheadSince(tracks: SuspectTracks): Instant | undefined {
  let last: Instant | undefined;
  for (const { chargedAt, status, rehearing } of tracks.bySuspect.values()) {
    if (status !== 'charged' && !rehearing) continue;
    if (chargedAt !== undefined && (last === undefined || chargedAt > last)) last = chargedAt;
  }
  return last;
}

/** Somebody came to court, and nobody is to be tried any more. */
export function isTrialOver(tracks: SuspectTracks): boolean {
  const isCharged = [...tracks.bySuspect.values()].some(({ chargedAt }) => chargedAt !== undefined);
  return isCharged && trialAheadSince(tracks) === undefined;
}

/** When and by which fact the last track ended; undefined while one goes on, or while nobody has decided anything. */
export function tracksEnded(tracks: SuspectTracks): { seq: number; at: Instant } | undefined {
  let last = tracks.closedBy;
  if (tracks.bySuspect.size === 0) return last;
  for (const track of tracks.bySuspect.values()) {
    if (track.endedBy === undefined) return undefined;
    if (!last || track.since > last.at || (track.since === last.at && track.endedBy > last.seq)) {
      last = { seq: track.endedBy, at: track.since };
    }
  }
  return last;
}
