import {
  addCalendarDays,
  addHours,
  endOfDayAfter,
  londonDay,
  startOfLondonDay,
} from '../../../../domain/time/londonTime';
import { summaryOf } from '../../../../domain/projection/caseSummary';
import { PureCase } from '../../../support/caseBuilder';
import { after } from '../../after';

const s1 = { suspects: ['s1'] };
const endsOn = londonDay(after(400));
const sentenced = (role: 'victim' | 'witness' = 'victim') =>
  PureCase.open({ role })
    .record('suspectCharged', { how: 'charged' }, after(4), s1)
    .record(
      'sentencePassed',
      {
        sentences: ['fine', 'restrainingOrder'],
        court: 'magistrates',
        orders: [{ order: 'restrainingOrder', untilOn: endsOn }],
      },
      after(30),
      s1
    );
const asksAt = startOfLondonDay(addCalendarDays(endsOn, -42));

describe('the end of an order that protects a victim', () => {
  it('is asked about six weeks before, in time for a court to extend it', () => {
    const victim = sentenced();
    expect(victim.at(addHours(asksAt, -1)).openKinds()).not.toContain('reviewOrderEnd');
    expect(victim.at(asksAt).openTask('reviewOrderEnd')).toMatchObject({
      dueAt: endOfDayAfter(asksAt, 14),
      about: [2],
    });
    victim.complete(
      'reviewOrderEnd',
      'orderEndReviewed',
      { order: 'restrainingOrder', extension: 'notSought' },
      after(360)
    );
    expect(victim.at(after(420)).openKinds()).not.toContain('reviewOrderEnd');
  });

  it('is asked about again before it passes where the court was asked to extend it, until it has decided', () => {
    const victim = sentenced().at(asksAt);
    victim.complete(
      'reviewOrderEnd',
      'orderEndReviewed',
      { order: 'restrainingOrder', extension: 'applied' },
      after(360)
    );
    expect(victim.openKinds()).not.toContain('recordOrderExtension');
    expect(victim.at(after(395)).openKinds()).toContain('recordOrderExtension');
    victim.complete(
      'recordOrderExtension',
      'orderVaried',
      { order: 'restrainingOrder', untilOn: londonDay(after(800)) },
      after(396)
    );
    expect(victim.openKinds()).not.toContain('recordOrderExtension');
    expect(victim.at(after(790)).openKinds()).toContain('reviewOrderEnd');
  });

  it('is watched in a case that was closed long before', () => {
    const victim = sentenced();
    victim.record('caseClosed', { reason: 'justiceProcessEnded', leftUndone: leftUndone(victim) }, after(60));
    expect(victim.at(after(61)).openKinds()).toEqual([]);
    expect(victim.wakeAt).toBe(asksAt);
    expect(victim.at(asksAt).openKinds()).toEqual(['reviewOrderEnd']);
  });

  it('silence: it stays asked when the order has ended', () => {
    expect(sentenced().at(after(420)).openKinds()).toContain('reviewOrderEnd');
  });

  it.each([
    [
      'an order that was discharged',
      (victim: PureCase) => victim.record('orderDischarged', { order: 'restrainingOrder' }, after(50), s1),
    ],
    [
      'an order that lasts until another',
      (victim: PureCase) => victim.record('orderVaried', { order: 'restrainingOrder' }, after(50), s1),
    ],
  ])('is not asked of %s', (_title, changes) => {
    expect(changes(sentenced()).at(after(390)).openKinds()).not.toContain('reviewOrderEnd');
  });

  it('is no question for a witness whom the order does not protect', () => {
    expect(sentenced('witness').at(after(390)).openKinds()).not.toContain('reviewOrderEnd');
  });
});

it('an order that is named without its end is shown, and its end is no question until somebody says it', () => {
  const victim = PureCase.open()
    .record('suspectCharged', { how: 'charged' }, after(4), s1)
    .record('sentencePassed', { sentences: ['restrainingOrder'] }, after(30), s1);
  const orders = () => summaryOf(victim.careRecord).careDetails?.afterSentence?.orders;
  expect(orders()).toEqual([{ order: 'restrainingOrder', fact: 2 }]);
  victim.record('orderVaried', { order: 'restrainingOrder', untilOn: endsOn }, after(31), s1);
  expect(orders()).toEqual([{ order: 'restrainingOrder', fact: 3, untilOn: endsOn }]);
});

describe('an order that changes', () => {
  it('is told within hours where it protects less than before, with a safety plan, and else in a working day', () => {
    const victim = sentenced().record('orderDischarged', { order: 'restrainingOrder' }, after(50, 13), s1);
    expect(victim.openTask('tellOtherNews').dueAt).toBe(addHours(after(50, 13), 4));
    expect(victim.openKinds()).toContain('makeSafetyPlan');
    const longer = sentenced().record(
      'orderVaried',
      { order: 'restrainingOrder', untilOn: londonDay(after(900)) },
      after(50),
      s1
    );
    expect(longer.openTask('tellOtherNews').why).toMatchObject({ limit: { n: 1, unit: 'workingDays' } });
    expect(longer.openKinds()).not.toContain('makeSafetyPlan');
    const other = sentenced().record(
      'orderVaried',
      { order: 'nonMolestationOrder', untilOn: londonDay(after(100)) },
      after(50),
      s1
    );
    expect(other.openKinds()).not.toContain('makeSafetyPlan');
    longer.complete('tellOtherNews', 'victimTold', { channel: 'phone', about: [] }, after(50, 2));
    expect(longer.openKinds()).not.toContain('tellOtherNews');
  });

  it('is taken to protect less while the court has not said whether it varied or discharged it, and stands', () => {
    const changed = { order: 'restrainingOrder', mayBeDischarged: true } as const;
    const victim = sentenced().record('orderVaried', changed, after(50, 13), s1);
    expect(victim.openTask('tellOtherNews').dueAt).toBe(addHours(after(50, 13), 4));
    expect(victim.openKinds()).toContain('makeSafetyPlan');
    expect(victim.at(after(375)).openKinds()).toContain('reviewOrderEnd');
  });

  it('is told of less protection also to who wants no contact: a person decides how', () => {
    const quiet = sentenced().record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(40));
    expect(quiet.record('orderMade', { order: 'other' }, after(45), s1).openKinds()).not.toContain('tellOtherNews');
    quiet.record('orderVaried', { order: 'restrainingOrder', untilOn: londonDay(after(100)) }, after(50), s1);
    expect(quiet.openTask('tellOtherNews').about).toEqual([5]);
  });
});

function leftUndone(victim: PureCase) {
  return victim.careRecord.tasks
    .filter(({ closed }) => !closed)
    .map(({ taskId }) => ({ taskId, reason: 'notNeeded' as const }));
}
