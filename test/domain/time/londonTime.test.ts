import fc from 'fast-check';
import {
  addCalendarDays,
  addHours,
  atLondonClock,
  endOfDayAfter,
  endOfLondonDay,
  instant,
  londonClock,
  londonDay,
  londonDayText,
  londonText,
  startOfLondonDay,
} from '../../../domain/time/londonTime';

describe('a day in London', () => {
  it.each([
    ['2026-01-15T23:59:59.999Z', '2026-01-15', 'winter keeps the day of UTC'],
    ['2026-07-15T22:59:59.999Z', '2026-07-15', 'a summer evening is still the same day'],
    ['2026-07-15T23:00:00.000Z', '2026-07-16', 'a summer day begins an hour before that of UTC'],
    ['2026-03-28T23:30:00.000Z', '2026-03-28', '23:30 before the clocks go forward'],
    ['2026-03-29T23:30:00.000Z', '2026-03-30', '00:30 in the first night of summer time'],
    ['2026-10-24T22:30:00.000Z', '2026-10-24', '23:30 before the clocks go back'],
    ['2026-10-24T23:30:00.000Z', '2026-10-25', '00:30 in the last night of summer time'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25', '01:30 the first time'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25', '01:30 the second time'],
    ['2026-10-25T23:30:00.000Z', '2026-10-25', '23:30 on the day of 25 hours'],
    ['2027-12-31T23:59:59.999Z', '2027-12-31', 'the last moment of a year'],
    ['2028-02-29T12:00:00.000Z', '2028-02-29', 'a leap day'],
  ])('%s is on %s: %s', (at, on) => {
    expect(londonDay(at)).toBe(on);
  });

  it.each([
    ['2026-03-29', '2026-03-29T00:00:00.000Z', '2026-03-29T22:59:59.999Z', 23],
    ['2026-03-30', '2026-03-29T23:00:00.000Z', '2026-03-30T22:59:59.999Z', 24],
    ['2026-10-25', '2026-10-24T23:00:00.000Z', '2026-10-25T23:59:59.999Z', 25],
    ['2026-10-26', '2026-10-26T00:00:00.000Z', '2026-10-26T23:59:59.999Z', 24],
    ['2028-02-29', '2028-02-29T00:00:00.000Z', '2028-02-29T23:59:59.999Z', 24],
  ])('%s runs from %s to %s', (on, from, until, hours) => {
    expect([startOfLondonDay(on), endOfLondonDay(on)]).toEqual([from, until]);
    expect(Date.parse(until) + 1 - Date.parse(from)).toBe(hours * 3_600_000);
  });

  it('is added up in days of the calendar, not in stretches of 24 hours', () => {
    expect(endOfDayAfter('2026-03-28T23:30:00.000Z', 1)).toBe('2026-03-29T22:59:59.999Z');
    expect(endOfDayAfter('2026-10-24T22:30:00.000Z', 1)).toBe('2026-10-25T23:59:59.999Z');
    expect(endOfDayAfter('2026-10-24T23:30:00.000Z', 1)).toBe('2026-10-26T23:59:59.999Z');
  });
});

describe('the clocks of London through three centuries', () => {
  it.each([
    ['1916-06-01T12:00:00.000Z', '1 June 1916 at 1:00pm', 'the first summer time'],
    ['1943-07-01T12:00:00.000Z', '1 July 1943 at 2:00pm', 'two hours ahead in the war'],
    ['1943-12-01T12:00:00.000Z', '1 December 1943 at 1:00pm', 'and one hour in its winters'],
    ['1970-01-15T12:00:00.000Z', '15 January 1970 at 1:00pm', 'summer time all year from 1968 to 1971'],
    ['1972-01-15T12:00:00.000Z', '15 January 1972 at 12:00pm', 'winter time again'],
    ['2199-07-01T12:00:00.000Z', '1 July 2199 at 1:00pm', 'as the law stands, for ever'],
  ])('%s is %s: %s', (at, text) => {
    expect(londonText(at)).toBe(text);
  });

  it('a day begins at midnight on its clocks, two hours before that of UTC in the summers of the war', () => {
    expect(startOfLondonDay('1943-07-01')).toBe('1943-06-30T22:00:00.000Z');
    expect(endOfLondonDay('1943-07-01')).toBe('1943-07-01T21:59:59.999Z');
  });

  it('are those of Intl at any instant', () => {
    const asIntl = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const threeCenturies = { min: Date.parse('1900-01-01'), max: Date.parse('2200-12-31') };
    fc.assert(
      fc.property(fc.integer(threeCenturies).map(instant), (at) => {
        expect(`${londonDay(at)} ${londonClock(at)}`).toBe(asIntl.format(new Date(at)));
      }),
      { numRuns: 20_000 }
    );
  });

  it.each([
    ['2026-03-29', '00:59', '2026-03-29T00:59:00.000Z', 'the minute before they go forward'],
    ['2026-03-29', '01:30', '2026-03-29T01:30:00.000Z', 'a time that they skip'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z', 'the minute after'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z', 'the first of two half past ones'],
    ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z', 'the first minute after both'],
    ['2026-07-01', '00:30', '2026-06-30T23:30:00.000Z', 'a summer night'],
  ])('show on %s the time %s at %s: %s', (on, clock, at) => {
    expect(atLondonClock(on, clock)).toBe(at);
  });
});

describe('hours of the clock', () => {
  it('do not stretch or shrink when the clocks change: 24 hours are 24 hours', () => {
    expect(addHours('2026-03-28T10:00:00.000Z', 24)).toBe('2026-03-29T10:00:00.000Z');
    expect(londonText(addHours('2026-03-28T10:00:00.000Z', 24))).toBe('29 March 2026 at 11:00am');
  });
});

describe('an instant', () => {
  it.each([
    ['2026-06-04T09:32:00+01:00', '2026-06-04T08:32:00.000Z'],
    ['2026-06-04T00:15:00+01:00', '2026-06-03T23:15:00.000Z'],
    ['2026-11-22T07:00:00Z', '2026-11-22T07:00:00.000Z'],
  ])('told as %s is kept as %s', (told, kept) => {
    expect(instant(told)).toBe(kept);
  });

  it('that is no date at all is refused', () => {
    expect(() => instant('on Tuesday')).toThrow(RangeError);
  });
});

describe('the text that people read', () => {
  it.each([
    ['2026-06-04T08:32:00.000Z', '4 June 2026 at 9:32am'],
    ['2026-12-01T00:05:00.000Z', '1 December 2026 at 12:05am'],
    ['2026-12-01T12:00:00.000Z', '1 December 2026 at 12:00pm'],
    ['2026-10-25T01:30:00.000Z', '25 October 2026 at 1:30am'],
  ])('of %s is %s', (at, text) => {
    expect(londonText(at)).toBe(text);
  });

  it('of a day has no time', () => {
    expect(londonDayText('2026-10-25')).toBe('25 October 2026');
  });
});

const instants = fc
  .integer({ min: Date.parse('1998-01-01T00:00:00Z'), max: Date.parse('2037-12-31T23:59:59Z') })
  .map((time) => instant(time));
const days = instants.map((at) => at.slice(0, 10));

/** Summer time by its rule: from the last Sunday of March to that of October, each at one in the morning UTC. */
function dayByRule(at: string): string {
  const lastSunday = (month: number): number => {
    const last = new Date(Date.UTC(Number(at.slice(0, 4)), month, 0, 1));
    return last.getTime() - last.getUTCDay() * 86_400_000;
  };
  const time = Date.parse(at);
  const summer = time >= lastSunday(3) && time < lastSunday(10);
  return new Date(time + (summer ? 3_600_000 : 0)).toISOString().slice(0, 10);
}

describe('whatever the instant', () => {
  it('the day in London is the one that the rule of summer time gives', () => {
    fc.assert(fc.property(instants, (at) => londonDay(at) === dayByRule(at)));
  });

  it('a day holds exactly the instants from its start to its end', () => {
    fc.assert(
      fc.property(days, (on) => {
        expect(londonDay(startOfLondonDay(on))).toBe(on);
        expect(londonDay(endOfLondonDay(on))).toBe(on);
        expect(londonDay(instant(Date.parse(startOfLondonDay(on)) - 1))).toBe(addCalendarDays(on, -1));
        expect(londonDay(instant(Date.parse(endOfLondonDay(on)) + 1))).toBe(addCalendarDays(on, 1));
      })
    );
  });

  it('later events never have earlier limits', () => {
    fc.assert(
      fc.property(instants, instants, fc.nat(400), (one, other, count) => {
        const [first, second] = [one, other].sort() as [string, string];
        expect(endOfDayAfter(first, count) <= endOfDayAfter(second, count)).toBe(true);
        expect(endOfDayAfter(first, count) >= first).toBe(true);
      })
    );
  });

  it('days added and taken away again come back to the same day', () => {
    fc.assert(
      fc.property(days, fc.nat(4000), (on, count) => addCalendarDays(addCalendarDays(on, count), -count) === on)
    );
  });
});
