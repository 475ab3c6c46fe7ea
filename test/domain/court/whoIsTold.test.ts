import { knownAs, toldOfHearing, type DateMessage } from '../../../domain/court/whoIsTold';
import { effectiveFacts } from '../../../domain/effectiveFacts';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const listed = () =>
  PureCase.open({ role: 'witness' }).record(
    'hearingListed',
    { hearingId: 'h1', hearing: 'trial', on: '2026-06-01' },
    after(1)
  );
const vacated = () => listed().record('hearingVacated', { hearingId: 'h1' }, after(2));
const toldOf = ({ careRecord }: PureCase, messages: DateMessage[] = [], ids = ['h1']) =>
  toldOfHearing(effectiveFacts(careRecord.facts, new Map()), ids, messages);
const message = (state: string, more: Partial<DateMessage> = {}): DateMessage => ({
  ...{ about: 2, channel: 'text', changedAt: after(2), state },
  ...more,
});

describe('who is told of a trial that is off', () => {
  it('has not heard while the case knows nothing of the hearing, whatever it knows of another', () => {
    expect(toldOf(vacated(), [], ['h2'])).toEqual({ state: 'notHeard' });
    expect(toldOf(PureCase.open({ role: 'witness' }).record('pleaEntered', { plea: 'guilty' }, after(1)))).toEqual({
      state: 'notHeard',
    });
  });

  it('is to be called of the last word alone, with the day that it names', () => {
    expect(toldOf(listed())).toEqual({
      state: 'toCall',
      news: { kind: 'hearingListed', fact: 1, on: '2026-06-01' },
      heardAt: after(1),
    });
    expect(toldOf(vacated())).toMatchObject({ state: 'toCall', news: { kind: 'hearingVacated', fact: 2 } });
  });

  it.each([
    ['queued', 'messageWaits'],
    ['sent', 'messageSent'],
    ['delivered', 'messageSent'],
    ['failed', 'toCall'],
    ['stopped', 'toCall'],
  ])('whose message is %s: %s', (state, expected) => {
    expect(toldOf(vacated(), [message(state, { because: 'why' })])).toMatchObject({
      ...{ state: expected, channel: 'text', at: after(2), because: 'why' },
    });
  });

  it('is to be called where nobody has said in time that the message arrived', () => {
    expect(toldOf(vacated(), [message('sent', { because: 'noReceipt' })])).toMatchObject({
      ...{ state: 'toCall', channel: 'text', because: 'noReceipt' },
    });
  });

  it('is not to be called once they have died, before or after the news; who was told before stays told', () => {
    const died = vacated().record('victimDied', {}, after(3));
    const before = listed().record('victimDied', {}, after(2));
    expect(toldOf(before.record('hearingVacated', { hearingId: 'h1' }, after(3)))).toMatchObject({
      ...{ state: 'couldNotBeTold', because: 'died' },
    });
    expect(toldOf(died)).toMatchObject({ state: 'couldNotBeTold', because: 'died', at: after(3) });
    expect(toldOf(died, [message('stopped', { because: 'noSafeWay' })])).toMatchObject({
      ...{ state: 'couldNotBeTold', because: 'died' },
    });
    expect(toldOf(died, [message('delivered')]).state).toBe('messageSent');
    const told = vacated().record('victimTold', { about: [2], channel: 'phone' }, after(3));
    expect(toldOf(told.record('victimDied', {}, after(4))).state).toBe('told');
  });

  it('is not reached by a message about the word before', () => {
    expect(toldOf(vacated(), [message('delivered', { about: 1 })]).state).toBe('toCall');
  });

  it('is told once a person has told them, and not by what that person told of another word', () => {
    const earlier = vacated().record('victimTold', { about: [1], channel: 'phone' }, after(3));
    expect(toldOf(earlier).state).toBe('toCall');
    const told = earlier.record('victimTold', { about: [2], channel: 'inPerson' }, after(4));
    expect(toldOf(told, [message('failed')])).toMatchObject({ state: 'told', channel: 'inPerson', at: after(4) });
  });

  it('could not be told, unless they knew already; the later of two answers counts', () => {
    const silent = vacated().record('victimNotTold', { about: [2], reason: 'unreachable' }, after(3));
    expect(toldOf(silent)).toMatchObject({ state: 'couldNotBeTold', because: 'unreachable', at: after(3) });
    const knew = silent.record('victimNotTold', { about: [2], reason: 'alreadyKnew' }, after(4));
    expect(toldOf(knew)).toMatchObject({ state: 'told', because: 'alreadyKnew' });
  });
});

it('a hearing that a list named first is known in the case by the id of that list too', () => {
  const told = {
    'case-1': { 'hearing|l9': { standsFor: 'hearing|h1' }, 'hearing|l8': { standsFor: 'hearing|h2' }, 'plea|d1': {} },
  } as never;
  expect(knownAs({ told }, 'case-1', 'h1')).toEqual(['h1', 'l9']);
  expect(knownAs({ told }, 'case-2', 'h1')).toEqual(['h1']);
});
