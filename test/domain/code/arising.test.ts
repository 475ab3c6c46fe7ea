import { addHours, type Instant } from '../../../domain/time/londonTime';
import { standingOf } from '../../../domain/code/standing';
import { dutySentence } from '../../../domain/code/dutySentence';
import { editionById, obligationById } from '../../../domain/code/editions';
import { englandAndWalesCalendar } from '../../../published/bankHolidays';
import { endOfWorkingDaysAfter } from '../../../domain/time/workingDays';
import { aTuesday, calendar, PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { anMg2, measuresUpTo } from '../measuresUpTo';
import { dutiesOf, dutiesTo, dutyTo, reasonsAsked, sleepUntil, standingTo } from './dutiesOf';

const s1 = { suspects: ['s1'] };
const court = { ...s1, source: 'court' as const };
const since2013 = englandAndWalesCalendar('2013-12-01');

/** A case of a suspect who was charged on the Wednesday after that Tuesday. */
function charged(): PureCase {
  return PureCase.open({ suspects: ['s1'] }).record('suspectCharged', { how: 'charged' }, after(1), s1);
}

/** What the Code asks for when a suspect is arrested at this instant, and the case learns of it an hour later. */
function arrestedAt(at: Instant): string[] {
  const victim = PureCase.open({ receivedAt: addHours(at, -48) }, since2013);
  victim.record('suspectArrested', {}, at, { ...s1, now: addHours(at, 1) });
  return dutiesOf(victim)
    .filter(({ seq }) => seq === 1)
    .map(({ obligation }) => obligation);
}

describe('a duty arises when its holder has the news, not before', () => {
  it('a verdict that is still with the court is owed to nobody by the Witness Care Unit', () => {
    const victim = sleepUntil(charged(), after(30));
    expect(dutiesTo(victim, 'c20-r9-verdict')).toEqual([]);
    expect(reasonsAsked(victim)).not.toContain('2.c20-r9-verdict');
  });

  it('once it comes, the day is the Witness Care Unit’s own, and the time before is shown as the court’s', () => {
    const victim = charged().record('verdictGiven', { verdict: 'guilty' }, after(6), { ...court, now: after(15) });
    const told = dutyTo(victim, 'c20-r9-verdict');
    expect(told).toMatchObject({ from: after(15), withOthersSince: after(6), dueBy: '2026-03-19T23:59:59.999Z' });
    expect(standingOf(told, after(16))).toBe('open');
    const sentence = dutySentence(told, obligationById('c20-r9-verdict'), editionById(told.edition).title);
    expect(sentence).toContain('others had had it since 9 March 2026 at 10:00am');
    expect(sentence).toContain('does not count as that of the Witness Care Unit');
  });

  it('two clocks are chained: the court’s own runs from the hearing and is met when the news comes here', () => {
    const victim = charged().record('verdictGiven', { verdict: 'guilty' }, after(6), { ...court, now: after(8) });
    expect(dutyTo(victim, 'c20-r9-court')).toMatchObject({
      from: after(6),
      dueBy: '2026-03-16T23:59:59.999Z',
      settled: { as: 'met', at: after(8) },
    });
    victim.complete('tellVictim', 'victimTold', { channel: 'phone', about: [2] }, after(8, 3));
    expect(standingTo(victim, 'c20-r9-verdict', after(40))).toBe('met');
  });

  it('a court that takes longer than it may is late itself, and nobody here is asked why', () => {
    const victim = charged().record('verdictGiven', { verdict: 'guilty' }, after(6), { ...court, now: after(15) });
    victim.record('victimTold', { channel: 'phone', about: [1, 2] }, after(15, 1));
    expect(standingTo(victim, 'c20-r9-court', after(15, 1))).toBe('metLate');
    expect(standingTo(victim, 'c20-r9-verdict', after(15, 1))).toBe('met');
    const why = reasonsAsked(sleepUntil(victim, after(20)));
    expect(why.filter((duty) => duty?.startsWith('2.'))).toEqual([]);
  });

  it('what the police did themselves they knew at once, however late they wrote it down', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1), { ...s1, now: after(20) });
    expect(dutyTo(victim, 'c20-r6-arrest')).toMatchObject({ from: after(1), dueBy: '2026-03-11T23:59:59.999Z' });
    expect(standingTo(victim, 'c20-r6-arrest', after(20))).toBe('missed');
  });

  it('a note of when the news was received counts before anything that is assumed', () => {
    const victim = PureCase.open();
    victim.record('suspectArrested', {}, after(1), { ...s1, receivedAt: after(4), now: after(20) });
    expect(dutyTo(victim, 'c20-r6-arrest').from).toBe(after(4));
  });

  it('news of the future waits for a person, and owes nothing until that person has accepted it', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(9), { ...s1, now: after(1) });
    expect(dutiesTo(victim, 'c20-r6-arrest')).toEqual([]);
    victim.complete('reviewEvent', 'eventReviewed', { about: 1, decision: 'accepted' }, after(2));
    expect(dutiesTo(victim, 'c20-r6-arrest')).toHaveLength(1);
  });

  it('the time to ask for a review starts when the victim is told, and not before', () => {
    const victim = PureCase.open();
    const decision = { decidedBy: 'police', reason: 'notStated', rightToReview: true } as const;
    victim.record('noFurtherAction', decision, after(1), s1);
    expect(dutiesTo(victim, 'vrr-pol-window')).toEqual([]);
    victim.record('victimTold', { channel: 'phone', about: [1] }, after(3));
    expect(dutyTo(victim, 'vrr-pol-window')).toMatchObject({ from: after(3), dueBy: '2026-06-06T22:59:59.999Z' });
    victim.record('victimTold', { channel: 'letter', about: [1] }, after(9));
    expect(dutiesTo(victim, 'vrr-pol-window')).toHaveLength(1);
  });

  it('whoever is told before the news was on record was not told of it', () => {
    const victim = PureCase.open().record('victimTold', { channel: 'phone', about: [2] }, after(1));
    victim.record('suspectArrested', {}, after(0, 2), { ...s1, now: after(2) });
    expect(dutyTo(victim, 'c20-r6-arrest').settled).toBeUndefined();
  });

  it('the same news from two systems is owed once', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1), s1);
    victim.record('suspectArrested', {}, after(1), { ...s1, source: 'partner', now: after(3) });
    expect(dutiesTo(victim, 'c20-r6-arrest').map((duty) => standingOf(duty, after(4)))).toEqual(['open', 'superseded']);
  });

  it('who was told what the second system said has been told what the first one said', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1), s1);
    victim.record('suspectArrested', {}, after(1), { ...s1, source: 'partner', now: after(3) });
    victim.record('victimTold', { channel: 'phone', about: [2] }, after(4));
    expect(standingTo(victim, 'c20-r6-arrest', after(40), 1)).toBe('met');
    expect(reasonsAsked(sleepUntil(victim, after(40)))).not.toContain('1.c20-r6-arrest');
  });
});

describe('the edition that counts is the one in force when the duty arose', () => {
  it.each<[string, Instant, string]>([
    ['the eve of the first Code read here', '2013-12-09T23:30:00.000Z', ''],
    ['the first half hour of the Code 2013', '2013-12-10T00:30:00.000Z', 'c13-arrest'],
    ['the last half hour of the Code 2013', '2015-11-15T23:30:00.000Z', 'c13-arrest'],
    ['the first half hour of the Code 2015', '2015-11-16T00:30:00.000Z', 'c15-arrest'],
    ['31 March 2021', '2021-03-31T10:00:00.000Z', 'c15-arrest'],
    ['23:30 in London on 31 March 2021', '2021-03-31T22:30:00.000Z', 'c15-arrest'],
    [
      '00:30 in London on 1 April 2021, still March by the clock of Greenwich',
      '2021-03-31T23:30:00.000Z',
      'c20-r6-arrest',
    ],
    ['1 April 2021', '2021-04-01T10:00:00.000Z', 'c20-r6-arrest'],
  ])('an arrest on %s', (_when, at, obligation) => {
    expect(arrestedAt(at)).toEqual(obligation === '' ? [] : [obligation]);
  });

  it('a case on both sides of 1 April 2021 has duties of both editions', () => {
    const victim = PureCase.open({ receivedAt: '2021-03-26T10:00:00.000Z' }, since2013);
    victim.record('suspectArrested', {}, '2021-03-31T12:00:00.000Z', s1);
    victim.record('suspectBailed', { conditions: true }, '2021-04-01T12:00:00.000Z', s1);
    const law = dutiesOf(victim).filter(({ edition }) => edition.startsWith('victims-code'));
    expect(law.map(({ obligation, dueBy }) => [obligation, dueBy])).toEqual([
      ['c15-ack', undefined],
      ['c15-info', '2021-04-06T22:59:59.999Z'],
      ['c15-referral', '2021-03-30T22:59:59.999Z'],
      ['c15-arrest', '2021-04-09T22:59:59.999Z'],
      ['c20-r6-bail', '2021-04-12T22:59:59.999Z'],
    ]);
  });

  it('a verdict of March that came in April is the court’s duty of the old Code and the Unit’s of the new', () => {
    const victim = PureCase.open({ receivedAt: '2021-03-01T10:00:00.000Z' }, since2013);
    victim.record('suspectCharged', { how: 'charged' }, '2021-03-02T10:00:00.000Z', s1);
    const heardOn = '2021-03-30T10:00:00.000Z';
    victim.record('verdictGiven', { verdict: 'guilty' }, heardOn, { ...court, now: '2021-04-01T10:00:00.000Z' });
    const owed = dutiesOf(victim).filter(({ seq }) => seq === 2);
    expect(owed.map(({ obligation }) => obligation)).toContain('c20-r9-verdict');
    expect(owed.map(({ obligation }) => obligation)).not.toContain('c15-outcome');
  });

  it('a witness who is no victim has the Witness Charter, and no duty that only victims are owed', () => {
    const witness = PureCase.open({ role: 'witness', suspects: ['s1'] });
    witness.record('suspectCharged', { how: 'charged' }, after(1), s1);
    witness.record('verdictGiven', { verdict: 'guilty' }, after(6), court);
    const owed = dutiesOf(witness).filter(({ seq }) => seq === 2);
    expect(owed.map(({ obligation }) => obligation).sort()).toEqual(['c20-r9-court', 'wc-outcome']);
    expect(dutiesTo(witness, 'c20-r4-referral')).toEqual([]);
  });

  it('a draft counts for nothing, whatever the day', () => {
    const sentence = { sentences: ['imprisonment' as const], undulyLenientScope: true };
    const victim = charged().record('sentencePassed', sentence, after(6), court);
    expect(dutiesTo(victim, 'uls-28')).toHaveLength(1);
    expect(dutiesTo(victim, 'uls-6m')).toEqual([]);
  });

  it('the report itself is the start of what it owes: its receipt, not when the crime was done', () => {
    const victim = PureCase.open({ receivedAt: aTuesday, reportedAt: addHours(aTuesday, -40) });
    expect(dutyTo(victim, 'c20-r4-referral')).toMatchObject({ from: aTuesday, dueBy: '2026-03-05T23:59:59.999Z' });
  });
});

describe('a duty arises from what the Code names, and from nothing near it', () => {
  const owedBy = (victim: PureCase, seq: number) =>
    dutiesOf(victim)
      .filter((duty) => duty.seq === seq && !duty.edition.startsWith('force-standards'))
      .map(({ obligation }) => obligation)
      .sort();

  it('a decision not to investigate is one thing, the end of an investigation another', () => {
    const not = PureCase.open().record('investigationClosed', { reason: 'decidedNotToInvestigate' }, after(1));
    expect(owedBy(not, 1)).toEqual(['c20-r6-notinvestigate']);
    const ended = PureCase.open().record('investigationClosed', { reason: 'noSuspectIdentified' }, after(1));
    expect(owedBy(ended, 1)).toEqual(['c20-r6-nfa']);
  });

  it('only a sentence in scope of a scheme owes its referral or its window', () => {
    const plain = charged().record('sentencePassed', { sentences: ['fine'] }, after(6), court);
    expect(owedBy(plain, 2)).toEqual(['c20-r9-court', 'c20-r9-sentence']);
  });

  it('there is time to ask for a review where the decision can be reviewed, by the scheme of whoever took it', () => {
    const windowsOf = (decidedBy: 'police' | 'prosecution', rightToReview: boolean) => {
      const victim = PureCase.open();
      victim.record('noFurtherAction', { decidedBy, reason: 'notStated', rightToReview }, after(1), s1);
      return owedBy(victim.record('victimTold', { channel: 'phone', about: [1] }, after(2)), 2);
    };
    expect(windowsOf('police', true)).toEqual(['vrr-pol-window']);
    expect(windowsOf('prosecution', true)).toEqual(['vrr-cps-long', 'vrr-cps-target']);
    expect(windowsOf('police', false)).toEqual([]);
  });

  it('a personal statement is offered once, however often a statement is taken', () => {
    const victim = PureCase.open().record('statementTaken', {}, after(1)).record('statementTaken', {}, after(5));
    victim.record('suspectCharged', { how: 'charged' }, after(6), s1);
    expect(dutiesTo(victim, 'c20-r7-offer').map(({ seq }) => seq)).toEqual([1]);
  });

  it('a business is offered a business statement, and owed no assessment of needs and no referral', () => {
    const business = PureCase.open({ personKind: 'business' }).record('statementTaken', {}, after(1));
    expect(owedBy(business, 1)).toEqual(['c20-r7-bis']);
    expect(owedBy(business, 0)).toEqual(['c20-r3-ack', 'c20-r3-info']);
  });

  it('special measures are applied for after a plea of not guilty, where the police have asked for them', () => {
    const pleads = (...before: ('specialMeasuresReferred' | 'sentToCrownCourt')[]) => {
      const victim = PureCase.open({ role: 'victimAndWitness', suspects: ['s1'] });
      for (const kind of before) {
        if (kind === 'sentToCrownCourt') victim.record(kind, {}, after(1), s1);
        else measuresUpTo(victim, 'referred', after(1));
      }
      victim.record('pleaEntered', { plea: 'notGuilty' }, after(2), court);
      return owedBy(victim, victim.careRecord.facts.length).filter((id) => id.startsWith('cp-'));
    };
    expect(pleads()).toEqual([]);
    expect(pleads('specialMeasuresReferred')).toEqual(['cp-sm-mc']);
    expect(pleads('specialMeasuresReferred', 'sentToCrownCourt')).toEqual(['cp-sm-cc']);
  });

  it('whose police ask only after the plea are applied for in time that has run since the plea, once', () => {
    const victim = charged().record('pleaEntered', { plea: 'notGuilty' }, after(2), court);
    measuresUpTo(victim, 'referred', after(6));
    const seq = victim.careRecord.facts.length;
    expect(dutyTo(victim, 'cp-sm-mc')).toMatchObject({
      seq,
      from: after(2),
      dueBy: endOfWorkingDaysAfter(after(2), 20, calendar),
    });
    victim.record('specialMeasuresReferred', anMg2(), after(7));
    expect(dutiesTo(victim, 'cp-sm-mc')).toHaveLength(1);
    victim.record('specialMeasuresConsidered', { decision: 'toApply', measures: [] }, after(8));
    victim.record('specialMeasuresApplied', { measures: [] }, after(9));
    expect(standingTo(victim, 'cp-sm-mc', after(40))).toBe('met');
    expect(dutyTo(victim, 'cp-sm-oppose').dueBy).toBe(endOfWorkingDaysAfter(after(9), 10, calendar));
  });

  it.each([
    ['2018-03-05T10:00:00.000Z', ['cp-2015', 28], ['cp-2015-cc', 14], ['cp-2015-oppose', 14], 'calendarDays'],
    ['2022-03-07T10:00:00.000Z', ['cp-2020', 20], ['cp-2020-cc', 10], ['cp-2020-oppose', 10], 'workingDays'],
    ['2025-10-03T10:00:00.000Z', ['cp-2020', 20], ['cp-2020-cc', 10], ['cp-2020-oppose', 10], 'workingDays'],
    ['2025-10-06T10:00:00.000Z', ['cp-sm-mc', 20], ['cp-sm-cc', 10], ['cp-sm-oppose', 10], 'workingDays'],
  ] as const)('the rules of the day of the plea count: %s', (at, magistrates, crown, opposing, unit) => {
    const owed = (isSent: boolean) => {
      const receivedAt = addHours(at, -48);
      const victim = PureCase.open({ receivedAt, suspects: ['s1'] }, since2013);
      victim.record('suspectCharged', { how: 'charged' }, addHours(at, -24), s1);
      if (isSent) victim.record('sentToCrownCourt', {}, addHours(at, -20), s1);
      victim.record('pleaEntered', { plea: 'notGuilty' }, at, court);
      measuresUpTo(victim, 'applied', addHours(at, 1));
      return dutiesOf(victim).flatMap(({ obligation, limit }) =>
        obligation.startsWith('cp-') ? [[obligation, limit]] : []
      );
    };
    expect(owed(false)).toEqual([magistrates, opposing].map(([id, n]) => [id, { n, unit }]));
    expect(owed(true)).toEqual([crown, opposing].map(([id, n]) => [id, { n, unit }]));
  });

  it('the time for an unduly lenient sentence runs from the sentence, whenever we hear of it', () => {
    const sentence = { sentences: ['imprisonment' as const], undulyLenientScope: true };
    const victim = charged().record('sentencePassed', sentence, after(6), { ...court, now: after(20) });
    expect(dutyTo(victim, 'uls-28')).toMatchObject({ from: after(6), dueBy: '2026-04-06T22:59:59.999Z' });
  });

  it('no time of others is counted where the news was ours from the start', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1), {
      ...s1,
      receivedAt: after(2),
      now: after(3),
    });
    expect(dutyTo(victim, 'c20-r6-arrest').withOthersSince).toBeUndefined();
  });
});
