import { matterNames, matters, type Matter, type MatterStanding } from '../../../domain/rights/matters';
import { summaryOf } from '../../../domain/projection/caseSummary';
import { openTasks, type CaseOpening } from '../../../domain/careRecord';
import { roleOf } from '../../../domain/task';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

function standing(victim: PureCase, matter: Matter): MatterStanding | undefined {
  return summaryOf(victim.careRecord).careDetails?.matters?.find((each) => each.matter === matter);
}

const opens: Partial<Record<Matter, (victim: PureCase) => PureCase>> = {
  rightToReview: (victim) =>
    victim
      .record('suspectInterviewed', {}, after(0, 1))
      .record('noFurtherAction', { decidedBy: 'police', reason: 'notStated', rightToReview: true }, after(0, 2)),
  undulyLenientSentence: (victim) =>
    victim
      .record('suspectCharged', { how: 'charged' }, after(0, 1))
      .record('sentencePassed', { sentences: ['fine'] }, after(0, 2)),
};

function opened(matter: Matter): PureCase {
  const business: Partial<CaseOpening> = matter === 'impactStatementForBusiness' ? { personKind: 'business' } : {};
  const victim = PureCase.open(business);
  return opens[matter]?.(victim) ?? victim;
}

describe('everything that a victim may ask for', () => {
  it.each(matterNames)('%s is explained, asked for, answered and recorded', (matter) => {
    const victim = opened(matter).record('matterExplained', { matter, format: 'spoken' }, after(1));
    expect(standing(victim, matter)).toMatchObject({ explainedAt: after(1) });
    victim.record('matterAsked', { matter }, after(2));
    expect(standing(victim, matter)).toMatchObject({ askedAt: after(2) });
    expect(standing(victim, matter)?.askedOutsideWindow).toBeUndefined();
    victim.record('matterAnswered', { matter, outcome: 'done' }, after(3));
    expect(standing(victim, matter)).toMatchObject({ explainedAt: after(1), answeredAt: after(3), outcome: 'done' });
  });

  it.each(matterNames)('%s is declined, and may be asked for after all', (matter) => {
    const victim = opened(matter).record('matterDeclined', { matter }, after(1));
    expect(standing(victim, matter)).toMatchObject({ declinedAt: after(1) });
    victim.record('matterAsked', { matter }, after(2));
    expect(standing(victim, matter)).toMatchObject({ askedAt: after(2) });
    expect(standing(victim, matter)?.declinedAt).toBeUndefined();
  });

  it.each(matterNames.filter((matter) => 'answerWithin' in matters[matter]))(
    '%s is chased until it is answered',
    (matter) => {
      const victim = opened(matter).record('matterAsked', { matter }, after(1));
      expect(victim.openTask('recordMatterAnswer').role).toBe('victim-care-officer');
      victim.at(after(60));
      const asked = openTasks(victim.careRecord).filter(({ kind }) => kind === 'recordMatterAnswer');
      expect(asked.map(roleOf)).toEqual(['victim-care-officer', 'supervisor']);
      victim.complete('recordMatterAnswer', 'matterAnswered', { matter, outcome: 'refused' }, after(61));
      expect(victim.openKinds()).not.toContain('recordMatterAnswer');
    }
  );

  it('asked for outside its window, is on record as such and never refused', () => {
    const victim = PureCase.open().record('suspectCharged', { how: 'charged' }, after(1));
    victim
      .record('sentencePassed', { sentences: ['fine'] }, after(2))
      .record('matterAsked', { matter: 'courtCompensation' }, after(3));
    expect(standing(victim, 'courtCompensation')).toMatchObject({
      askedOutsideWindow: true,
      open: { closedAt: after(2) },
    });
    const early = PureCase.open().record('matterAsked', { matter: 'rightToReview' }, after(1));
    expect(standing(early, 'rightToReview')).toMatchObject({ askedOutsideWindow: true });
  });

  it('is not what another kind of victim may ask for', () => {
    const victim = PureCase.open().record('matterAsked', { matter: 'impactStatementForBusiness' }, after(1));
    expect(standing(victim, 'impactStatementForBusiness')).toBeUndefined();
  });
});

describe('a statement of the victim', () => {
  const personal = (version: number) => ({ statement: 'victimPersonal', version }) as const;

  it('that was asked for is chased until it is made, whoever else offered it', () => {
    const victim = PureCase.open().record('matterAsked', { matter: 'victimPersonalStatement' }, after(1));
    victim.record('personalStatementOffered', { answer: 'later' }, after(2));
    expect(victim.openKinds()).toEqual(expect.arrayContaining(['recordMatterAnswer', 'offerPersonalStatement']));
    victim.record('statementMade', personal(1), after(3));
    expect(victim.openKinds()).not.toContain('recordMatterAnswer');
    expect(victim.openKinds()).not.toContain('offerPersonalStatement');
  });

  it('has its newest version alone asked about: how it is to be read', () => {
    const victim = PureCase.open().record('statementMade', personal(1), after(1));
    victim.record('statementMade', personal(2), after(2));
    const asked = openTasks(victim.careRecord).filter(({ kind }) => kind === 'askReading');
    expect(asked.map(({ about }) => about)).toEqual([[2]]);
    victim.complete('askReading', 'statementReadingChosen', { reading: 'aloudByThem' }, after(3));
    victim.record('statementMade', personal(3), after(4));
    expect(victim.openTask('askReading').about).toEqual([4]);
  });

  it('of an older version that comes late leaves the question about the newer one', () => {
    const victim = PureCase.open().record('statementMade', personal(2), after(1));
    victim.record('statementMade', personal(1), after(2));
    const asked = openTasks(victim.careRecord).filter(({ kind }) => kind === 'askReading');
    expect(asked.map(({ about }) => about)).toContainEqual([1]);
  });
});

describe('the Victim Personal Statement', () => {
  it('is offered again to who said later, made in versions, and read as the victim chooses for each', () => {
    const victim = PureCase.open().record('personalStatementOffered', { answer: 'later' }, after(1));
    expect(victim.openTask('offerPersonalStatement').dueAt).toBe('2026-04-01T22:59:59.999Z');
    victim.complete('offerPersonalStatement', 'statementMade', { statement: 'victimPersonal', version: 1 }, after(20));
    expect(victim.openKinds()).not.toContain('offerPersonalStatement');
    victim.complete('askReading', 'statementReadingChosen', { reading: 'aloudByAdvocate' }, after(21));
    expect(victim.openKinds()).not.toContain('askReading');
    expect(standing(victim, 'victimPersonalStatement')).toMatchObject({ askedAt: after(20) });
    victim.record('statementMade', { statement: 'victimPersonal', version: 2 }, after(30));
    expect(victim.openTask('askReading').about).toEqual([4]);
    expect(summaryOf(victim.careRecord).careDetails?.statements).toEqual([
      { statement: 'victimPersonal', version: 2, madeAt: after(30) },
    ]);
  });

  it('is declined, and nobody asks again', () => {
    const victim = PureCase.open().record('personalStatementOffered', { answer: 'declined' }, after(1)).at(after(90));
    expect(standing(victim, 'victimPersonalStatement')).toMatchObject({ declinedAt: after(1) });
    expect(victim.openKinds()).not.toContain('offerPersonalStatement');
  });
});

describe('the Impact Statement for Business', () => {
  it('is a statement of its own, of a business alone', () => {
    const shop = PureCase.open({ personKind: 'business' });
    shop.record('statementMade', { statement: 'businessImpact', version: 1 }, after(2));
    shop.complete('askReading', 'statementReadingChosen', { reading: 'notAloud' }, after(3));
    expect(standing(shop, 'impactStatementForBusiness')).toMatchObject({ askedAt: after(2) });
    expect(standing(shop, 'victimPersonalStatement')).toBeUndefined();
    expect(summaryOf(shop.careRecord).careDetails?.statements).toEqual([
      { statement: 'businessImpact', version: 1, madeAt: after(2), reading: 'notAloud' },
    ]);
  });
});
