import type { CourtEvent, CourtEventData } from '../../../domain/court/courtEvent';
import { newCourtRecord, takeIn } from '../../../domain/court/courtRecord';
import { sentenceOf } from '../../../domain/court/outcomes';
import { armstrong, linkedCase, PureCourtCase, said } from './courtBuilder';

const at = (hour: number) => `2026-09-04T${String(hour).padStart(2, '0')}:00:00.000Z`;
const charged = (offenceId: string, offenceCode?: string) =>
  said('offenceCharged', { defendant: armstrong, offenceId, offenceCode }, at(1));
const sentenced = (offenceId: string, given: Partial<CourtEventData['sentencePassed']>) =>
  said(
    'sentencePassed',
    { defendant: armstrong, offenceId, on: '2026-09-03', court: 'crown', sentences: ['imprisonment'], ...given },
    at(5)
  );
const after = (...events: CourtEvent[]) =>
  sentenceOf(takeIn(newCourtRecord('c0', '01ZD0303208'), events), armstrong)?.data;

describe('what a sentence means for the victim', () => {
  it.each([
    ['twelve months for rape', [charged('o1', 'SX03001'), sentenced('o1', { custodyDays: 365 })], true],
    ['eleven months for rape', [charged('o1', 'SX03001'), sentenced('o1', { custodyDays: 334 })], false],
    ['three years for theft', [charged('o1', 'TH68001'), sentenced('o1', { custodyDays: 1095 })], false],
    ['three years for robbery', [charged('o1', 'TH68023'), sentenced('o1', { custodyDays: 1095 })], true],
    ['life for murder, which is no number of days', [charged('o1', 'COML025'), sentenced('o1', {})], true],
    ['three years for an offence of which nobody gave the code', [sentenced('o1', { custodyDays: 1095 })], true],
    [
      'eight months and eight months for violence, together or one after the other',
      [
        ...[charged('o1', 'OF61016'), charged('o2', 'OF61017')],
        ...[sentenced('o1', { custodyDays: 243 }), sentenced('o2', { custodyDays: 243 })],
      ],
      true,
    ],
    [
      'a hospital order for violence',
      [charged('o1', 'OF61017'), sentenced('o1', { sentences: ['hospitalOrder'] })],
      true,
    ],
    [
      'two years suspended for violence',
      [charged('o1', 'OF61017'), sentenced('o1', { sentences: ['suspendedImprisonment'], custodyDays: 730 })],
      false,
    ],
  ])('the Victim Contact Scheme: %s', (_title, events, victimContactScheme) => {
    expect(after(...events)).toMatchObject({ victimContactScheme });
  });

  it.each([
    ['crown', true],
    ['magistrates', false],
    ['youth', false],
  ] as const)('a sentence of the %s court may be reviewed as unduly lenient: %s', (court, undulyLenientScope) => {
    expect(after(sentenced('o1', { court }))).toMatchObject({ undulyLenientScope });
  });

  it('keeps the last day of each order that protects, and none where one of them has no end', () => {
    const until = (untilOn?: string) => [{ order: 'restrainingOrder' as const, ...(untilOn ? { untilOn } : {}) }];
    const both = [
      sentenced('o1', { ordersUntil: until('2028-09-03') }),
      sentenced('o2', { ordersUntil: until('2031-09-03') }),
    ];
    expect(after(...both)).toMatchObject({ orders: [{ order: 'restrainingOrder', untilOn: '2031-09-03' }] });
    const endless = sentenced('o3', { ordersUntil: until() });
    expect(after(...both, endless)).toMatchObject({ orders: [{ order: 'restrainingOrder' }] });
    expect(JSON.stringify(after(endless, ...both))).not.toContain('untilOn');
  });

  it('adds up the compensation of all offences', () => {
    const pence = (offenceId: string, compensationPence: number) => sentenced(offenceId, { compensationPence });
    expect(after(pence('o1', 12_500), pence('o2', 7_500))).toMatchObject({ compensationPence: 20_000 });
  });

  it('reaches the victim’s case with all of it, so that its duties arise', () => {
    const court = new PureCourtCase()
      .links(linkedCase('victim'))
      .hears(
        charged('o1', 'SX03001'),
        sentenced('o1', { custodyDays: 1825, ordersUntil: [{ order: 'restrainingOrder', untilOn: '2031-09-03' }] })
      );
    expect(court.told('victim').at(-1)).toMatchObject({
      kind: 'sentencePassed',
      data: { undulyLenientScope: true, victimContactScheme: true, custodyDays: 1825 },
    });
  });

  it.each([
    ['magistrates', 'conviction', true],
    ['youth', 'both', true],
    ['magistrates', 'sentence', undefined],
    ['crown', 'conviction', undefined],
  ] as const)('an appeal from the %s court against %s is a rehearing: %s', (court, against, rehearing) => {
    const lodged = said(
      'appealLodged',
      { defendant: armstrong, against, on: '2026-09-10' },
      '2026-09-10T12:00:00.000Z'
    );
    const prosecution = new PureCourtCase().links(linkedCase('victim')).hears(sentenced('o1', { court }), lodged);
    const told = prosecution.told('victim').find(({ kind }) => kind === 'appealLodged');
    expect(told?.data).toEqual({ against, ...(rehearing ? { rehearing } : {}) });
  });
});

describe('where a defendant stays meanwhile', () => {
  it.each([
    ['bailed', { decision: 'bailed', conditions: false }],
    ['bailedWithConditions', { decision: 'bailed', conditions: true }],
    ['varied', { decision: 'bailVaried', conditions: true }],
    ['remanded', { decision: 'remanded' }],
  ] as const)('is told as the court said it: %s', (decision, data) => {
    const bail = said('bailDecided', { defendant: armstrong, decision, on: '2026-09-10' }, '2026-09-10T12:00:00.000Z');
    const prosecution = new PureCourtCase().links(linkedCase('victim')).hears(charged('o1'), bail);
    expect(prosecution.told('victim').find(({ kind }) => kind === 'courtBailDecided')?.data).toEqual(data);
  });
});
