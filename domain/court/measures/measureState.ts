import type { Fact, FactData, FactKind } from '../../fact';
import type { CalendarDay, Instant } from '../../time/londonTime';
import { isTriedAgain } from '../../tracks/trackStatus';
import { specialMeasures, type SpecialMeasure } from '../../vocabulary';
import { eventsOf } from './measureEvents';
import type { MeasureGround } from './measureRules';
import { measureAfter } from './measureAfter';
import { roundOfNewTrial, withoutCheck } from './newTrial';
import type { MeasureStatus } from './measureStatus';

type Known<K extends FactKind> = { readonly seq: number; readonly at: Instant } & FactData[K];

/** One measure for one witness. */
export interface MeasureState {
  readonly status: MeasureStatus;
  readonly since: Instant;
  /** The fact that gave the status. */
  readonly seq: number;
  /** Why the prosecution declined it. */
  readonly reason?: FactData['specialMeasuresConsidered']['reason'];
  /** How far it had come when the witness opted out: who applied for it, or directed it, has to hear that. */
  readonly optedOutFrom?: MeasureState;
  /** When a court directed it after all, of which the witness had opted out by then. */
  readonly directedSince?: { readonly seq: number; readonly at: Instant };
  /** By what it was carried over into a new trial, while nobody has checked with the prosecution that it stands. */
  readonly carriedOver?: { readonly seq: number; readonly at: Instant };
  /** When the witness wanted it again, of whose direction they had opted out. */
  readonly wantedAgain?: { readonly seq: number; readonly at: Instant };
}

/** Everything of one trial: a new trial begins another, which has what was directed, and this one stays. */
export interface MeasureRound {
  readonly screened?: Known<'specialMeasuresScreened'> | undefined;
  /** By what a new trial began for which nobody has been screened: something was not decided for the one before. */
  readonly screenAgain?: { readonly seq: number; readonly at: Instant } | undefined;
  readonly mg2?: Known<'specialMeasuresReferred'> | undefined;
  /** Grounds that anybody has named in this round. */
  readonly grounds: readonly MeasureGround[];
  /** By somebody other than the accused, as anybody has said in this round. */
  readonly intimidationFeared?: true;
  readonly measures: ReadonlyMap<SpecialMeasure, MeasureState>;
  /** When the officer last accepted that the prosecution declined. */
  readonly declineAccepted?: { readonly seq: number; readonly at: Instant } | undefined;
  /** When the prosecution and the court were last told that the witness opts out. */
  readonly optOutPassedOn?: { readonly seq: number; readonly at: Instant } | undefined;
  /** When they were last told that the witness wants again what they had opted out of. */
  readonly wantedAgainPassedOn?: { readonly seq: number; readonly at: Instant } | undefined;
  /** For which hearing somebody last looked whether they are in place. */
  readonly checked?: Known<'specialMeasuresChecked'> | undefined;
}

/** Section 28: its dates, what has been recorded, and whether the witness is still needed. */
export interface RecordingState {
  readonly dates?: Known<'recordingDatesSet'> | undefined;
  readonly recorded: ReadonlyMap<FactData['evidenceRecorded']['part'], Instant>;
  readonly attendance?: Known<'trialAttendanceDecided'> | undefined;
}

export interface Measures {
  round: MeasureRound;
  readonly earlierRounds: MeasureRound[];
  recording: RecordingState;
  /** The eighteenth birthday that has been taken in: what a court directs after it does not end with it. */
  lapsedOn?: CalendarDay;
}

const newRound: MeasureRound = { grounds: [], measures: new Map() };

export function noMeasuresYet(): Measures {
  return { round: newRound, earlierRounds: [], recording: { recorded: new Map() } };
}

/**
 * Takes in what a fact says of special measures. What stands is on the record because it skipped nothing, or because a
 * person accepted it: here each event leads where it leads.
 */
export function followMeasures(known: Measures, fact: Fact): void {
  const { seq, happenedAt: at } = fact;
  if (isTriedAgain(fact)) {
    if (known.round !== newRound) known.earlierRounds.push(known.round);
    known.round = roundOfNewTrial(known.round, fact) ?? newRound;
    // What is recorded is played again; whether the witness comes to this trial is another decision.
    known.recording = { recorded: known.recording.recorded };
    return;
  }
  const measures = new Map(known.round.measures);
  for (const [measure, event] of eventsOf(fact, known.round)) {
    const next = measureAfter(known.round.measures.get(measure), event, { seq, at });
    if (!next) continue;
    const reason = fact.kind === 'specialMeasuresConsidered' ? fact.data.reason : undefined;
    measures.set(measure, { ...next, ...(next.status === 'declined' && reason ? { reason } : {}) });
  }
  let round: MeasureRound = { ...known.round, measures };
  switch (fact.kind) {
    case 'specialMeasuresScreened':
      for (const [measure, { status }] of measures) {
        if (status === 'wanted' && !named(fact.data).includes(measure)) measures.delete(measure);
      }
      round = {
        ...round,
        screened: { seq, at, ...fact.data },
        screenAgain: undefined,
        grounds: [...new Set([...round.grounds, ...(fact.data.grounds ?? [])])],
        ...(fact.data.intimidationFeared ? { intimidationFeared: true } : {}),
      };
      break;
    case 'specialMeasuresReferred':
      round = { ...round, mg2: { seq, at, ...fact.data } };
      break;
    case 'specialMeasuresDeclineAccepted':
      round = { ...round, declineAccepted: { seq, at } };
      break;
    case 'specialMeasuresOptOutPassedOn':
      round = { ...round, optOutPassedOn: { seq, at } };
      break;
    case 'specialMeasuresWantedAgainPassedOn':
      round = { ...round, wantedAgainPassedOn: { seq, at } };
      break;
    case 'specialMeasuresStandingChecked':
      round = { ...round, measures: withoutCheck(measures, fact.data.standing) };
      break;
    case 'specialMeasuresChecked':
      round = { ...round, checked: { seq, at, ...fact.data } };
      break;
    case 'recordingDatesSet':
      known.recording = { ...known.recording, dates: { ...known.recording.dates, seq, at, ...fact.data } };
      return;
    case 'evidenceRecorded':
      known.recording = {
        ...known.recording,
        recorded: new Map([[fact.data.part, at], ...known.recording.recorded]),
      };
      return;
    case 'trialAttendanceDecided':
      known.recording = { ...known.recording, attendance: { seq, at, ...fact.data } };
      return;
    default:
      if (measures.size === 0 || sameMeasures(measures, known.round.measures)) return;
  }
  known.round = round;
}

function named({ wanted, measures }: FactData['specialMeasuresScreened']): readonly SpecialMeasure[] {
  return wanted ? measures : [];
}

function sameMeasures(one: MeasureRound['measures'], other: MeasureRound['measures']): boolean {
  return one.size === other.size && [...one].every(([measure, state]) => other.get(measure) === state);
}

export function statusOf({ measures }: MeasureRound, measure: SpecialMeasure): MeasureStatus {
  return measures.get(measure)?.status ?? 'notWanted';
}

/** Measures in one of these statuses, in the order of their sections. */
export function measuresThatAre(round: MeasureRound, ...statuses: readonly MeasureStatus[]): SpecialMeasure[] {
  return specialMeasures.filter((measure) => statuses.includes(statusOf(round, measure)));
}

/** When the last of these measures came to its status. */
export function lastSince({ measures }: MeasureRound, which: readonly SpecialMeasure[]): Instant {
  return (
    which
      .flatMap((measure) => measures.get(measure)?.since ?? [])
      .sort()
      .at(-1) ?? ''
  );
}
