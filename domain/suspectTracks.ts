import type { Fact } from './fact';
import type { Instant } from './londonTime';

export type TrackStatus =
  | 'identified'
  | 'arrested'
  | 'interviewed'
  | 'bailed'
  | 'releasedUnderInvestigation'
  | 'releasedWithoutCharge'
  | 'charged'
  | 'convicted'
  | 'acquitted'
  | 'sentenced'
  | 'appealing'
  | 'noFurtherAction'
  | 'outOfCourtResolution'
  | 'stopped';

/** One suspect's way through investigation and court; a case ends when all of them have. */
export interface SuspectTrack {
  readonly suspectId: string;
  status: TrackStatus;
  since: Instant;
  charged: boolean;
  rightToReview: boolean;
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

const ending: ReadonlySet<TrackStatus> = new Set([
  'acquitted',
  'sentenced',
  'noFurtherAction',
  'outOfCourtResolution',
  'stopped',
]);

export function newTracks(suspects: readonly string[]): SuspectTracks {
  const tracks: SuspectTracks = { bySuspect: new Map() };
  for (const suspectId of suspects) trackOf(tracks, suspectId, '');
  return tracks;
}

function trackOf(tracks: SuspectTracks, suspectId: string, since: Instant): SuspectTrack {
  let track = tracks.bySuspect.get(suspectId);
  if (!track) {
    track = { suspectId, status: 'identified', since, charged: false, rightToReview: false };
    tracks.bySuspect.set(suspectId, track);
  }
  return track;
}

/** Moves the tracks of the suspects that a fact names; a fact that names none is about every suspect of the case. */
export function followSuspects(tracks: SuspectTracks, fact: Fact): void {
  if (fact.kind === 'investigationClosed') {
    tracks.closedBy = { seq: fact.seq, at: fact.happenedAt };
    for (const track of tracks.bySuspect.values()) {
      if (!track.charged && track.endedBy === undefined) move(track, 'noFurtherAction', fact);
    }
    return;
  }
  if (fact.kind === 'investigationReopened') {
    tracks.closedBy = undefined;
    for (const track of named(tracks, fact)) {
      if (track.status === 'noFurtherAction' || track.status === 'stopped') move(track, 'identified', fact);
    }
    return;
  }
  if (fact.kind === 'reportAmended') {
    for (const suspectId of fact.data.suspects ?? []) trackOf(tracks, suspectId, fact.happenedAt);
    return;
  }
  const status = statusAfter(fact);
  if (!status) return;
  for (const track of named(tracks, fact)) {
    if (status === 'charged') track.charged = true;
    if (fact.kind === 'noFurtherAction') track.rightToReview = fact.data.rightToReview;
    move(track, status, fact);
  }
}

function named(tracks: SuspectTracks, fact: Fact): SuspectTrack[] {
  if (fact.suspects?.length) return fact.suspects.map((suspectId) => trackOf(tracks, suspectId, fact.happenedAt));
  if (tracks.bySuspect.size === 0) return [trackOf(tracks, unnamedSuspect, fact.happenedAt)];
  return [...tracks.bySuspect.values()];
}

function move(track: SuspectTrack, status: TrackStatus, fact: Fact): void {
  track.status = status;
  track.since = fact.happenedAt;
  track.endedBy = ending.has(status) ? fact.seq : undefined;
}

function statusAfter(fact: Fact): TrackStatus | undefined {
  switch (fact.kind) {
    case 'suspectIdentified':
      return 'identified';
    case 'suspectArrested':
      return 'arrested';
    case 'suspectInterviewed':
      return 'interviewed';
    case 'suspectBailed':
      return 'bailed';
    case 'suspectReleasedUnderInvestigation':
      return 'releasedUnderInvestigation';
    case 'suspectReleasedWithoutCharge':
      return 'releasedWithoutCharge';
    case 'suspectCharged':
    case 'chargedInAnotherCase':
      return 'charged';
    case 'noFurtherAction':
      return 'noFurtherAction';
    case 'outOfCourtResolution':
      return 'outOfCourtResolution';
    case 'verdictGiven':
      if (fact.data.verdict === 'guilty') return 'convicted';
      return fact.data.verdict === 'notGuilty' ? 'acquitted' : 'charged';
    case 'pleaEntered':
      return fact.data.plea === 'guilty' ? 'convicted' : undefined;
    case 'sentencePassed':
      return 'sentenced';
    case 'prosecutionStopped':
      return 'stopped';
    case 'appealLodged':
      return 'appealing';
    case 'appealDecided':
      if (fact.data.result === 'convictionQuashed') return 'acquitted';
      return fact.data.result === 'retrialOrdered' ? 'charged' : 'sentenced';
    default:
      return undefined;
  }
}

export function isCharged(tracks: SuspectTracks): boolean {
  return [...tracks.bySuspect.values()].some((track) => track.charged);
}

/** A charged suspect whose case has not ended: the case is at court. */
export function isAtCourt(tracks: SuspectTracks): boolean {
  return [...tracks.bySuspect.values()].some((track) => track.charged && track.endedBy === undefined);
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
