import { datesOff } from '../../../domain/court/dateOff';
import type { FactData } from '../../../domain/fact';
import { addCalendarDays, addHours, londonDay } from '../../../domain/time/londonTime';
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

describe('who was to come to a trial that is off', () => {
  const vacated = (on: string) => listed(on).record('hearingVacated', { hearingId: 'h1' }, after(2));

  it('is called within the hour where it is tomorrow, and within four where there is time', () => {
    const tomorrow = addCalendarDays(londonDay(after(2)), 1);
    expect(vacated(tomorrow).openTask('callAboutDate')).toMatchObject({ dueAt: addHours(after(2), 1), about: [2] });
    expect(vacated(day(60)).openTask('callAboutDate').dueAt).toBe(addHours(after(2), 4));
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

  it('silence: the call stays asked until the day itself is over', () => {
    const witness = vacated(day(5)).at(after(5));
    expect(witness.openKinds()).toContain('callAboutDate');
    expect(witness.at(after(6, 1)).openKinds()).not.toContain('callAboutDate');
  });
});
