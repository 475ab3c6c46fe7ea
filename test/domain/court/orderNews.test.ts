import { armstrong, linkedCase, PureCourtCase, said } from './courtBuilder';

const [defendant, offenceId] = [armstrong, 'o1'];
const charged = said('offenceCharged', { defendant, offenceId }, '2026-09-01T10:00:00.000Z');
const at = (on: string) => `${on}T15:00:00.000Z`;

function heardOf(...events: Parameters<PureCourtCase['hears']>): unknown[] {
  return new PureCourtCase()
    .links(linkedCase('c1'))
    .hears(charged, ...events)
    .told('c1')
    .map(({ kind, data }) => [kind, data]);
}

describe('an order that protects the victim', () => {
  const cleared = said(
    'verdictGiven',
    { defendant, offenceId, verdict: 'notGuilty', on: '2026-09-10' },
    at('2026-09-10')
  );
  const restrained = said(
    'sentencePassed',
    {
      ...{ defendant, offenceId, on: '2026-09-10', court: 'crown' as const, sentences: ['restrainingOrder'] },
      ordersUntil: [{ order: 'restrainingOrder', untilOn: '2029-09-09' }],
    },
    at('2026-09-10')
  );
  const acquittedAndRestrained = [
    ['verdictGiven', { verdict: 'notGuilty' }],
    ['orderMade', { order: 'restrainingOrder', untilOn: '2029-09-09' }],
  ];

  it('is told as an order where nobody was convicted, and not as a sentence', () => {
    expect(heardOf(cleared, restrained)).toEqual(acquittedAndRestrained);
  });

  it('is part of the sentence of somebody convicted', () => {
    const convicted = said(
      'verdictGiven',
      { defendant, offenceId, verdict: 'guilty', on: '2026-09-10' },
      at('2026-09-10')
    );
    const [, [kind]] = heardOf(convicted, restrained) as [unknown, [string]];
    expect(kind).toBe('sentencePassed');
  });

  it('is told when a court changes it, as far as the court says how', () => {
    const changed = (how: 'varied' | 'discharged' | 'changed', on: string, untilOn?: string) =>
      said('orderDecided', { defendant, order: 'restrainingOrder', how, on, untilOn }, at(on));
    expect(
      heardOf(
        changed('varied', '2027-01-11', '2028-01-10'),
        changed('changed', '2027-02-11'),
        changed('discharged', '2027-03-11')
      )
    ).toEqual([
      ['orderVaried', { order: 'restrainingOrder', untilOn: '2028-01-10' }],
      ['orderVaried', { order: 'restrainingOrder', mayBeDischarged: true }],
      ['orderDischarged', { order: 'restrainingOrder' }],
    ]);
  });
});

describe('a defendant who was wanted', () => {
  const wanted = said('warrantIssued', { defendant, on: '2026-09-10' }, at('2026-09-10'));
  const decided = (decision: 'bailedWithConditions' | 'remanded', on: string) =>
    said('bailDecided', { defendant, decision, on }, at(on));

  it('was found, once a court keeps them in custody after the warrant', () => {
    const events = [wanted, decided('remanded', '2026-09-21'), decided('remanded', '2026-10-19')];
    const rearrests = heardOf(...events).filter((each) => (each as [string])[0] === 'rearrestHeard');
    expect(rearrests).toEqual([['rearrestHeard', { decision: 'remanded' }]]);
  });

  it.each(['2026-09-10', '2026-09-03'])('is not taken to be found by custody of %s, before they were wanted', (on) => {
    expect(heardOf(decided('remanded', on), wanted).map((each) => (each as [string])[0])).not.toContain(
      'rearrestHeard'
    );
  });

  it('is not taken to be found because their bail is still written', () => {
    const heard = heardOf(wanted, decided('bailedWithConditions', '2026-09-21'));
    expect(heard.map((each) => (each as [string])[0])).toEqual(['warrantIssued', 'courtBailDecided']);
  });
});
