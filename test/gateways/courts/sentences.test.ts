import { sentenceIn } from '../../../gateways/courts/resultMeaning';
import { sentenceOf } from '../../../gateways/courts/results';

describe('what a court ordered, as its label says it', () => {
  it.each([
    ['Imprisonment', 'imprisonment'],
    ['Custody for life', 'lifeImprisonment'],
    ['Detention for life', 'lifeImprisonment'],
    ['Imprisonment for life', 'lifeImprisonment'],
    ['Extended sentence of imprisonment', 'extendedImprisonment'],
    ['Extended determinate sentence', 'extendedImprisonment'],
    ['Detention and training order', 'detentionAndTraining'],
    ['Suspended sentence order', 'suspendedImprisonment'],
    ['Community order', 'communityOrder'],
    ['Youth rehabilitation order', 'youthRehabilitationOrder'],
    ['Referral order', 'referralOrder'],
    ['Hospital order', 'hospitalOrder'],
    ['Hospital order with restriction order', 'hospitalOrderWithRestriction'],
    ['Restraining order', 'restrainingOrder'],
    ['Criminal behaviour order', 'criminalBehaviourOrder'],
    ['Sexual harm prevention order', 'sexualHarmPreventionOrder'],
    ['Compensation', 'compensation'],
    ['Confiscation order', 'confiscation'],
    ['Fine', 'fine'],
    ['Disqualified from driving', 'drivingDisqualification'],
    ['Conditional discharge', 'conditionalDischarge'],
    ['Absolute discharge', 'absoluteDischarge'],
  ])('%s is %s', (label, sentence) => {
    expect(sentenceIn({ label })).toBe(sentence);
  });

  it('believes the label where it says more than the shared code', () => {
    expect(sentenceIn({ cjsCode: '1002', label: 'Imprisonment for life' })).toBe('lifeImprisonment');
    expect(sentenceIn({ cjsCode: '1002', label: 'Imprisonment' })).toBe('imprisonment');
  });

  it('keeps the end of every order that protects, and the days of custody whatever it is called', () => {
    const until = (durationEndDate: string) => ({ durationElement: { durationEndDate } });
    expect(
      sentenceOf([
        { label: 'Criminal behaviour order', ...until('2028-01-01') },
        { label: 'Restraining order', ...until('2029-01-01') },
        {
          label: 'Detention and training order',
          durationElement: { primaryDurationUnit: 'M', primaryDurationValue: 12 },
        },
      ])
    ).toMatchObject({
      custodyDays: 365,
      ordersUntil: [
        { order: 'criminalBehaviourOrder', untilOn: '2028-01-01' },
        { order: 'restrainingOrder', untilOn: '2029-01-01' },
      ],
    });
  });
});
