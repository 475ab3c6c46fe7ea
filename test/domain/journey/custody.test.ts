import { addHours, londonDay, startOfLondonDay } from '../../../domain/time/londonTime';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const s1 = { suspects: ['s1'] };
const day = (days: number) => londonDay(after(days));
const charged = (role: 'victim' | 'witness' = 'victim') =>
  PureCase.open({ role }).record('suspectCharged', { how: 'charged' }, after(4), s1);
const remanded = () =>
  charged().record('courtBailDecided', { decision: 'remanded', custodyTimeLimitOn: day(60) }, after(5), s1);

describe('a defendant who is out, or out on other terms', () => {
  it('has the victim’s safety planned for within hours, on a Sunday night too, an escape soonest', () => {
    const again = charged().record('rearrestHeard', { decision: 'bailed' }, after(5, 13), s1);
    expect(again.openKinds()).toContain('makeSafetyPlan');
    const kept = charged().record('rearrestHeard', { decision: 'remanded' }, after(5, 13), s1);
    expect(kept.openKinds()).not.toContain('makeSafetyPlan');
    const varied = charged().record('courtBailDecided', { decision: 'bailVaried' }, after(5, 13), s1);
    expect(varied.openTask('makeSafetyPlan')).toMatchObject({ dueAt: addHours(after(5, 13), 4), about: [2] });
    const escaped = remanded().record('escapeReported', { from: 'prison' }, after(6, 13), s1);
    expect(escaped.openTask('makeSafetyPlan').dueAt).toBe(addHours(after(6, 13), 1));
    escaped.complete('makeSafetyPlan', 'safetyPlanMade', { measures: ['alarm'] }, after(6, 14));
    expect(escaped.openKinds()).not.toContain('makeSafetyPlan');
  });

  it('is out when bail follows custody, or comes with other conditions, as courts say it', () => {
    const bailed = (conditions: boolean) => ({ decision: 'bailed' as const, conditions });
    const released = remanded().record('courtBailDecided', bailed(true), after(9), s1);
    expect(released.openTask('makeSafetyPlan').about).toEqual([3]);
    released.complete('makeSafetyPlan', 'safetyPlanMade', { measures: ['victimWantsNone'] }, after(9, 1));
    expect(released.record('courtBailDecided', bailed(true), after(10), s1).openKinds()).not.toContain(
      'makeSafetyPlan'
    );
    expect(released.record('courtBailDecided', bailed(false), after(11), s1).openKinds()).toContain('makeSafetyPlan');
    const other = remanded().record('courtBailDecided', bailed(true), after(9), { suspects: ['s2'] });
    expect(other.openKinds()).not.toContain('makeSafetyPlan');
  });

  it('is out where the court’s later word of the same day takes the place of custody', () => {
    const victim = remanded();
    const bailed = { decision: 'bailed', conditions: true } as const;
    expect(victim.record('courtBailDecided', bailed, after(5), { ...s1, corrects: 2 }).openKinds()).toContain(
      'makeSafetyPlan'
    );
    const kept = remanded().record('courtBailDecided', { decision: 'remanded' }, after(5), { ...s1, corrects: 2 });
    expect(kept.openKinds()).not.toContain('makeSafetyPlan');
  });

  it('is out on other terms where the court’s words are others than at the hearing before, or earlier on the same day', () => {
    const bailed = { decision: 'bailed', conditions: true } as const;
    const heard = (...words: (string | undefined)[]) => {
      const victim = charged();
      for (const [index, wordsHash] of words.entries()) {
        victim.record('courtBailDecided', bailed, after(5 + index), { ...s1, wordsHash });
      }
      return victim;
    };
    expect(heard('one', 'one').openKinds()).not.toContain('makeSafetyPlan');
    expect(heard(undefined, 'one').openKinds()).not.toContain('makeSafetyPlan');
    expect(heard('one', 'other').openTask('makeSafetyPlan').about).toEqual([3]);
    const amended = heard('one').record('courtBailDecided', bailed, after(5), {
      ...{ ...s1, wordsHash: 'other', corrects: 2 },
    });
    expect(amended.openTask('makeSafetyPlan').about).toEqual([3]);
  });

  it('leaves the court by the door after an acquittal, a stop, a sentence without custody or a conviction that is quashed', () => {
    const notGuilty = { verdict: 'notGuilty' } as const;
    const acquitted = remanded().record('verdictGiven', notGuilty, after(9), s1);
    expect(acquitted.openTask('makeSafetyPlan')).toMatchObject({ dueAt: addHours(after(9), 4), about: [3] });
    const stopped = remanded().record('prosecutionStopped', { reason: 'noEvidenceOffered' }, after(9), s1);
    expect(stopped.openKinds()).toContain('makeSafetyPlan');
    const served = remanded().record('sentencePassed', { sentences: ['communityOrder'] }, after(9), s1);
    expect(served.openKinds()).toContain('makeSafetyPlan');
    const jailed = remanded().record('sentencePassed', { sentences: ['imprisonment'] }, after(9), s1);
    expect(jailed.openKinds()).not.toContain('makeSafetyPlan');
    jailed.record('appealLodged', { against: 'conviction' }, after(20), s1);
    jailed.record('appealDecided', { result: 'convictionQuashed' }, after(60), s1);
    expect(jailed.openTask('makeSafetyPlan').about).toEqual([5]);

    const atLiberty = charged().record('verdictGiven', notGuilty, after(9), s1);
    expect(atLiberty.openKinds()).not.toContain('makeSafetyPlan');
    const other = remanded().record('verdictGiven', notGuilty, after(9), { suspects: ['s2'] });
    expect(other.openKinds()).not.toContain('makeSafetyPlan');
    const bailed = remanded().record('courtBailDecided', { decision: 'bailed', conditions: true }, after(7), s1);
    bailed.complete('makeSafetyPlan', 'safetyPlanMade', { measures: ['alarm'] }, after(7, 1));
    expect(bailed.record('verdictGiven', notGuilty, after(9), s1).openKinds()).not.toContain('makeSafetyPlan');
  });

  it('is told of as soon as safety is planned for, though the law gives days; of a release before it', () => {
    const told = (victim: PureCase, seq: number) =>
      victim.careRecord.tasks.find(
        ({ kind, about, closed }) => kind === 'tellVictim' && !closed && about?.includes(seq)
      );
    const bailed = { decision: 'bailed', conditions: true } as const;
    const released = remanded().record('courtBailDecided', bailed, after(9), s1);
    expect(told(released, 3)).toMatchObject({ dueAt: addHours(after(9), 4), duty: '3.c20-r8-bail' });
    const kept = charged().record('courtBailDecided', bailed, after(9), s1);
    expect(Date.parse(told(kept, 2)?.dueAt ?? '')).toBeGreaterThan(Date.parse(after(13)));
    const tomorrow = charged().record('releasePlanned', { releaseOn: day(101) }, after(100), s1);
    expect(told(tomorrow, 2)?.dueAt).toBe(startOfLondonDay(day(101)));
    tomorrow.at(after(103));
    expect(told(tomorrow, 2)?.dueAt).toBe(startOfLondonDay(day(101)));
  });

  it('asks no plan for a witness who is no victim, nor for bail that the court leaves as it was', () => {
    const witness = charged('witness').record('escapeReported', { from: 'hospital' }, after(5), s1);
    expect(witness.openKinds()).not.toContain('makeSafetyPlan');
    expect(charged().record('courtBailDecided', { decision: 'bailed' }, after(5), s1).openKinds()).not.toContain(
      'makeSafetyPlan'
    );
  });
});

describe('who is out without a decision on bail', () => {
  it('is told of within the hour after an escape, at night too, to a witness and to who wants no contact', () => {
    for (const role of ['victim', 'witness'] as const) {
      const person = charged(role).record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(5));
      person.record('escapeReported', { from: 'prison' }, after(6, 13), s1);
      expect(person.openTask('tellOtherNews')).toMatchObject({ dueAt: addHours(after(6, 13), 1), about: [3] });
      person.complete('tellOtherNews', 'victimTold', { channel: 'phone', about: [] }, after(6, 14));
      expect(person.openKinds()).not.toContain('tellOtherNews');
    }
  });

  it('is told of, and planned for, when a custody time limit has let somebody out', () => {
    const victim = remanded().record('custodyTimeLimitAnswered', { answer: 'released' }, after(55), s1);
    expect(victim.openTask('tellOtherNews').dueAt).toBe(addHours(after(55), 4));
    expect(victim.openTask('makeSafetyPlan').about).toEqual([3]);
    const kept = remanded().record('custodyTimeLimitAnswered', { answer: 'extended', untilOn: day(90) }, after(55), s1);
    expect(kept.openKinds()).not.toContain('tellOtherNews');
  });

  it('has the case of the victim taken up again after it was closed', () => {
    const victim = charged();
    const open = victim.at(after(5)).careRecord.tasks.filter(({ closed }) => !closed);
    const leftUndone = open.map(({ taskId }) => ({ taskId, reason: 'notNeeded' as const }));
    victim.record('caseClosed', { reason: 'supportEnded', leftUndone }, after(5));
    expect(victim.openKinds()).toEqual([]);
    victim.record('escapeReported', { from: 'hospital' }, after(400), s1);
    expect(victim.openKinds()).toEqual(expect.arrayContaining(['tellOtherNews', 'makeSafetyPlan']));
  });
});

describe('a release that is planned', () => {
  const planned = (releaseOn: string) => charged().record('releasePlanned', { releaseOn }, after(100), s1);

  it('has the victim’s safety planned for in good time, and never later than the day', () => {
    expect(planned(day(160)).openTask('makeSafetyPlan').why).toMatchObject({ limit: { n: 5, unit: 'workingDays' } });
    expect(planned(day(103)).openTask('makeSafetyPlan').dueAt).toBe(startOfLondonDay(day(103)));
    expect(planned(day(100)).openTask('makeSafetyPlan').dueAt).toBe(addHours(after(100), 4));
  });
});

describe('a custody time limit', () => {
  it('is asked about a week before it passes, and again before an extended one does', () => {
    const victim = remanded();
    expect(victim.openKinds()).not.toContain('watchCustodyLimit');
    expect(victim.at(startOfLondonDay(day(53))).openTask('watchCustodyLimit').dueAt).toBe(startOfLondonDay(day(60)));
    victim.record('custodyTimeLimitAnswered', { answer: 'extended', untilOn: day(90) }, after(55), s1);
    expect(victim.openKinds()).not.toContain('watchCustodyLimit');
    expect(victim.at(after(84)).openTask('watchCustodyLimit').dueAt).toBe(startOfLondonDay(day(90)));
  });

  it.each([
    ['bail', (victim: PureCase) => victim.record('courtBailDecided', { decision: 'bailed' }, after(10), s1)],
    ['a plea of guilty', (victim: PureCase) => victim.record('pleaEntered', { plea: 'guilty' }, after(10), s1)],
    ['a verdict', (victim: PureCase) => victim.record('verdictGiven', { verdict: 'guilty' }, after(10), s1)],
  ])('ends with %s', (_title, ends) => {
    expect(ends(remanded()).at(after(58)).openKinds()).not.toContain('watchCustodyLimit');
  });

  it('goes on whatever else happens at court: a denial, a hearing', () => {
    const victim = remanded()
      .record('pleaEntered', { plea: 'notGuilty' }, after(10), s1)
      .record('hearingListed', { hearingId: 'h1', hearing: 'trial', on: day(80) }, after(11), s1);
    expect(victim.at(after(58)).openKinds()).toContain('watchCustodyLimit');
  });

  it('silence: it stays asked after the day has passed', () => {
    expect(remanded().at(after(70)).openKinds()).toContain('watchCustodyLimit');
  });
});
