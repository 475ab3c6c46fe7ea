import { confirmedBy } from '../../../domain/court/travelInVain';

describe('a message about a day at court of which nobody says that it arrived', () => {
  it('is waited for half an hour where somebody may travel within two days, on the day itself too', () => {
    const leftAt = '2026-06-01T09:10:00.000Z';
    for (const on of ['2026-06-01', '2026-06-02', '2026-06-03']) {
      expect(confirmedBy(on, leftAt)).toBe('2026-06-01T09:40:00.000Z');
    }
  });

  it('is waited for until eight the next morning else, at weekends too: the day is still two days ahead', () => {
    expect(confirmedBy('2026-06-04', '2026-06-01T09:10:00.000Z')).toBe('2026-06-02T07:00:00.000Z');
    const friday = '2026-06-05T16:00:00.000Z';
    expect(confirmedBy('2026-06-08', friday)).toBe('2026-06-06T07:00:00.000Z');
    expect(confirmedBy('2026-12-20', '2026-12-01T23:50:00.000Z')).toBe('2026-12-02T08:00:00.000Z');
  });
});
