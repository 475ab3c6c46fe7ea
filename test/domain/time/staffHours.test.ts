import fc from 'fast-check';
import { addHours, instant, londonClock } from '../../../domain/time/londonTime';
import { afterQuietHours } from '../../../domain/time/staffHours';

const quiet = { from: '20:00', to: '07:00' };

describe('quiet hours for staff', () => {
  it.each([
    ['2026-01-15T12:00:00.000Z', '2026-01-15T12:00:00.000Z', 'midday is no quiet hour'],
    ['2026-01-15T19:59:59.999Z', '2026-01-15T19:59:59.999Z', 'the last millisecond before'],
    ['2026-01-15T20:00:00.000Z', '2026-01-16T07:00:00.000Z', 'eight in the evening'],
    ['2026-01-16T06:59:59.999Z', '2026-01-16T07:00:00.000Z', 'the last millisecond of the night'],
    ['2026-01-16T07:00:00.000Z', '2026-01-16T07:00:00.000Z', 'seven in the morning'],
    ['2026-07-15T18:59:59.999Z', '2026-07-15T18:59:59.999Z', 'a summer evening before eight'],
    ['2026-07-15T19:00:00.000Z', '2026-07-16T06:00:00.000Z', 'eight on a summer evening'],
    ['2026-07-15T22:59:59.999Z', '2026-07-16T06:00:00.000Z', 'the end of a day, where duties end'],
    ['2026-03-28T22:00:00.000Z', '2026-03-29T06:00:00.000Z', 'the night in which the clocks go forward'],
    ['2026-03-29T01:30:00.000Z', '2026-03-29T06:00:00.000Z', 'after they went forward'],
    ['2026-10-24T22:00:00.000Z', '2026-10-25T07:00:00.000Z', 'the night in which the clocks go back'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25T07:00:00.000Z', 'half past one, the first time'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25T07:00:00.000Z', 'half past one, the second time'],
    ['2026-12-31T23:59:59.999Z', '2027-01-01T07:00:00.000Z', 'the end of a year'],
  ])('an officer is reached for %s at %s: %s', (at, reached) => {
    expect(afterQuietHours(at, quiet)).toBe(reached);
  });

  it('what gathered in the night is spread over the morning, and the day is not touched', () => {
    expect(afterQuietHours('2026-01-15T23:00:00.000Z', quiet, 90_000)).toBe('2026-01-16T07:01:30.000Z');
    expect(afterQuietHours('2026-01-15T12:00:00.000Z', quiet, 90_000)).toBe('2026-01-15T12:00:00.000Z');
  });

  it('may lie within one day, or not be at all', () => {
    expect(afterQuietHours('2026-01-15T12:30:00.000Z', { from: '12:00', to: '13:00' })).toBe(
      '2026-01-15T13:00:00.000Z'
    );
    expect(afterQuietHours('2026-01-15T13:30:00.000Z', { from: '12:00', to: '13:00' })).toBe(
      '2026-01-15T13:30:00.000Z'
    );
    expect(afterQuietHours('2026-01-15T23:30:00.000Z', { from: '20:00', to: '20:00' })).toBe(
      '2026-01-15T23:30:00.000Z'
    );
  });

  it('that end at a time which the clocks skip end when they have gone forward', () => {
    expect(afterQuietHours('2026-03-29T00:10:00.000Z', { from: '22:00', to: '01:30' })).toBe(
      '2026-03-29T01:30:00.000Z'
    );
  });

  it('never keep anybody waiting for longer than they last, and end outside themselves', () => {
    const times = fc.integer({ min: Date.parse('2010-01-01'), max: Date.parse('2037-01-01') });
    fc.assert(
      fc.property(times, (time) => {
        const at = instant(time);
        const reached = afterQuietHours(at, quiet);
        const clock = londonClock(reached);
        expect(clock >= quiet.to && clock < quiet.from).toBe(true);
        expect(reached >= at && reached <= addHours(at, 12)).toBe(true);
        expect(afterQuietHours(reached, quiet)).toBe(reached);
      })
    );
  });
});
