import { addHours, londonDay } from '../../../../domain/time/londonTime';
import { PureCase } from '../../../support/caseBuilder';
import { after } from '../../after';

const s1 = { suspects: ['s1'] };
const sentenced = (given: { victimContactScheme?: boolean } = { victimContactScheme: true }) =>
  PureCase.open()
    .record('suspectCharged', { how: 'charged' }, after(4), s1)
    .record(
      'sentencePassed',
      { sentences: ['imprisonment'], court: 'crown', custodyDays: 800, ...given },
      after(30),
      s1
    );
const referred = () => {
  const victim = sentenced();
  victim.complete('referToContactScheme', 'victimContactSchemeReferred', {}, after(31));
  return victim;
};

describe('the Victim Contact Scheme', () => {
  it('is asked for by the tenth working day after a sentence that brings the case into it', () => {
    const victim = sentenced();
    expect(victim.openTask('referToContactScheme')).toMatchObject({ about: [2], duty: '2.c20-r11-vcs-refer' });
    expect(sentenced({}).openKinds()).not.toContain('referToContactScheme');
    victim.complete('referToContactScheme', 'victimContactSchemeDeclined', {}, after(31));
    expect(victim.openKinds()).not.toContain('referToContactScheme');
  });

  it('is asked for its receipt after five working days, and not once it has answered', () => {
    const victim = referred();
    expect(victim.at(after(37)).openKinds()).not.toContain('chaseContactScheme');
    expect(victim.at(after(42)).openKinds()).toContain('chaseContactScheme');
    victim.record('victimContactSchemeReceived', {}, after(42, 1));
    expect(victim.openKinds()).not.toContain('chaseContactScheme');
  });

  it('is chased at once where the referral, or a later change, did not reach it; a notice that did not is handed over', () => {
    const missed = { partner: 'victimContactScheme', reason: 'refused' } as const;
    const victim = referred().record('courtPartnerNotReached', { ...missed, about: 3 }, after(32));
    expect(victim.openKinds()).toContain('chaseContactScheme');
    victim.record('victimContactSchemeReceived', {}, after(33));
    expect(victim.openKinds()).not.toContain('chaseContactScheme');
    victim.record('courtPartnerNotReached', { ...missed, about: 3 }, after(34));
    expect(victim.openKinds()).toContain('chaseContactScheme');
    victim.record('victimContactSchemeReceived', {}, after(35));
    victim.record('releasePlanned', { releaseOn: londonDay(after(102)) }, after(50), s1);
    victim.complete('handToContactScheme', 'noticeHandedToScheme', {}, after(51));
    const { seq } = victim.careRecord.facts.find(({ kind }) => kind === 'releasePlanned') ?? { seq: 0 };
    victim.record('courtPartnerNotReached', { ...missed, about: seq }, after(52));
    expect(victim.openKinds()).toContain('handToContactScheme');
    expect(victim.openKinds()).not.toContain('chaseContactScheme');
  });

  it('that does not take the victim hands no notice on: the victim is told so, and of the release', () => {
    const victim = referred().record('victimContactSchemeNotTaken', {}, after(33));
    expect(victim.openKinds()).toContain('tellOtherNews');
    victim.record('releasePlanned', { releaseOn: londonDay(after(102)) }, after(50), s1);
    expect(victim.openKinds()).not.toContain('handToContactScheme');
  });

  it('is handed notices of release and parole, a near release within hours', () => {
    const victim = referred().record('releasePlanned', { releaseOn: londonDay(after(102)) }, after(101), s1);
    const near = victim.openTask('handToContactScheme');
    expect(near).toMatchObject({ dueAt: addHours(after(101), 4), about: [4] });
    victim.complete('handToContactScheme', 'noticeHandedToScheme', {}, after(101, 1));
    expect(victim.openKinds()).not.toContain('handToContactScheme');
    victim.record('paroleNotified', { stage: 'referredToBoard' }, after(102), s1);
    expect(victim.openTask('handToContactScheme').why).toMatchObject({ limit: { n: 1, unit: 'workingDays' } });
    expect(victim.openKinds()).not.toContain('tellOtherNews');
  });

  it('hears nothing of who does not want it, who is told of parole by us instead', () => {
    const victim = sentenced();
    victim.complete('referToContactScheme', 'victimContactSchemeDeclined', {}, after(31));
    victim.record('paroleNotified', { stage: 'decided' }, after(200), s1);
    expect(victim.openKinds()).not.toContain('handToContactScheme');
    expect(victim.openKinds()).toContain('tellOtherNews');
  });
});

describe('a sentence of somebody under 18', () => {
  const referralOrder = () =>
    PureCase.open()
      .record('suspectCharged', { how: 'charged' }, after(4), s1)
      .record('sentencePassed', { sentences: ['referralOrder'], court: 'youth' }, after(30), s1);

  it('has the Youth Justice Service asked to tell the victim, and asked again', () => {
    const victim = referralOrder();
    victim.complete('askYouthJusticeService', 'youthJusticeAsked', {}, after(31));
    expect(victim.at(after(36)).openKinds()).not.toContain('chaseYouthJusticeService');
    expect(victim.at(after(50)).openKinds()).toContain('chaseYouthJusticeService');
    victim.complete('chaseYouthJusticeService', 'youthJusticeAnswered', { answer: 'willTell' }, after(50));
    expect(victim.openKinds()).not.toContain('chaseYouthJusticeService');
    expect(victim.openKinds()).not.toContain('askYouthJusticeService');
  });

  it('asks it nothing of an adult’s', () => {
    expect(sentenced().openKinds()).not.toContain('askYouthJusticeService');
  });
});
