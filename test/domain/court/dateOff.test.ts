import { datesOff } from '../../../domain/court/dateOff';
import type { FactData } from '../../../domain/fact';
import { addCalendarDays, addHours, atLondonClock, londonDay } from '../../../domain/time/londonTime';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const day = (days: number) => londonDay(after(days));
const trialOn = (on: string): FactData['hearingListed'] => ({ hearingId: 'h1', hearing: 'trial', on });
const moved = (on: string) => ({ hearingId: 'h1', on });
const listed = (on = day(60)) => PureCase.open({ role: 'witness' }).record('hearingListed', trialOn(on), after(1));
const off = ({ careRecord }: PureCase, today = day(3)) =>
  datesOff(careRecord.facts, today).map(({ fact, on, template }) => [fact.seq, on, template]);

describe('a trial that is off', () => {
  it('is off on the day that they know, whether it was vacated or moved', () => {
    expect(off(listed().record('hearingVacated', { hearingId: 'h1' }, after(2)))).toEqual([[2, day(60), 'date-off']]);
    expect(off(listed().record('hearingMoved', moved(day(70)), after(2)))).toEqual([[2, day(60), 'date-moved']]);
  });

  it('moved twice is off on both days, since nobody knows of which they have heard', () => {
    const twice = listed()
      .record('hearingMoved', moved(day(70)), after(2))
      .record('hearingMoved', moved(day(80)), after(3));
    expect(off(twice)).toEqual([
      [2, day(60), 'date-moved'],
      [3, day(70), 'date-moved'],
    ]);
  });

  it('is not off while the same trial stands on that day under another id: they are to come', () => {
    const twice = listed().record('hearingListed', { ...trialOn(day(60)), hearingId: 'h2' }, after(2));
    expect(off(twice.record('hearingVacated', { hearingId: 'h1' }, after(3)))).toEqual([]);
    expect(off(twice.record('hearingMoved', { hearingId: 'h2', on: day(70) }, after(4)))).toEqual([
      [3, day(60), 'date-off'],
      [4, day(60), 'date-moved'],
    ]);
  });

  it('is off no more once it stands again on that day', () => {
    const vacated = listed().record('hearingVacated', { hearingId: 'h1' }, after(2));
    expect(off(vacated.record('hearingMoved', moved(day(60)), after(3)))).toEqual([]);
  });

  it('is not off for another hour or room of the same day, nor a hearing that is no trial, nor a day that has passed', () => {
    expect(off(listed().record('hearingMoved', { ...moved(day(60)), room: '4' }, after(2)))).toEqual([]);
    const bail = PureCase.open().record('hearingListed', { ...trialOn(day(60)), hearing: 'bailHearing' }, after(1));
    expect(off(bail.record('hearingVacated', { hearingId: 'h1' }, after(2)))).toEqual([]);
    expect(off(listed().record('hearingVacated', { hearingId: 'h1' }, after(2)), day(61))).toEqual([]);
  });
});

describe('a trial that is at another court on the same day', () => {
  const at = (court: string, on = day(60)) =>
    PureCase.open({ role: 'witness' }).record('hearingListed', { ...trialOn(on), court }, after(1));
  const goes = (witness: PureCase, court: string, days = 2, hearingId = 'h1') =>
    witness.record('hearingMoved', { hearingId, on: day(60), court }, after(days));

  it('is a way in vain, whether it moved there or was vacated here and listed there under another id', () => {
    expect(off(goes(at('luton-crown-court'), 'st-albans-crown-court'))).toEqual([[2, day(60), 'place-moved']]);
    const anew = at('luton-crown-court').record(
      'hearingListed',
      { ...trialOn(day(60)), hearingId: 'h2', court: 'st-albans-crown-court' },
      after(2)
    );
    expect(off(anew)).toEqual([]);
    expect(off(anew.record('hearingVacated', { hearingId: 'h1' }, after(3)))).toEqual([[3, day(60), 'place-moved']]);
  });

  it('is none for another name of the same court, an id in place of it, or a word that names none', () => {
    expect(off(goes(at('luton-crown'), 'luton-crown-court'))).toEqual([]);
    expect(off(goes(at('luton-crown-court'), 'cp-f8254db1-1683-483e-afb3-b87fde5a0a26'))).toEqual([]);
    expect(off(at('luton-crown-court').record('hearingMoved', moved(day(60)), after(2)))).toEqual([]);
  });

  it('that comes back to the first court is a way in vain for whoever heard of the second', () => {
    const back = goes(goes(at('luton-crown-court'), 'st-albans-crown-court'), 'luton-crown-court', 3);
    expect(off(back)).toEqual([[3, day(60), 'place-moved']]);
  });

  it('and another hour there later changes nothing of it; vacated then, it is off', () => {
    const there = goes(at('luton-crown-court'), 'st-albans-crown-court');
    const later = goes(there, 'st-albans-crown-court', 3);
    expect(off(later)).toEqual([[2, day(60), 'place-moved']]);
    expect(off(later.record('hearingVacated', { hearingId: 'h1' }, after(4)))).toEqual([[4, day(60), 'date-off']]);
  });

  it('has the witness called within the hour where it is near, also where a message left: it does not say where', () => {
    const tomorrow = addCalendarDays(londonDay(after(2)), 1);
    const witness = at('luton-crown-court', tomorrow);
    witness.record('hearingMoved', { hearingId: 'h1', on: tomorrow, court: 'st-albans-crown-court' }, after(2));
    witness.record('messageSent', { messageId: 'm1', template: 'place-moved', channel: 'text' }, after(2));
    expect(witness.openTask('callAboutDate')).toMatchObject({ dueAt: addHours(after(2), 1), about: [2] });
    witness.complete('callAboutDate', 'victimTold', { channel: 'phone', about: [] }, addHours(after(2), 1));
    expect(witness.openKinds()).not.toContain('callAboutDate');
  });
});

describe('who was to come to a trial that is off', () => {
  const vacated = (on: string) => listed(on).record('hearingVacated', { hearingId: 'h1' }, after(2));

  it('is called within the hour where it is tomorrow, and within four where there is time', () => {
    const tomorrow = addCalendarDays(londonDay(after(2)), 1);
    expect(vacated(tomorrow).openTask('callAboutDate')).toMatchObject({ dueAt: addHours(after(2), 1), about: [2] });
    expect(vacated(day(60)).openTask('callAboutDate').dueAt).toBe(addHours(after(2), 4));
    const inDays = (days: number) => addCalendarDays(londonDay(after(2)), days);
    expect(vacated(inDays(2)).openTask('callAboutDate').dueAt).toBe(addHours(after(2), 1));
    expect(vacated(inDays(3)).openTask('callAboutDate').dueAt).toBe(addHours(after(2), 4));
  });

  it('is called by day where there is time, and at night only where the trial is near', () => {
    const called = (recordedAt: string, on: string) =>
      listed(on).record('hearingVacated', { hearingId: 'h1' }, recordedAt).openTask('callAboutDate').dueAt;
    const [today, tomorrow] = [londonDay(after(2)), londonDay(after(3))];
    for (const [clock, due] of [
      ['01:50', atLondonClock(today, '12:00')],
      ['07:59', atLondonClock(today, '12:00')],
      ['09:30', atLondonClock(today, '13:30')],
      ['17:00', atLondonClock(tomorrow, '12:00')],
      ['23:50', atLondonClock(tomorrow, '12:00')],
    ] as const)
      expect([clock, called(atLondonClock(today, clock), day(60))]).toEqual([clock, due]);
    expect(called(atLondonClock(today, '23:50'), tomorrow)).toBe(addHours(atLondonClock(today, '23:50'), 1));
  });

  it('is called no more once a message left or somebody told them, and again where the message failed', () => {
    const witness = vacated(day(60));
    const sent = { messageId: 'm1', template: 'date-off', channel: 'text' } as const;
    witness.record('messageSent', sent, addHours(after(2), 1));
    expect(witness.openKinds()).not.toContain('callAboutDate');
    witness.record('messageFailed', { ...sent, reason: 'permanent' }, addHours(after(2), 2));
    expect(witness.openKinds()).toContain('callAboutDate');
    witness.complete('callAboutDate', 'victimTold', { channel: 'phone', about: [] }, addHours(after(2), 3));
    expect(witness.openKinds()).not.toContain('callAboutDate');
    expect(witness.openTask('tellVictim').about).not.toContain(2);
  });

  it('is called where nobody says in time that the message arrived, counted from then, and no more once it has', () => {
    for (const [on, hours] of [
      [addCalendarDays(londonDay(after(2)), 1), 1],
      [day(60), 4],
    ] as const) {
      const witness = vacated(on);
      const sent = { messageId: 'm1', template: 'date-off', channel: 'text' } as const;
      witness.record('messageSent', sent, addHours(after(2), 1));
      expect(witness.openKinds()).not.toContain('callAboutDate');
      witness.record('messageUnconfirmed', sent, addHours(after(2), 2));
      expect(witness.openTask('callAboutDate').dueAt).toBe(addHours(after(2), 2 + hours));
      witness.record('messageArrived', sent, addHours(after(2), 2.5));
      expect(witness.openKinds()).not.toContain('callAboutDate');
    }
  });

  it('is called where it stands again after a message that may have arrived: they may believe that it is off', () => {
    const sent = { messageId: 'm1', template: 'date-off', channel: 'text' } as const;
    const again = vacated(day(60))
      .record('messageSent', sent, after(2))
      .record('messageUnconfirmed', sent, after(3))
      .record('hearingMoved', moved(day(60)), after(3, 2));
    expect(again.openTask('callAboutDate').about).toEqual([5]);
  });

  it('is called where it stands again on that day after they heard that it was off, until they know or have answered', () => {
    const tomorrow = addCalendarDays(londonDay(after(2)), 1);
    const again = () =>
      vacated(tomorrow)
        .record('messageSent', { messageId: 'm1', template: 'date-off', channel: 'text' }, after(2))
        .record('hearingMoved', moved(tomorrow), after(2, 2));
    expect(again().openTask('callAboutDate')).toMatchObject({ dueAt: addHours(after(2, 2), 1), about: [4] });
    const told = again().complete('callAboutDate', 'victimTold', { channel: 'phone', about: [] }, after(2, 3));
    expect(told.openKinds()).not.toContain('callAboutDate');
    const answered = { answer: 'willAttend', channel: 'phone' } as const;
    expect(again().record('attendanceAnswered', answered, after(2, 3)).openKinds()).not.toContain('callAboutDate');
    const vacatedAgain = again().record('hearingVacated', { hearingId: 'h1' }, after(2, 3));
    expect(vacatedAgain.openTask('callAboutDate').about).toEqual([5]);
  });

  it('is called for nothing where it stands again before they heard anything, or at another hour alone', () => {
    const unheard = vacated(day(60)).record('hearingMoved', moved(day(60)), after(3));
    expect(unheard.openKinds()).not.toContain('callAboutDate');
    const hours = listed(day(60)).record('hearingMoved', { ...moved(day(60)), room: '4' }, after(2));
    hours
      .record('victimTold', { channel: 'phone', about: [2] }, after(3))
      .record('hearingMoved', { ...moved(day(60)), room: '5' }, after(4));
    expect(hours.openKinds()).not.toContain('callAboutDate');
  });

  it('silence: the call stays asked until the day itself is over', () => {
    const witness = vacated(day(5)).at(after(5));
    expect(witness.openKinds()).toContain('callAboutDate');
    expect(witness.at(after(6, 1)).openKinds()).not.toContain('callAboutDate');
  });
});
