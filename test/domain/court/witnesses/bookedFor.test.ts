import { careState } from '../../../../domain/careState';
import { projectedArrangements } from '../../../../domain/court/witnesses/trialSummary';
import type { FactData } from '../../../../domain/fact';
import { PureCase } from '../../../support/caseBuilder';

const on = '2026-06-01';
const at = (hour: string) => `2026-06-01T${hour}:00.000Z`;
const trial = { hearingId: 'h1', hearing: 'trial', on, at: at('09:30'), court: 'luton-crown-court' } as const;
const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T09:00:00.000Z`;
const called = (hour: string, seen = on) => ({ hearingId: 'h1', on: seen, at: `${seen}T${hour}:00.000Z` });

const toChange = (story: PureCase) => projectedArrangements(careState(story.careRecord))?.[0]?.toChange;

function asked(): { story: PureCase; arrangementId: string } {
  const story = PureCase.open({ role: 'witness', suspects: ['s1'] })
    .record('suspectCharged', { how: 'charged' }, day(5), { suspects: ['s1'] })
    .record('hearingListed', trial, day(6))
    .record('witnessRequired', { hearingId: 'h1' }, day(9))
    .record('attendanceAnswered', { answer: 'withConditions', conditions: ['travel'], channel: 'phone' }, day(9))
    .record('arrangementAsked', { hearingId: 'h1', arrangement: 'travel', on }, day(9));
  return { story, arrangementId: story.openTask('bookArrangement').arrangementId ?? '' };
}

function booked(said: Partial<FactData['arrangementBooked']> = {}) {
  const { story, arrangementId } = asked();
  story.record('arrangementBooked', { arrangementId, pence: 4_200, ...said }, day(10));
  return { story: story.record('arrangementConfirmed', { arrangementId }, day(11)), arrangementId };
}

describe('a taxi that is booked', () => {
  it('is changed when the witness is called for another time, and the witness is told once it is', () => {
    const { story, arrangementId } = booked();
    expect(story.openKinds()).not.toContain('changeArrangement');
    story.record('witnessCalledFor', called('13:00'), day(12));
    expect(toChange(story)).toBe(6);
    expect(story.openTask('changeArrangement')).toMatchObject({ arrangementId });
    story.complete('changeArrangement', 'arrangementBooked', { arrangementId, pence: 5_000 }, day(13));
    expect(toChange(story)).toBeUndefined();
    expect(story.openKinds()).toContain('confirmArrangement');
    expect(story.openKinds()).not.toContain('changeArrangement');
  });

  it('is changed once more when the time changes once more', () => {
    const { story, arrangementId } = booked();
    story.record('witnessCalledFor', called('13:00'), day(12));
    story.complete('changeArrangement', 'arrangementBooked', { arrangementId }, day(13));
    story.record('witnessCalledFor', called('14:00'), day(14));
    expect(story.openTask('changeArrangement')).toMatchObject({ arrangementId });
    story.record('witnessCalledFor', called('13:00'), day(15));
    expect(story.openKinds()).not.toContain('changeArrangement');
  });

  it('is changed when the trial is at another court on that day, or begins at another hour', () => {
    const elsewhere = booked().story.record(
      'hearingMoved',
      { hearingId: 'h1', on, court: 'st-albans-crown-court', at: at('09:30') },
      day(12)
    );
    expect(elsewhere.openKinds()).toContain('changeArrangement');
    const earlier = booked().story.record('hearingMoved', { hearingId: 'h1', on, at: at('08:30') }, day(12));
    expect(earlier.openKinds()).toContain('changeArrangement');
  });

  it('is not for another room, the same court by another name, the time of another day, or once it is for nothing', () => {
    const room = booked().story.record(
      'hearingMoved',
      { ...{ hearingId: 'h1', on, at: at('09:30') }, room: '4' },
      day(12)
    );
    expect(toChange(room)).toBeUndefined();
    const name = { hearingId: 'h1', on, at: at('09:30'), court: 'luton-crown' };
    expect(toChange(booked().story.record('hearingMoved', name, day(12)))).toBeUndefined();
    expect(toChange(booked().story.record('witnessCalledFor', called('13:00', '2026-06-02'), day(12)))).toBeUndefined();
    const off = booked()
      .story.record('witnessCalledFor', called('13:00'), day(12))
      .record('hearingVacated', { hearingId: 'h1' }, day(13));
    expect(off.openKinds()).toContain('cancelArrangement');
    expect(off.openKinds()).not.toContain('changeArrangement');
    expect(toChange(off)).toBeUndefined();
  });

  it('for what the hub had when it booked is changed, whatever the case had heard by then', () => {
    const { story, arrangementId } = asked();
    story.record('witnessCalledFor', called('13:00'), day(10));
    const old = { arrangementId, court: 'luton-crown-court', startsAt: at('09:30') };
    expect(toChange(story.record('arrangementBooked', old, day(10)))).toBe(7);
    expect(toChange(story.record('arrangementBooked', { ...old, startsAt: at('13:00') }, day(11)))).toBeUndefined();
  });
});

describe('what is asked about a booking', () => {
  it('is asked by the evening before the day, on the day within the hour, and not once it is over', () => {
    const near = '2026-03-11';
    const story = PureCase.open({ role: 'witness' }).record(
      'hearingListed',
      { ...trial, on: near, at: undefined },
      day(9)
    );
    story.record('arrangementAsked', { hearingId: 'h1', arrangement: 'travel', on: near }, day(10));
    expect(story.openTask('bookArrangement').dueAt).toBe('2026-03-10T23:59:59.999Z');
    const { arrangementId = '' } = story.openTask('bookArrangement');
    story.complete('bookArrangement', 'arrangementBooked', { arrangementId }, day(11));
    expect(story.openTask('confirmArrangement').dueAt).toBe('2026-03-11T10:00:00.000Z');
    expect(story.at('2026-03-12T09:00:00.000Z').openKinds()).not.toContain('confirmArrangement');
  });

  it('goes by itself when the day is over, also where nobody has been asked to come', () => {
    const story = PureCase.open({ role: 'witness' });
    story.record('arrangementAsked', { arrangement: 'travel', on: '2026-03-11' }, day(10));
    expect(story.openKinds()).toContain('bookArrangement');
    expect(story.wakeAt).toBe('2026-03-12T00:00:00.000Z');
    expect(story.at('2026-03-12T00:00:00.000Z').openKinds()).not.toContain('bookArrangement');
  });

  it('of a witness who hears on the eve that they are needed, is whether they come by that evening', () => {
    const story = PureCase.open({ role: 'witness', suspects: ['s1'] })
      .record('suspectCharged', { how: 'charged' }, day(5), { suspects: ['s1'] })
      .record('hearingListed', { ...trial, on: '2026-03-11', at: undefined }, day(9))
      .record('witnessRequired', { hearingId: 'h1' }, day(10));
    expect(story.openTask('askAttendance').dueAt).toBe('2026-03-10T23:59:59.999Z');
  });
});
