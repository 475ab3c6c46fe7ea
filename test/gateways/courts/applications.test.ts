import { readCourtMessage } from '../../../gateways/courts/readCourtMessage';
import type { Reading } from '../../../gateways/courts/reading';
import { caseId, defendantId, sharedHearing } from './invented';

interface Asked {
  type?: Record<string, unknown>;
  label?: string;
  result?: Record<string, unknown>;
}

const application = ({ type = {}, label, result }: Asked) => ({
  type: { appealFlag: false, code: 'BA76504', type: 'Application to vary conditions of bail', ...type },
  applicationReceivedDate: '2027-03-20',
  courtApplicationCases: [{ prosecutionCaseId: caseId, prosecutionCaseIdentifier: { caseURN: '41AA1000001' } }],
  subject: {
    masterDefendant: {
      masterDefendantId: defendantId,
      defendantCase: [
        { caseId, defendantId },
        { caseId: '11111111-2222-4333-8444-555555555555', defendantId: '99999999-2222-4333-8444-555555555555' },
      ],
      personDefendant: { bailStatus: { code: 'A' } },
    },
  },
  judicialResults: label === undefined ? null : [{ label, orderedDate: '2027-03-29', ...result }],
});

function about(asked: Asked, hearing: Record<string, unknown> = {}) {
  const body = JSON.stringify(sharedHearing({}, { courtApplications: [application(asked)], ...hearing }));
  const found = readCourtMessage(body, { occurredAt: '2027-03-30T09:00:00.000Z' }, (kind, value) => `${kind}:${value}`);
  const { reading } = found as { reading: Reading };
  return reading.says === 'something' ? reading.prosecutions : [];
}

const varied = (asked: Asked) =>
  about(asked)
    .flatMap(({ events }) => events)
    .filter(({ kind, data }) => kind === 'bailDecided' && data.decision === 'varied');

describe('an application to vary bail', () => {
  it.each([
    [{ label: 'Granted' }, 1],
    [{ type: { code: 'XX00000', type: 'Variation of bail conditions' }, label: 'Application granted' }, 1],
    [{ label: 'Refused' }, 0],
    [{ label: 'Not granted' }, 0],
    [{ label: 'Granted', result: { isDeleted: true } }, 0],
    [{}, 0],
    [{ type: { code: 'XX00000', type: 'Application for a witness summons' }, label: 'Granted' }, 0],
  ] satisfies [Asked, number][])('%j varies it %d times', (asked, times) => {
    expect(varied(asked)).toHaveLength(times);
  });

  it('varies it on the day of the order, for whom it is about', () => {
    expect(varied({ label: 'Granted' })[0]?.data).toMatchObject({
      defendant: expect.arrayContaining([`cp-${defendantId}`]) as unknown,
      on: '2027-03-29',
    });
  });
});

describe('the words of bail that was varied on an application', () => {
  const words = (asked: Asked, hearing: Record<string, unknown> = {}) =>
    about(asked, hearing).flatMap(({ bailWords = [] }) => bailWords);
  const terms = { resultText: 'Granted\nNot to enter Example Road' };

  it.each([[{}], [{ prosecutionCases: [] }]])('are those of its result, of whom it is about (%j)', (hearing) => {
    const [found, ...others] = words({ label: 'Granted', result: terms }, hearing);
    expect(others).toEqual([]);
    expect(found?.text).toBe(terms.resultText);
    expect(found?.defendant).toContain(`cp-${defendantId}`);
  });

  it.each([
    { label: 'Granted', result: { resultText: 'Granted\n' } },
    { label: 'Granted' },
    { label: 'Refused', result: terms },
    { label: 'Granted', result: { ...terms, isDeleted: true } },
    { type: { code: 'XX00000', type: 'Application for a witness summons' }, label: 'Granted', result: terms },
  ] satisfies Asked[])('are none where nothing was said of the terms: %j', (asked) => {
    expect(words(asked)).toEqual([]);
  });
});

describe('a hearing of which only an application names the case', () => {
  const appeal = { type: { appealFlag: true, type: 'Appeal against sentence' }, label: 'Appeal dismissed' };

  it.each([[null], [undefined], [[]]])('is a hearing of that case, with its appeal (cases: %j)', (prosecutionCases) => {
    const [only, ...others] = about(appeal, { prosecutionCases });
    expect(others).toEqual([]);
    expect(only?.urn).toBe('41AA1000001');
    expect(only?.events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['hearingSet', 'hearingHeld', 'appealLodged', 'appealDecided'])
    );
    const set = only?.events.find(({ kind }) => kind === 'hearingSet');
    expect(set?.data).toMatchObject({ defendants: [expect.arrayContaining([`cp-${defendantId}`])] });
  });

  it('is told once to a case that the hearing names too', () => {
    expect(about(appeal)).toHaveLength(1);
  });
});

describe('permission to appeal', () => {
  const [sought, plain] = [
    'Application for leave to appeal against conviction out of time',
    'Appeal against conviction',
  ];
  it.each<[string, string | undefined, unknown[]]>([
    [sought, undefined, ['soughtOutOfTime']],
    [sought, 'Granted', ['granted']],
    [sought, 'Refused', ['soughtOutOfTime', 'leaveRefused']],
    [sought, 'Appeal dismissed', ['soughtOutOfTime', 'dismissed']],
    ['Application for permission to appeal against sentence', undefined, ['sought']],
    [plain, 'Leave to appeal allowed', ['granted']],
    [plain, 'Leave to appeal refused', [undefined, 'leaveRefused']],
    [plain, 'Appeal allowed', [undefined, 'convictionQuashed']],
  ])('%s: %s', (type, label, expected) => {
    const events = about({ type: { appealFlag: true, type }, ...(label === undefined ? {} : { label }) });
    const said = events.flatMap((each) =>
      each.events.flatMap(({ kind, data }) => {
        if (kind === 'appealLodged') return [data.leave];
        return kind === 'appealDecided' ? [data.result] : [];
      })
    );
    expect(said).toEqual(expected);
  });

  it('counts no result that was deleted', () => {
    const events = about({
      type: { appealFlag: true, type: plain },
      label: 'Appeal allowed',
      result: { isDeleted: true },
    });
    expect(events.flatMap((each) => each.events).some(({ kind }) => kind === 'appealDecided')).toBe(false);
  });
});

describe('the result of an appeal', () => {
  const resultOf = (type: string, label: string) =>
    about({ type: { appealFlag: true, type }, label })
      .flatMap(({ events }) => events)
      .flatMap(({ kind, data }) => (kind === 'appealDecided' ? [data.result] : []));

  it.each([
    ['Appeal against sentence', 'Appeal allowed', 'sentenceChanged'],
    ['Appeal against conviction', 'Appeal allowed', 'convictionQuashed'],
    ['Appeal against conviction and sentence', 'Appeal against sentence allowed', 'sentenceChanged'],
    ['Appeal against conviction', 'Conviction quashed, retrial ordered', 'retrialOrdered'],
    ['Appeal against sentence', 'Appeal dismissed', 'dismissed'],
    ['Appeal against conviction', 'Appeal abandoned', 'abandoned'],
  ])('%s: %s is %s', (type, label, expected) => {
    expect(resultOf(type, label)).toEqual([expected]);
  });

  it('is none while nothing is decided', () => {
    expect(resultOf('Appeal against sentence', 'Adjourned')).toEqual([]);
  });
});

describe('an application about an order that protects a victim', () => {
  const decided = (asked: Asked) =>
    about(asked)
      .flatMap(({ events }) => events)
      .flatMap(({ kind, data }) => (kind === 'orderDecided' ? [[data.order, data.how, data.on]] : []));

  it.each([
    [{ type: { code: 'XX1', type: 'Application to vary a restraining order' }, label: 'Granted' }, 'varied'],
    [{ type: { code: 'XX1', type: 'Application to discharge a restraining order' }, label: 'Granted' }, 'discharged'],
    [{ type: { code: 'XX1', type: 'Vary or discharge a restraining order' }, label: 'Application allowed' }, 'changed'],
    [{ type: { code: 'XX1', type: 'Other' }, label: 'Restraining order discharged' }, 'discharged'],
  ] satisfies [Asked, string][])('%j: it is %s', (asked, how) => {
    expect(decided(asked)).toEqual([['restrainingOrder', how, '2027-03-29']]);
  });

  it.each([
    { type: { code: 'XX1', type: 'Application to discharge a restraining order' }, label: 'Refused' },
    { type: { code: 'XX1', type: 'Application to discharge a restraining order' }, label: 'Not granted' },
    { type: { code: 'XX1', type: 'Application to discharge a restraining order' } },
    { label: 'Granted' },
  ] satisfies Asked[])('%j leaves it as it is', (asked) => {
    expect(decided(asked)).toEqual([]);
  });
});

describe('a hearing after an arrest', () => {
  const heard = (type: string, code: string) => {
    const body = sharedHearing() as { hearing: { prosecutionCases: { defendants: { personDefendant: object }[] }[] } };
    const [defendant] = body.hearing.prosecutionCases[0]?.defendants ?? [];
    if (!defendant) throw new Error('The invented hearing has a defendant');
    defendant.personDefendant = { ...defendant.personDefendant, bailStatus: { code } };
    Object.assign(body.hearing, { type: { description: type } });
    const found = readCourtMessage(
      JSON.stringify(body),
      { occurredAt: '2027-03-30T09:00:00.000Z' },
      (kind, value) => `${kind}:${value}`
    );
    const { reading } = found as { reading: Reading };
    const events = reading.says === 'something' ? reading.prosecutions.flatMap((each) => each.events) : [];
    return events.flatMap(({ kind, data }) => (kind === 'rearrestHeard' ? [data.decision] : []));
  };

  it.each([
    ['Breach of Bail', 'C', ['remanded']],
    ['Breach of bail conditions', 'B', ['bailed']],
    ['Appearing on Warrant', 'U', ['bailed']],
    ['For Execution of Bench Warrant', 'S', ['remanded']],
    ['Breach of Bail', 'A', ['otherwiseDealtWith']],
    ['Mention', 'R', ['otherwiseDealtWith']],
    ['Mention', 'C', []],
    ['Bail Application', 'B', []],
  ])('%s with the letter %s tells %j', (type, code, decisions) => {
    expect(heard(type, code)).toEqual(decisions);
  });
});
