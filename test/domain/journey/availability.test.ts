import { standardsOf } from '../../../domain/forceStandards';
import { endOfDayAfter, londonText } from '../../../domain/time/londonTime';
import type { TaskKind } from '../../../domain/task';
import { courtTasks } from '../../../domain/tasks/courtTasks';
import type { CalendarDay } from '../../../domain/time/londonTime';
import { endOfWorkingDaysAfter } from '../../../domain/time/workingDays';
import { calendar, PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const s1 = { suspects: ['s1'] };
const courtWork = Object.keys(courtTasks) as TaskKind[];

function openAtCourt(victim: PureCase): TaskKind[] {
  return victim.openKinds().filter((kind) => courtWork.includes(kind));
}

function charged(changes?: Parameters<typeof PureCase.open>[0]): PureCase {
  return PureCase.open(changes).record('suspectCharged', { how: 'charged' }, after(4), s1);
}

describe('court', () => {
  it('asks nothing of a victim before a charge', () => {
    expect(openAtCourt(PureCase.open().record('suspectArrested', {}, after(1), s1))).toEqual([]);
  });

  it('asks from the charge for dates to avoid and for the need of special measures, within ten days', () => {
    const victim = charged();
    expect(openAtCourt(victim)).toEqual(['askAvailability', 'screenSpecialMeasures']);
    for (const kind of ['askAvailability', 'screenSpecialMeasures'] as const) {
      expect(victim.openTask(kind)).toMatchObject({
        dueAt: endOfDayAfter(after(4), 10),
        why: { rule: 'forceStandard', limit: { n: 10, unit: 'calendarDays' } },
      });
    }
  });

  it('counts from the day the case came to us where the charge was before', () => {
    const victim = PureCase.open({ receivedAt: after(0), openedAt: after(40) });
    victim.record('suspectCharged', { how: 'charged' }, after(4), { ...s1, now: after(40, 1) });
    expect(victim.openTask('askAvailability').dueAt).toBe(endOfDayAfter(after(40), 10));
  });

  it('asks a business for dates to avoid, not for special measures', () => {
    expect(openAtCourt(charged({ personKind: 'business' }))).toEqual(['askAvailability']);
  });

  it('silence: nothing is taken as granted, and every stage stays open until its answer comes', () => {
    const victim = charged();
    victim.at(after(400));
    expect(openAtCourt(victim)).toEqual(['askAvailability', 'screenSpecialMeasures']);
    victim.complete(
      'screenSpecialMeasures',
      'specialMeasuresScreened',
      { wanted: true, measures: ['screens'], grounds: ['fearOrDistress'] },
      after(401)
    );
    expect(openAtCourt(victim.at(after(800)))).toEqual(['askAvailability', 'referSpecialMeasures']);
  });

  it('ends its work when the suspect’s way ends, and takes it up again on a charge', () => {
    const victim = charged().record('prosecutionStopped', { reason: 'discontinued' }, after(30), s1);
    expect(openAtCourt(victim)).toEqual([]);
    victim.record('suspectCharged', { how: 'charged' }, after(90), s1);
    expect(victim.openTask('askAvailability').dueAt).toBe(endOfDayAfter(after(90), 10));
  });

  it.each([
    ['a plea of guilty', (victim: PureCase) => victim.record('pleaEntered', { plea: 'guilty' }, after(30), s1)],
    ['a verdict', (victim: PureCase) => victim.record('verdictGiven', { verdict: 'guilty' }, after(30), s1)],
  ] as const)('asks for no dates and no measures after %s: nobody will have to give evidence', (_, comes) => {
    expect(openAtCourt(comes(charged()))).toEqual([]);
  });

  it('asks for them while one of two suspects is still to be tried', () => {
    const victim = charged().record('suspectCharged', { how: 'charged' }, after(5), { suspects: ['s2'] });
    victim.record('pleaEntered', { plea: 'guilty' }, after(30), s1);
    expect(openAtCourt(victim)).toEqual(['askAvailability', 'screenSpecialMeasures']);
  });

  it('does not begin it again on an appeal', () => {
    const victim = charged().record('verdictGiven', { verdict: 'guilty' }, after(30), s1);
    victim.record('sentencePassed', { sentences: ['fine'] }, after(31), s1);
    expect(openAtCourt(victim.record('appealLodged', { against: 'both' }, after(40), s1))).toEqual([]);
  });

  it('is not begun by a charge that a supervisor has discarded', () => {
    const victim = PureCase.open().record('suspectCharged', { how: 'charged' }, after(90), { ...s1, now: after(1) });
    victim.complete('reviewEvent', 'eventReviewed', { about: 1, decision: 'discarded' }, after(2));
    victim.record('suspectCharged', { how: 'charged' }, after(5), s1);
    expect(victim.openTask('askAvailability').dueAt).toBe(endOfDayAfter(after(5), 10));
  });
});

const none = { datesToAvoid: [], none: true };
const court = { ...s1, source: 'court' as const };
const trialOn = (on: CalendarDay, more: object = {}) => ({ hearingId: 'h1', hearing: 'trial' as const, on, ...more });

function openAvailability(victim: PureCase): TaskKind[] {
  return openAtCourt(victim).filter((kind) => kind.includes('Availability'));
}

describe('dates to avoid', () => {
  it('are first asked with the statement, and not again at a charge soon after', () => {
    const witness = PureCase.open({ role: 'witness' }).record('statementTaken', {}, after(1));
    expect(witness.openTask('askAvailability').dueAt).toBe(endOfDayAfter(after(1), 10));
    witness.complete('askAvailability', 'availabilityGiven', { ...none, stage: 'statement' }, after(2));
    witness.record('suspectCharged', { how: 'charged' }, after(30), s1);
    expect(openAvailability(witness)).toEqual([]);
  });

  it('that the officer asked for before the case began are asked for at the charge', () => {
    const at = after(0);
    expect(openAvailability(PureCase.open({ officerActions: [{ action: 'statementTaken', at }] }))).toEqual([]);
  });

  it('are asked for again at a charge long after, and again when a trial is to be fixed by an old answer', () => {
    const witness = PureCase.open({ role: 'witness' }).record('availabilityGiven', none, after(1));
    witness.record('suspectCharged', { how: 'charged' }, after(30), s1);
    expect(openAvailability(witness)).toEqual(['askAvailability']);
    witness.complete('askAvailability', 'availabilityGiven', none, after(31));
    witness.record('pleaEntered', { plea: 'notGuilty' }, after(59), court);
    expect(openAvailability(witness)).toEqual(['sendAvailability', 'sendAvailability']);
    witness.record('pleaEntered', { plea: 'notGuilty' }, after(60), court);
    expect(openAvailability(witness)).toEqual(['askAvailability']);
    expect(witness.openTask('askAvailability').dueAt).toBe(endOfDayAfter(after(60), 10));
  });

  it('are sent to the prosecution and to listing before the trial is fixed, and once more when they change', () => {
    const witness = charged({ role: 'witness' }).record('availabilityGiven', none, after(5));
    expect(openAvailability(witness)).toEqual([]);
    witness.record('pleaEntered', { plea: 'notGuilty' }, after(6), court);
    const sent = { ground: 'trialToBeFixed', askedBy: 'court' } as const;
    expect(witness.openTask('sendAvailability').dueAt).toBe(endOfDayAfter(after(6), 4));
    witness.complete('sendAvailability', 'availabilitySent', { to: 'prosecution', ...sent }, after(7));
    witness.complete('sendAvailability', 'availabilitySent', { to: 'listing', ...sent }, after(7));
    witness.record('hearingListed', trialOn('2026-09-01'), after(8), court);
    expect(openAvailability(witness)).toEqual([]);
    const changed = { datesToAvoid: [{ fromOn: '2026-10-01', untilOn: '2026-10-05', why: 'course' as const }] };
    witness.record('availabilityGiven', changed, after(9));
    expect(openAvailability(witness)).toEqual(['sendAvailability', 'sendAvailability']);
  });

  it.each(['firstHearing', 'pleaAndTrialPreparation'] as const)(
    'are sent by the evening before a %s, at which the court may fix the trial on the spot',
    (hearing) => {
      const witness = charged({ role: 'witness' }).record('availabilityGiven', none, after(5));
      witness.record('hearingListed', { hearingId: 'h0', hearing, on: '2026-03-11' }, after(6), court);
      expect(openAvailability(witness)).toEqual(['sendAvailability', 'sendAvailability']);
      expect(londonText(witness.openTask('sendAvailability').dueAt)).toMatch(/^10 March 2026 at 11:59pm/);
      witness.record('hearingMoved', { hearingId: 'h0', on: '2026-06-15' }, after(6, 1), court);
      expect(witness.openTask('sendAvailability').dueAt).toBe(endOfDayAfter(after(6, 1), 4));
      const sent = { ground: 'trialToBeFixed', askedBy: 'court' } as const;
      witness.complete('sendAvailability', 'availabilitySent', { to: 'prosecution', ...sent }, after(7));
      witness.complete('sendAvailability', 'availabilitySent', { to: 'listing', ...sent }, after(7));
      expect(openAvailability(witness)).toEqual([]);
      witness.record('pleaEntered', { plea: 'notGuilty' }, after(8), court);
      expect(openAvailability(witness)).toEqual(['chaseAvailability', 'chaseAvailability']);
    }
  );

  it('are not sent for a hearing at which no trial is fixed, that is off, or that has been', () => {
    const witness = charged({ role: 'witness' }).record('availabilityGiven', none, after(5));
    witness.record('hearingListed', { hearingId: 'hb', hearing: 'bailHearing', on: '2026-06-15' }, after(6), court);
    expect(openAvailability(witness)).toEqual([]);
    witness.record('hearingListed', { hearingId: 'h0', hearing: 'firstHearing', on: '2026-06-15' }, after(6), court);
    witness.record('hearingVacated', { hearingId: 'h0' }, after(7), court);
    expect(openAvailability(witness)).toEqual([]);
    witness.record('hearingListed', { hearingId: 'h2', hearing: 'firstHearing', on: '2026-06-15' }, after(8), court);
    expect(openAvailability(witness.at('2026-06-15T20:00:00.000Z'))).toHaveLength(2);
    expect(witness.wakeAt).toBe('2026-06-15T23:00:00.000Z');
    expect(openAvailability(witness.at('2026-06-15T23:00:00.000Z'))).toEqual([]);
  });

  it('are answered by whom they were sent to, while the trial has no day: who is silent is asked', () => {
    const witness = charged({ role: 'witness' }).record('availabilityGiven', none, after(5));
    witness.record('pleaEntered', { plea: 'notGuilty' }, after(6), court);
    const sent = { ground: 'trialToBeFixed', askedBy: 'court' } as const;
    witness.complete('sendAvailability', 'availabilitySent', { to: 'prosecution', ...sent }, after(7));
    witness.complete('sendAvailability', 'availabilitySent', { to: 'listing', ...sent }, after(7));
    const chased = () => openAvailability(witness).filter((kind) => kind === 'chaseAvailability').length;
    expect(chased()).toBe(2);
    expect(witness.openTask('chaseAvailability').dueAt).toBe(endOfWorkingDaysAfter(after(7), 5, calendar));
    witness.record('availabilityAcknowledged', { by: 'prosecution', answer: 'noted' }, after(8));
    expect(chased()).toBe(1);
    witness.record('hearingListed', trialOn('2026-09-01'), after(9), court);
    expect(chased()).toBe(0);
  });

  it('are sent for each of two prosecutions: a trial that is fixed in one is none in the other', () => {
    const s2 = { suspects: ['s2'] };
    const witness = PureCase.open({ role: 'witness' })
      .record('suspectCharged', { how: 'charged', urn: '41AA1000001' }, after(4), s1)
      .record('suspectCharged', { how: 'charged', urn: '41AA1000002' }, after(4), s2)
      .record('availabilityGiven', none, after(5))
      .record('pleaEntered', { plea: 'notGuilty' }, after(6), { ...court, ...s1 });
    const sent = { ground: 'trialToBeFixed', askedBy: 'court' } as const;
    const send = (at: string) => {
      for (const to of ['prosecution', 'listing'] as const) {
        witness.complete('sendAvailability', 'availabilitySent', { to, ...sent }, at);
      }
    };
    expect(witness.openTask('sendAvailability').about).toEqual([3, 4]);
    send(after(7));
    witness.record('hearingListed', trialOn('2026-09-01'), after(8), { ...court, ...s1 });
    expect(openAvailability(witness)).toEqual([]);
    const preparation = { hearingId: 'h2', hearing: 'pleaAndTrialPreparation', on: '2026-03-20' } as const;
    witness.record('hearingListed', preparation, after(9), { ...court, ...s2 });
    expect(openAvailability(witness)).toEqual(['sendAvailability', 'sendAvailability']);
    expect(witness.openTask('sendAvailability').dueAt).toBe(endOfDayAfter(after(9), 4));
    witness.record('pleaEntered', { plea: 'notGuilty' }, after(10), { ...court, ...s2 });
    send(after(11));
    expect(openAvailability(witness)).toEqual(['chaseAvailability', 'chaseAvailability']);
    witness.record('hearingListed', { ...trialOn('2026-10-01'), hearingId: 'h3' }, after(12), { ...court, ...s2 });
    expect(openAvailability(witness)).toEqual([]);
    witness.record('hearingVacated', { hearingId: 'h1' }, after(13), court);
    expect(openAvailability(witness)).toEqual(['sendAvailability', 'sendAvailability']);
  });

  it('that were sent to listing do not answer the task of sending them to the prosecution, nor does what listing says', () => {
    const witness = charged({ role: 'witness' }).record('availabilityGiven', none, after(5));
    witness.record('pleaEntered', { plea: 'notGuilty' }, after(6), court);
    const open = () => witness.careRecord.tasks.filter(({ closed }) => !closed);
    const recipients = () => open().flatMap(({ recipient }) => recipient ?? []);
    expect(recipients()).toEqual(['prosecution', 'listing']);
    const sent = { ground: 'trialToBeFixed', askedBy: 'court' } as const;
    const toListing = () =>
      witness.complete('sendAvailability', 'availabilitySent', { to: 'listing', ...sent }, after(7));
    expect(toListing).toThrow('outcomeDoesNotAnswerTask');
    witness.complete('sendAvailability', 'availabilitySent', { to: 'prosecution', ...sent }, after(7));
    toListing();
    expect(recipients()).toEqual(['prosecution', 'listing']);
    const answer = { by: 'listing', answer: 'noted' } as const;
    expect(() => witness.complete('chaseAvailability', 'availabilityAcknowledged', answer, after(8))).toThrow(
      'outcomeDoesNotAnswerTask'
    );
  });

  it('are good for as long as the force says', () => {
    const standards = { ...standardsOf('hertfordshire'), answerTimes: { availabilityGoodDays: 60 } };
    const witness = charged({ role: 'witness', standards }).record('availabilityGiven', none, after(5));
    witness.record('pleaEntered', { plea: 'notGuilty' }, after(50), court);
    expect(openAvailability(witness)).toEqual(['sendAvailability', 'sendAvailability']);
    witness.record('pleaEntered', { plea: 'notGuilty' }, after(66), court);
    expect(openAvailability(witness)).toEqual(['askAvailability']);
  });

  const away = { datesToAvoid: [{ fromOn: '2026-08-28', untilOn: '2026-09-01', why: 'holiday' as const }] };

  const kept = { hearingId: 'h1', on: '2026-09-01', answer: 'dateKept', by: 'court' } as const;

  it.each([
    ['the last of them', trialOn('2026-09-01'), true],
    ['the day after', trialOn('2026-09-02'), false],
    ['the day before, for two days', trialOn('2026-08-27', { untilOn: '2026-08-28' }), true],
    ['the day before', trialOn('2026-08-27'), false],
    ['a warned week over them', trialOn('2026-08-24', { untilOn: '2026-08-28', certainty: 'warnedWeek' }), true],
    ['the Friday before to the Thursday after', trialOn('2026-08-21', { untilOn: '2026-09-03' }), true],
    ['one of them, for another hearing', { hearingId: 'h1', hearing: 'sentence' as const, on: '2026-09-01' }, false],
  ])('a trial on %s is raised at once: %#', (_, hearing, raised) => {
    const witness = charged({ role: 'witness' }).record('availabilityGiven', away, after(5));
    witness.record('hearingListed', hearing, after(8), court);
    expect(openAtCourt(witness).includes('raiseAvailabilityConflict')).toBe(raised);
    if (!raised) return;
    expect(witness.openTask('raiseAvailabilityConflict')).toMatchObject({
      dueAt: endOfWorkingDaysAfter(after(8), 1, calendar),
      about: [3],
    });
  });

  it('no court sits on the weekend and the bank holiday within a trial: who avoids only those can come', () => {
    const witness = charged({ role: 'witness' });
    witness.record('availabilityGiven', { datesToAvoid: [{ fromOn: '2026-08-29', untilOn: '2026-08-31' }] }, after(5));
    witness.record('hearingListed', trialOn('2026-08-27', { untilOn: '2026-09-02' }), after(8), court);
    expect(openAtCourt(witness)).not.toContain('raiseAvailabilityConflict');
    witness.record('hearingMoved', { hearingId: 'h1', on: '2026-08-29' }, after(9), court);
    expect(openAtCourt(witness)).toContain('raiseAvailabilityConflict');
  });

  it('a conflict is raised once for each date, answered by what the court said, and falls away with the date', () => {
    const witness = charged({ role: 'witness' }).record('availabilityGiven', away, after(5));
    witness.record('hearingListed', trialOn('2026-09-01'), after(8), court);
    witness.complete('raiseAvailabilityConflict', 'availabilityConflictAnswered', { ...kept }, after(9));
    witness.record('hearingListed', trialOn('2026-09-01', { room: '4' }), after(10), court);
    witness.record('availabilityGiven', away, after(11));
    expect(openAtCourt(witness)).not.toContain('raiseAvailabilityConflict');
    witness.record('hearingMoved', { hearingId: 'h1', on: '2026-08-28' }, after(12), court);
    expect(openAtCourt(witness)).toContain('raiseAvailabilityConflict');
    witness.record('hearingMoved', { hearingId: 'h1', on: '2026-09-08' }, after(13), court);
    expect(openAtCourt(witness)).not.toContain('raiseAvailabilityConflict');
  });

  it('an answer is about the dates to avoid of which somebody knew: who then falls ill on those days is raised anew', () => {
    const witness = charged({ role: 'witness' }).record('availabilityGiven', away, after(5));
    witness.record('hearingListed', trialOn('2026-09-01'), after(8), court);
    witness.complete('raiseAvailabilityConflict', 'availabilityConflictAnswered', { ...kept }, after(9));
    const ill = { fromOn: '2026-09-01', untilOn: '2026-09-04', why: 'sick' as const };
    witness.record('availabilityGiven', { datesToAvoid: [...away.datesToAvoid, ill] }, after(20));
    expect(witness.openTask('raiseAvailabilityConflict').dueAt).toBe(endOfWorkingDaysAfter(after(20), 1, calendar));
    witness.complete('raiseAvailabilityConflict', 'availabilityConflictAnswered', { ...kept }, after(21));
    witness.record('availabilityGiven', { datesToAvoid: [...away.datesToAvoid, ill] }, after(22));
    expect(openAtCourt(witness)).not.toContain('raiseAvailabilityConflict');
  });

  it('a holiday that becomes longer is raised anew, one that becomes shorter is not', () => {
    const witness = charged({ role: 'witness' }).record('availabilityGiven', away, after(5));
    witness.record('hearingListed', trialOn('2026-09-01', { untilOn: '2026-09-03' }), after(8), court);
    witness.complete('raiseAvailabilityConflict', 'availabilityConflictAnswered', { ...kept }, after(9));
    const until = (untilOn: CalendarDay) => ({
      datesToAvoid: [{ fromOn: '2026-08-31', untilOn, why: 'holiday' as const }],
    });
    witness.record('availabilityGiven', until('2026-09-01'), after(10));
    expect(openAtCourt(witness)).not.toContain('raiseAvailabilityConflict');
    witness.record('availabilityGiven', until('2026-09-02'), after(11));
    expect(openAtCourt(witness)).toContain('raiseAvailabilityConflict');
  });

  it('dates that somebody told us only after the answer are not covered by it, whenever they were given', () => {
    const witness = charged({ role: 'witness' }).record('availabilityGiven', away, after(5));
    witness.record('hearingListed', trialOn('2026-09-01'), after(8), court);
    witness.complete('raiseAvailabilityConflict', 'availabilityConflictAnswered', { ...kept }, after(9));
    const ill = { datesToAvoid: [{ fromOn: '2026-09-01', untilOn: '2026-09-01', why: 'sick' as const }] };
    witness.record('availabilityGiven', ill, after(6), { now: after(12) });
    expect(openAtCourt(witness)).toContain('raiseAvailabilityConflict');
  });

  it('a trial that becomes longer, into days that the witness avoids, is raised anew', () => {
    const witness = charged({ role: 'witness' });
    const apart = ['2026-09-01', '2026-09-03'].map((on) => ({ fromOn: on, untilOn: on, why: 'work' as const }));
    witness.record('availabilityGiven', { datesToAvoid: apart }, after(5));
    witness.record('hearingListed', trialOn('2026-09-01', { untilOn: '2026-09-02' }), after(8), court);
    witness.complete('raiseAvailabilityConflict', 'availabilityConflictAnswered', { ...kept }, after(9));
    witness.record(
      'hearingMoved',
      { hearingId: 'h1', on: '2026-09-01', untilOn: '2026-09-02', room: '4' },
      after(10),
      court
    );
    expect(openAtCourt(witness)).not.toContain('raiseAvailabilityConflict');
    witness.record('hearingMoved', { hearingId: 'h1', on: '2026-09-01', untilOn: '2026-09-03' }, after(11), court);
    expect(openAtCourt(witness)).toContain('raiseAvailabilityConflict');
  });

  it('a trial that was fixed first is raised when the witness says that they cannot come', () => {
    const witness = charged({ role: 'witness' }).record('hearingListed', trialOn('2026-09-01'), after(8), court);
    witness.record('availabilityGiven', away, after(20));
    expect(witness.openTask('raiseAvailabilityConflict').dueAt).toBe(endOfWorkingDaysAfter(after(20), 1, calendar));
  });

  it('silence: a conflict that nobody raised goes when the day has passed', () => {
    const witness = charged({ role: 'witness' }).record('availabilityGiven', away, after(5));
    witness.record('hearingListed', trialOn('2026-09-01'), after(8), court);
    witness.at('2026-09-01T20:00:00.000Z');
    expect(openAtCourt(witness)).toContain('raiseAvailabilityConflict');
    expect(witness.wakeAt && witness.wakeAt <= '2026-09-01T23:00:00.000Z').toBe(true);
    expect(openAtCourt(witness.at('2026-09-01T23:00:00.000Z'))).not.toContain('raiseAvailabilityConflict');
  });
});

describe('a retrial', () => {
  it('by a rehearing of a conviction by magistrates raises a day of the appeal on which the witness cannot come', () => {
    const witness = charged({ role: 'witness' }).record('verdictGiven', { verdict: 'guilty' }, after(30), court);
    witness.record('sentencePassed', { sentences: ['fine'] }, after(30), court);
    witness.record('appealLodged', { against: 'conviction', rehearing: true }, after(35), court);
    expect(openAvailability(witness)).toEqual(['askAvailability']);
    const dates = { datesToAvoid: [{ fromOn: '2026-09-01', untilOn: '2026-09-01' }] };
    witness.record('availabilityGiven', dates, after(36));
    witness.record('hearingListed', { hearingId: 'h9', hearing: 'appeal', on: '2026-09-01' }, after(40), court);
    expect(openAvailability(witness)).toContain('raiseAvailabilityConflict');
  });

  it('asks for dates to avoid afresh, counted from the order of the new trial', () => {
    const victim = charged();
    victim.complete('askAvailability', 'availabilityGiven', none, after(5));
    victim.record('verdictGiven', { verdict: 'juryDischarged' }, after(200), court);
    expect(victim.openTask('askAvailability').dueAt).toBe(endOfDayAfter(after(200), 10));
  });

  it.each([
    ['ineffective', true],
    ['partHeard', true],
    ['effective', false],
    ['cracked', false],
  ] as const)('is not needed to ask again: a day that was %s asks again (%s)', (trial, asksAgain) => {
    const victim = charged().record('hearingListed', { hearingId: 'h1', hearing: 'trial', on: '2026-09-01' }, after(5));
    victim.complete('askAvailability', 'availabilityGiven', none, after(6));
    victim.record('trialHeard', { hearingId: 'h1', trial }, '2026-09-01T15:00:00.000Z', court);
    expect(openAvailability(victim).includes('askAvailability')).toBe(asksAgain);
  });
});
