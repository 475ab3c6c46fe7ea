import { courtReferrals } from '../../../domain/court/partners/courtReferrals';
import type { Readiness } from '../../../domain/court/witnesses/readiness';
import { londonDay } from '../../../domain/time/londonTime';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const s1 = { suspects: ['s1'] };
const qualifies = { sentences: ['hospitalOrder' as const], court: 'crown' as const, victimContactScheme: true };
const about = { caseId: 'case', role: 'victim', stage: 'sentenced' } as unknown as Parameters<typeof courtReferrals>[1];
const charged = (role: 'victim' | 'witness' = 'victim') =>
  PureCase.open({ role }).record('suspectCharged', { how: 'charged' }, after(1), s1);
const sentenced = () => charged().record('sentencePassed', qualifies, after(30), s1);
const of = ({ careRecord }: PureCase, more: Partial<typeof about> = {}) =>
  courtReferrals(careRecord.facts, { ...about, ...more }).map(({ referralId, seq, standing }) => [
    referralId,
    seq,
    standing,
  ]);
const partner = { source: 'partner' as const };

describe('what the Victim Contact Scheme is to have', () => {
  it('is the victim of a hospital order, by the sentence alone; nobody who is a witness only', () => {
    expect(of(sentenced())).toEqual([['case.s2', 2, 'wanted']]);
    expect(courtReferrals(sentenced().careRecord.facts, about)).toMatchObject([{ byItself: true }]);
    expect(of(sentenced(), { role: 'witness' })).toEqual([]);
    const other = { ...qualifies, sentences: ['fine' as const], victimContactScheme: false };
    expect(of(charged().record('sentencePassed', other, after(30), s1))).toEqual([]);
  });

  it('is the same referral after the sentence was corrected, and none where it does not qualify any more', () => {
    const corrected = sentenced().record('sentencePassed', { ...qualifies, custodyDays: 9 }, after(31), {
      ...s1,
      corrects: 2,
    });
    expect(of(corrected)).toEqual([['case.s2', 3, 'wanted']]);
    const fined = { ...qualifies, sentences: ['fine' as const], victimContactScheme: false };
    expect(of(sentenced().record('sentencePassed', fined, after(31), { ...s1, corrects: 2 }))).toEqual([]);
  });

  it('goes back when the victim declines or dies; opting in again is another referral', () => {
    const declined = sentenced().record('victimContactSchemeDeclined', {}, after(31));
    expect(of(declined)).toEqual([['case.s2', 2, 'declined']]);
    expect(of(declined.record('victimContactSchemeReferred', {}, after(40)))).toEqual([
      ['case.s2', 2, 'declined'],
      ['case.s4', 4, 'wanted'],
    ]);
    expect(of(sentenced(), { stage: 'victimDied' })).toEqual([['case.s2', 2, 'victimDied']]);
  });

  it('is not taken back where the scheme itself says that it has ended, and its receipt asks for nothing', () => {
    const received = sentenced().record('victimContactSchemeReferred', {}, after(31), partner);
    expect(of(received)).toEqual([['case.s2', 2, 'wanted']]);
    expect(of(received.record('victimContactSchemeNotTaken', {}, after(32), partner))).toEqual([
      ['case.s2', 2, 'over'],
    ]);
  });

  it('is each notice while it has the victim, but none that a person handed over, unless its day is corrected', () => {
    const planned = { releaseOn: londonDay(after(100)) };
    const early = sentenced().record('releasePlanned', planned, after(50), s1);
    expect(of(early).map(([id]) => id)).toEqual(['case.s2']);
    const inScheme = sentenced()
      .record('victimContactSchemeReferred', {}, after(31), partner)
      .record('releasePlanned', planned, after(50), s1);
    expect(of(inScheme).at(-1)).toEqual(['case.n4', 4, 'wanted']);
    inScheme.record('noticeHandedToScheme', { about: 4 }, after(51));
    expect(of(inScheme).at(-1)).toEqual(['case.n4', 4, 'over']);
    inScheme.record('releasePlanned', { releaseOn: londonDay(after(102)) }, after(50), {
      ...s1,
      ...{ corrects: 4, now: after(52) },
    });
    expect(of(inScheme).at(-1)).toEqual(['case.n4', 6, 'wanted']);
  });
});

describe('what the Witness Service is to have', () => {
  const referred = () =>
    charged('witness')
      .record('witnessRequired', {}, after(2))
      .record('witnessServiceOffered', { answer: 'wanted' }, after(3))
      .record('witnessServiceReferred', { needs: ['child'] }, after(4));
  const witness = { role: 'witness' as const };
  const trials = [{} as Readiness];

  it('is a witness who agreed; asked again it is the same referral', () => {
    const asked = referred();
    expect(courtReferrals(asked.careRecord.facts, { ...about, ...witness })).toMatchObject([{ agreed: true }]);
    asked.record('witnessServiceReferred', { needs: [] }, after(5));
    expect(of(asked, witness)).toEqual([['case.w4', 5, 'wanted']]);
    const unasked = charged('witness').record('witnessServiceReferred', { needs: [] }, after(4));
    expect(courtReferrals(unasked.careRecord.facts, { ...about, ...witness })).toMatchObject([{ agreed: false }]);
  });

  it('goes back when they take their agreement back, or need not come to any trial', () => {
    expect(of(referred().record('witnessServiceOffered', { answer: 'declined' }, after(5)), witness)).toEqual([
      ['case.w4', 4, 'declined'],
    ]);
    const released = referred().record('witnessReleased', { reason: 'guiltyPlea' }, after(6));
    expect(of(released, witness)).toEqual([['case.w4', 4, 'notNeeded']]);
    expect(of(released, { ...witness, trials })).toEqual([['case.w4', 4, 'wanted']]);
    expect(of(released.record('witnessRequired', {}, after(7)), witness)).toEqual([['case.w4', 4, 'wanted']]);
  });

  it('is over with the verdict', () => {
    const over = referred().record('verdictGiven', { verdict: 'guilty' }, after(8), s1);
    expect(of(over, witness)).toEqual([['case.w4', 4, 'over']]);
  });
});

describe('what the Youth Justice Service is to have', () => {
  const youth = { sentences: ['referralOrder' as const], court: 'youth' as const };

  it('is whom somebody asked it about, until it answers for good or the sentence falls away', () => {
    const asked = () =>
      charged().record('sentencePassed', youth, after(30), s1).record('youthJusticeAsked', {}, after(31));
    expect(of(asked())).toEqual([['case.y3', 3, 'wanted']]);
    expect(of(asked().record('youthJusticeAnswered', { answer: 'willTell' }, after(32), partner))).toEqual([
      ['case.y3', 3, 'wanted'],
    ]);
    expect(of(asked().record('youthJusticeAnswered', { answer: 'notTheirCase' }, after(32), partner))).toEqual([
      ['case.y3', 3, 'over'],
    ]);
    expect(of(asked().record('youthJusticeAnswered', { answer: 'victimDoesNotWant' }, after(32)))).toEqual([
      ['case.y3', 3, 'declined'],
    ]);
    const adult = { sentences: ['fine' as const], court: 'crown' as const };
    expect(of(asked().record('sentencePassed', adult, after(30), { ...s1, corrects: 2 }))).toEqual([
      ['case.y3', 3, 'sentInError'],
    ]);
  });
});
