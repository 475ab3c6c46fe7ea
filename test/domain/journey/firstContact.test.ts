import { endOfWorkingDaysAfter } from '../../../domain/time/workingDays';
import { calendar, PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { openOf } from '../openOf';

const byPhone = { channel: 'phone', with: 'victim' } as const;

describe('first contact', () => {
  it('is asked for at once, within 24 clock hours of receipt, over a change of the clocks too', () => {
    const receivedAt = '2026-03-28T22:30:00.000Z';
    const victim = PureCase.open({ receivedAt, openedAt: receivedAt });
    expect(victim.openTask('makeFirstContact')).toMatchObject({
      dueAt: '2026-03-29T22:30:00.000Z',
      why: { fixed: { obligation: 'force-first-contact', from: receivedAt, limit: { n: 24, unit: 'hours' } } },
    });
  });

  it('counts from receipt by the force, not from the report to another body', () => {
    const victim = PureCase.open({ reportedAt: after(-9), receivedAt: after(0), openedAt: after(0, 3) });
    expect(victim.openTask('makeFirstContact').dueAt).toBe(after(1));
  });

  it('follows the force’s own hours for the tier that was proposed', () => {
    const standards = {
      ...PureCase.open().careRecord.opening.standards,
      firstContactHours: { standard: 48, enhanced: 4 },
    };
    expect(PureCase.open({ standards }).openTask('makeFirstContact').dueAt).toBe(after(2));
    const enhanced = PureCase.open({ standards, circumstances: ['domesticAbuse'] });
    expect(enhanced.openTask('makeFirstContact').dueAt).toBe(after(0, 4));
  });

  it.each([
    ['reached', 'contactMade', byPhone],
    ['found to be unreachable', 'contactImpossible', { reason: 'unreachable' }],
    ['unsafe to contact', 'contactImpossible', { reason: 'unsafeToContact' }],
  ] as const)('is met when the victim is %s', (_, outcome, data) => {
    const victim = PureCase.open().complete('makeFirstContact', outcome, { ...data } as never, after(0, 5));
    expect(victim.openKinds()).not.toContain('makeFirstContact');
    expect(victim.at(after(3)).openKinds()).not.toContain('reviewMissedFirstContact');
  });

  it('is not met by attempts', () => {
    const victim = PureCase.open();
    for (const hour of [1, 2, 3]) {
      victim.record('contactAttempted', { channel: 'phone', result: 'noAnswer' }, after(0, hour));
    }
    expect(victim.openKinds()).toContain('makeFirstContact');
  });

  it('silence: when the time passes a supervisor is asked at once, and the contact stays owed', () => {
    const victim = PureCase.open();
    expect(victim.at(after(0, 23)).openKinds()).not.toContain('reviewMissedFirstContact');
    victim.at(after(1));
    expect(victim.openKinds()).toEqual(expect.arrayContaining(['makeFirstContact', 'reviewMissedFirstContact']));
    expect(victim.openTask('reviewMissedFirstContact').dueAt).toBe(endOfWorkingDaysAfter(after(1), 1, calendar));
    expect(victim.at(after(60)).openKinds()).toContain('makeFirstContact');
  });

  it('made late is still to be looked into, once', () => {
    const victim = PureCase.open().at(after(1)).complete('makeFirstContact', 'contactMade', byPhone, after(1, 2));
    expect(victim.openKinds()).toContain('reviewMissedFirstContact');
    const review = { cause: 'teamCapacity', goodReason: false } as const;
    victim.complete('reviewMissedFirstContact', 'firstContactReviewed', review, after(2));
    expect(victim.at(after(9)).openKinds()).not.toContain('reviewMissedFirstContact');
  });

  it('made in time but recorded late needs no look', () => {
    const victim = PureCase.open().at(after(1));
    victim.record('contactMade', byPhone, after(0, 20), { now: after(1, 2) });
    expect(openOf(victim, 'makeFirstContact', 'reviewMissedFirstContact')).toEqual([]);
  });

  it('is not late because the victim rings back days after nobody could reach them', () => {
    const victim = PureCase.open().complete(
      'makeFirstContact',
      'contactImpossible',
      { reason: 'unreachable' },
      after(0, 20)
    );
    victim.record('contactMade', byPhone, after(9));
    expect(victim.openKinds()).not.toContain('reviewMissedFirstContact');
  });

  it('is met by what the officer did before the case began', () => {
    const officerActions = [{ action: 'victimContacted', at: after(0, -2) }] as const;
    expect(PureCase.open({ officerActions }).openKinds()).not.toContain('makeFirstContact');
  });

  it('is met by the officer afterwards, and judged by when that was', () => {
    const contacted = { action: 'victimContacted' } as const;
    const inTime = PureCase.open().record('officerActed', contacted, after(0, 20), { now: after(2) });
    expect(openOf(inTime, 'makeFirstContact', 'reviewMissedFirstContact')).toEqual([]);
    const late = PureCase.open().record('officerActed', contacted, after(1, 5));
    expect(late.openKinds()).toContain('reviewMissedFirstContact');
  });

  it('corrected to a contact that never was stays answered, and can be made yet', () => {
    const victim = PureCase.open().complete('makeFirstContact', 'contactMade', byPhone, after(0, 5));
    victim.record('contactImpossible', { reason: 'unreachable' }, after(0, 5), { now: after(0, 6), corrects: 1 });
    expect(victim.openKinds()).not.toContain('makeFirstContact');
    expect(victim.at(after(5)).openKinds()).not.toContain('reviewMissedFirstContact');
  });

  it('is not asked for of a witness who is no victim', () => {
    expect(PureCase.open({ role: 'witness' }).openKinds()).toEqual(['assessNeeds']);
    expect(PureCase.open({ role: 'victimAndWitness' }).openKinds()).toContain('makeFirstContact');
  });

  it('of a victim who has said that they want none is not pressed on them', () => {
    const victim = PureCase.open().record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(0, 2));
    expect(victim.openKinds()).not.toContain('makeFirstContact');
    expect(victim.at(after(2)).openKinds()).not.toContain('reviewMissedFirstContact');
  });
});

describe('a report that arrives three weeks late', () => {
  const late = () => PureCase.open({ receivedAt: after(0), openedAt: after(21) });

  it('has its first contact counted from arrival, and what was missed before asks for no review', () => {
    expect(late().openTask('makeFirstContact')).toMatchObject({
      dueAt: after(22),
      why: { rule: 'forceStandard', limit: { n: 24, unit: 'hours' }, from: after(21), passedBefore: true },
    });
    expect(late().openKinds()).not.toContain('reviewMissedFirstContact');
    expect(late().at(after(22)).openKinds()).toContain('reviewMissedFirstContact');
  });

  it('asks for no review of a contact that the officer made late but before we knew', () => {
    const victim = late().record('contactMade', byPhone, after(9), { now: after(21, 1) });
    expect(victim.openKinds()).not.toContain('reviewMissedFirstContact');
  });

  it('keeps a limit that has not passed yet', () => {
    const victim = PureCase.open({ receivedAt: after(0), openedAt: after(0, 20) });
    expect(victim.openTask('makeFirstContact').dueAt).toBe(after(1));
  });
});
