import { londonDay } from '../../../../domain/time/londonTime';
import type { TaskKind } from '../../../../domain/task';
import { PureCase } from '../../../support/caseBuilder';
import { after } from '../../after';

const day = (days: number) => londonDay(after(days));
const suspects = { suspects: ['s1'] };

/** What is asked only because somebody is to come to court. */
const toCome: readonly TaskKind[] = [
  'askAttendance',
  'arrangeCourtVisit',
  'arrangeSeparateWaiting',
  'arrangeCompanion',
  'refreshStatement',
  'referToWitnessService',
  'askArrangement',
  'tellTimeAtCourt',
  'explainExpenses',
  'bookArrangement',
  'changeArrangement',
  'confirmArrangement',
  'explainSummons',
  'recordAttendance',
];

const asked = () =>
  PureCase.open({ role: 'witness', suspects: ['s1'] })
    .record('suspectCharged', { how: 'charged', urn: '41AA3000001' }, after(0.5), suspects)
    .record('hearingListed', { hearingId: 'h1', hearing: 'trial', on: day(30) }, after(1))
    .record('witnessRequired', { hearingId: 'h1' }, after(1.5));
const coming = () =>
  asked()
    .record('attendanceAnswered', { answer: 'willAttend', channel: 'phone', hearingId: 'h1' }, after(2))
    .record('witnessCalledFor', { hearingId: 'h1', on: day(30), at: '10:00' }, after(2))
    .record('arrangementAsked', { arrangement: 'travel', hearingId: 'h1', on: day(30) }, after(2));
const movedTwice = () =>
  coming()
    .record('hearingMoved', { hearingId: 'h1', on: day(40) }, after(3))
    .record('hearingMoved', { hearingId: 'h1', on: day(50) }, after(3));
const refusing = () =>
  asked()
    .record('attendanceDoubted', { reason: 'refuses', hearingId: 'h1' }, after(2))
    .complete('checkWitnessSafety', 'witnessSafetyChecked', { pressure: 'no' }, after(3));

const witnesses = { asked, coming, movedTwice, refusing };
const ends: Readonly<Record<string, (witness: PureCase) => PureCase>> = {
  'the prosecution stops': (witness) =>
    witness.record('prosecutionStopped', { reason: 'discontinued' }, after(4), suspects),
  'the trial is vacated': (witness) => witness.record('hearingVacated', { hearingId: 'h1' }, after(4)),
  'the defendant admits it': (witness) => witness.record('pleaEntered', { plea: 'guilty' }, after(4), suspects),
  'the court acquits before the trial': (witness) =>
    witness.record('verdictGiven', { verdict: 'notGuilty' }, after(4), suspects),
  'the witness is released': (witness) => witness.record('witnessReleased', { reason: 'notNeeded' }, after(4)),
  'the witness dies': (witness) => witness.record('victimDied', {}, after(4)),
};
const leftOf = (witness: PureCase) => witness.openKinds().filter((kind) => toCome.includes(kind));

describe('a trial that ends before its last day', () => {
  it('leaves no taxi for the days after, and asks nobody to let go who has come', () => {
    const witness = coming()
      .record('hearingMoved', { hearingId: 'h1', on: day(30), untilOn: day(34) }, after(3))
      .record('arrangementAsked', { arrangement: 'travel', hearingId: 'h1', on: day(34) }, after(3))
      .record('verdictGiven', { verdict: 'guilty' }, after(32), suspects);
    const cancelled = witness.careRecord.tasks.filter(({ kind, closed }) => kind === 'cancelArrangement' && !closed);
    expect(cancelled).toHaveLength(1);
    expect(witness.openKinds()).not.toContain('confirmRelease');
  });

  const fiveDays = () =>
    coming()
      .record('hearingMoved', { hearingId: 'h1', on: day(30), untilOn: day(34) }, after(3))
      .record('arrangementAsked', { arrangement: 'accommodation', hearingId: 'h1', on: day(32) }, after(3.5))
      .record('arrangementAsked', { arrangement: 'travel', hearingId: 'h1', on: day(34) }, after(3.5));
  const calledOff = ({ careRecord }: PureCase) =>
    careRecord.tasks.filter(({ kind, closed }) => kind === 'cancelArrangement' && !closed).length;

  it('leaves no taxi and no hotel for the days after the jury was discharged, and leaves that day as it is', () => {
    const discharged = () => fiveDays().record('verdictGiven', { verdict: 'juryDischarged' }, after(32), suspects);
    expect(calledOff(discharged())).toBe(1);
    const again = discharged().record('arrangementAsked', { arrangement: 'travel', on: day(90) }, after(33));
    expect(calledOff(again)).toBe(1);
    expect(calledOff(fiveDays().record('verdictGiven', { verdict: 'juryDischarged' }, after(31), suspects))).toBe(2);
  });

  it.each(['cracked', 'ineffective'] as const)(
    'leaves no taxi for a trial that was %s, until its days are set again',
    (trial) => {
      const heard = () =>
        fiveDays()
          .record('hearingListed', { hearingId: 'h2', hearing: 'sentence', on: day(60) }, after(3))
          .record('arrangementAsked', { arrangement: 'travel', hearingId: 'h2', on: day(60) }, after(3))
          .record('trialHeard', { hearingId: 'h1', trial }, after(30.2), suspects);
      expect(calledOff(heard())).toBe(2);
      const standing = heard().record('hearingMoved', { hearingId: 'h1', on: day(34) }, after(31));
      expect(calledOff(standing)).toBe(1);
    }
  );

  it('keeps the taxi of a trial that goes on another day', () => {
    expect(
      calledOff(fiveDays().record('trialHeard', { hearingId: 'h1', trial: 'partHeard' }, after(30.2), suspects))
    ).toBe(0);
  });

  it('leaves what is booked for the sentence', () => {
    const witness = coming()
      .record('hearingListed', { hearingId: 'h2', hearing: 'sentence', on: day(60) }, after(3))
      .record('arrangementAsked', { arrangement: 'travel', hearingId: 'h2', on: day(60) }, after(3))
      .record('pleaEntered', { plea: 'guilty' }, after(4), suspects);
    const off = witness.careRecord.tasks.filter(({ kind }) => kind === 'cancelArrangement');
    expect(off).toHaveLength(1);
  });
});

describe('a witness who has nothing to come for any more', () => {
  for (const [end, ended] of Object.entries(ends)) {
    it.each(Object.entries(witnesses))(`is asked nothing about coming once ${end} (%s)`, (_name, witness) => {
      expect(leftOf(witness())).not.toEqual([]);
      expect(leftOf(ended(witness()))).toEqual([]);
    });
  }
});
