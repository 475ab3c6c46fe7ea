import { dayMessages } from '../../../../domain/court/witnesses/dayMessages';
import { careState } from '../../../../domain/careState';
import { londonText } from '../../../../domain/time/londonTime';
import { PureCase } from '../../../support/caseBuilder';

const monday = '2026-03-09T09:00:00.000Z';
const later = '2026-03-10T09:00:00.000Z';
const on = '2026-06-01';
const trial = { hearingId: 'h1', hearing: 'trial', on, court: 'luton-crown' } as const;

const warned = () =>
  PureCase.open({ role: 'witness', suspects: ['s1'] })
    .record('suspectCharged', { how: 'charged' }, '2026-03-05T10:00:00.000Z', { suspects: ['s1'] })
    .record('hearingListed', trial, '2026-03-06T10:00:00.000Z')
    .record('witnessRequired', { hearingId: 'h1' }, monday, { source: 'prosecution' });
const words = (story: PureCase, today = '2026-03-10') =>
  dayMessages(careState(story.careRecord).counted, today).map((each) => [each.template, each.on]);

describe('word that is sent before anybody has called', () => {
  it('says that a day is needed, the first of several, until the witness has answered', () => {
    expect(words(warned())).toEqual([['day-needed', on]]);
    const called = warned()
      .record('witnessCalledFor', { hearingId: 'h1', on: '2026-06-04' }, later)
      .record('witnessCalledFor', { hearingId: 'h1', on: '2026-06-03' }, later);
    expect(words(called)).toEqual([['day-needed', '2026-06-03']]);
    expect(words(called, '2026-06-04')).toEqual([['day-needed', '2026-06-04']]);
    const answered = warned().record('attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, later);
    expect(words(answered)).toEqual([]);
  });

  it('says of the new day that it is needed, where the trial has moved', () => {
    const moved = warned()
      .record('attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, later)
      .record('hearingMoved', { hearingId: 'h1', on: '2026-07-06' }, '2026-03-11T09:00:00.000Z');
    expect(words(moved)).toEqual([['day-needed', '2026-07-06']]);
  });

  it('says that a day is not needed any more, until somebody has told them', () => {
    const released = warned().record('witnessReleased', { hearingId: 'h1', reason: 'statementRead' }, later);
    expect(words(released)).toEqual([['not-needed', on]]);
    expect(words(released, '2026-06-02')).toEqual([]);
    expect(words(released.record('releaseTold', { channel: 'phone' }, later))).toEqual([]);
  });

  it('says nothing of a trial that is off, is over, or begins again: that is told of in other ways', () => {
    expect(words(warned().record('hearingVacated', { hearingId: 'h1' }, later))).toEqual([]);
    expect(words(warned(), '2026-06-02')).toEqual([]);
    const again = warned().record('verdictGiven', { verdict: 'juryDischarged' }, later, { suspects: ['s1'] });
    expect(words(again)).toEqual([]);
  });
});

describe('whoever need not come', () => {
  const released = () => warned().record('witnessReleased', { hearingId: 'h1', reason: 'notNeeded' }, later);
  const message = { messageId: 'm1', template: 'not-needed', channel: 'text' } as const;

  it('is called within four hours, then by a supervisor; a message not to travel leaves a working day to explain', () => {
    const story = released();
    expect(londonText(story.openTask('tellReleased').dueAt)).toMatch(/10 March 2026.* 1:00pm/);
    story.record('messageSent', message, later, { source: 'team' });
    expect(story.openKinds().filter((kind) => kind === 'tellReleased')).toHaveLength(1);
    expect(londonText(story.openTask('tellReleased').dueAt)).toMatch(/11 March 2026/);
    story.at('2026-03-10T15:00:00.000Z');
    expect(story.openKinds().filter((kind) => kind === 'tellReleased')).toHaveLength(1);
    story.record('messageFailed', { ...message, reason: 'permanent-failure' } as never, '2026-03-10T15:00:00.000Z');
    expect(story.openKinds().filter((kind) => kind === 'tellReleased')).toHaveLength(2);
    story.complete('tellReleased', 'releaseTold', { channel: 'phone' }, '2026-03-10T16:00:00.000Z');
    expect(story.openKinds()).not.toContain('tellReleased');
  });

  it('is called all the same where another message left, or one from before', () => {
    const other = released().record('messageSent', { ...message, template: 'day-needed' }, later);
    expect(londonText(other.openTask('tellReleased').dueAt)).toMatch(/10 March 2026/);
    const before = warned()
      .record('messageSent', message, monday)
      .record('witnessReleased', { hearingId: 'h1', reason: 'notNeeded' }, later);
    expect(londonText(before.openTask('tellReleased').dueAt)).toMatch(/10 March 2026/);
  });
});
