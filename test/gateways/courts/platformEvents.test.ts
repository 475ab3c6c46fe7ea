import { readCourtMessage } from '../../../gateways/courts/readCourtMessage';
import type { AboutProsecution } from '../../../gateways/courts/reading';
import { caseId, defendantId, hearingId, offenceId, sharedHearing } from './invented';

const other = '99999999-9999-4999-8999-999999999999';

/** What an event of Common Platform says, published under this name. */
function about(kind: string, body: object): readonly AboutProsecution[] {
  const envelope = { kind: `public.${kind}`, occurredAt: '2027-03-30T09:00:00.000Z' };
  const found = readCourtMessage(JSON.stringify(body), envelope, (of, value) => `${of}:${value}`);
  if (!('reading' in found) || found.reading.says === 'nothing') throw new Error(JSON.stringify(found));
  return found.reading.prosecutions;
}
const known = (about: AboutProsecution | undefined) => about?.makesKnown.map(({ reference }) => reference);
const listedCase = { id: caseId, defendants: [{ id: defendantId, offences: [{ id: offenceId }] }] };
const day = (sittingDay: string, isCancelled?: boolean) => ({ sittingDay, listedDurationMinutes: 30, isCancelled });

describe('results of a hearing', () => {
  it('are read from its whole prosecutions, as they are published today', () => {
    const whole = sharedHearing({ plea: { pleaDate: '2027-03-29', pleaValue: 'GUILTY' } });
    const [found] = about('hearing.resulted', whole);
    expect(found?.urn).toBe('41AA1000001');
    expect(found?.events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['hearingHeld', 'offenceCharged', 'pleaEntered', 'bailDecided'])
    );
  });

  it('are read from lines beside the defendants, as they once were', () => {
    const offences = [{ id: offenceId, code: 'TH68001', plea: { date: '2027-03-29', value: 'GUILTY' } }];
    const defendants = [{ id: defendantId, cases: [{ id: caseId, urn: '41AA1000001', offences }] }];
    const [found] = about('hearing.resulted', { hearing: { id: hearingId, defendants, sharedResultLines: [] } });
    expect(found?.events.map(({ kind }) => kind)).toEqual(['offenceCharged', 'pleaEntered']);
  });
});

describe('the days of a hearing', () => {
  const pausesOf = (...days: string[]) => {
    const body = { hearingId, hearingDays: days.map((each) => day(`${each}T09:30:00.000Z`)) };
    const [found] = about('listing.hearing-days-changed-for-hearing', body);
    return found?.events.flatMap((event) => (event.kind === 'hearingDays' ? (event.data.pauses ?? []) : []));
  };

  it.each([
    ['day after day, over a weekend', ['2027-04-08', '2027-04-09', '2027-04-12'], []],
    ['over Easter', ['2027-03-25', '2027-03-30'], []],
    ['after ten days', ['2027-04-01', '2027-04-12'], [{ after: '2027-04-01', resumesOn: '2027-04-12' }]],
  ])('are told apart by a pause in which it does not sit: %s', (_title, days, pauses) => {
    expect(pausesOf(...days)).toEqual(pauses);
  });
});

describe('an adjourned hearing', () => {
  const next = {
    existingHearingId: other,
    type: { description: 'Trial' },
    listedStartDateTime: '2027-06-14T09:30:00Z',
    courtCentre: { name: 'Luton Crown Court', roomName: '2' },
  };

  it('says of the cases that it names when and where they are heard next', () => {
    const nextHearings = [{ ...next, nextHearingProsecutionCases: [listedCase] }];
    const [found] = about('hearing.adjourned', { adjournedHearing: hearingId, nextHearings });
    expect(found).toMatchObject({
      references: [`cp:case:${caseId}`],
      events: [
        {
          kind: 'hearingSet',
          data: {
            hearingId: other,
            hearing: 'trial',
            on: '2027-06-14',
            at: '2027-06-14T09:30:00.000Z',
            court: 'luton-crown-court',
            defendants: [[`cp-${defendantId}`]],
          },
        },
      ],
    });
    expect(known(found)).toEqual([`cp:hearing:${other}`, `cp:offence:${offenceId}`]);
  });

  it('that names no case is of whoever was heard in it, in the week that begins on a day too', () => {
    const { listedStartDateTime: _at, ...undated } = next;
    const nextHearings = [{ ...undated, weekCommencingDate: '2027-06-14' }];
    expect(about('hearing.adjourned', { adjournedHearing: hearingId, nextHearings })).toMatchObject([
      {
        references: [`cp:hearing:${hearingId}`],
        events: [{ data: { certainty: 'warnedWeek', on: '2027-06-14', untilOn: '2027-06-18', defendants: [] } }],
      },
    ]);
  });
});

describe('days of a hearing that are cancelled', () => {
  it('leave the days that stand beside them', () => {
    const hearingDays = [day('2027-04-05T09:30:00Z'), day('2027-04-06T09:30:00Z', true)];
    expect(about('hearing.hearing-days-cancelled', { hearingId, hearingDays })[0]?.events).toMatchObject([
      { kind: 'hearingDays', data: { on: '2027-04-05', untilOn: undefined } },
    ]);
  });

  it('take each only itself away where no day stands beside them', () => {
    const hearingDays = [day('2027-04-05T09:30:00Z', true), day('2027-04-06T09:30:00Z', true)];
    expect(about('hearing.hearing-days-cancelled', { hearingId, hearingDays })[0]?.events).toMatchObject([
      { kind: 'hearingDayOff', data: { hearingId, on: '2027-04-05' } },
      { kind: 'hearingDayOff', data: { hearingId, on: '2027-04-06' } },
    ]);
  });
});

describe('a hearing that listing confirmed', () => {
  const hearing = { id: hearingId, courtCentre: { name: 'Luton Crown Court', roomName: '3' } };

  it('says at which court it is', () => {
    const [found] = about('listing.hearing-confirmed', {
      confirmedHearing: { ...hearing, prosecutionCases: [listedCase] },
    });
    expect(found?.events).toMatchObject([{ data: { court: 'luton-crown-court', room: '3' } }]);
  });

  it('is of whoever is known to be heard in it, where it names no case', () => {
    expect(about('listing.hearing-updated', { updatedHearing: hearing })[0]?.references).toEqual([
      `cp:hearing:${hearingId}`,
    ]);
  });
});

describe('prosecutions that are heard in a hearing as well', () => {
  it('are known with their numbers, charges and defendants when it is extended by them, and its kind stays', () => {
    const [prosecution] = sharedHearing().hearing.prosecutionCases;
    const [found] = about('hearing.hearing-extended', {
      ...{ hearingId: other, hearingDays: [day('2027-06-14T09:30:00Z')] },
      prosecutionCases: [prosecution],
    });
    expect([found?.urn, found?.events.map(({ kind }) => kind)]).toEqual([
      '41AA1000001',
      ['hearingDays', 'offenceCharged'],
    ]);
    expect(known(found)).toContain(`cp:hearing:${other}`);
  });

  it.each([
    ['listing.case-added-to-hearing', { hearingId, existingHearingId: other, confirmedProsecutionCase: [listedCase] }],
    [
      'listing.hearing-partially-updated',
      {
        hearingIdToBeUpdated: hearingId,
        prosecutionCases: [{ caseId, defendants: [{ defendantId, offences: [{ offenceId }] }] }],
      },
    ],
  ])('are known after %s', (kind, body) => {
    const [found] = about(kind, body);
    expect(found?.references).toEqual([`cp:case:${caseId}`]);
    expect(known(found)).toEqual(expect.arrayContaining([`cp:hearing:${hearingId}`, `cp:offence:${offenceId}`]));
  });

  it.each([
    ['events.listing.cases-added-for-updated-related-hearing', { hearingId: other, seedingHearingId: hearingId }],
    ['listing.offences-moved-to-next-hearing', { oldHearingIds: [hearingId], newHearingId: other }],
  ])('are those of the hearing that it came out of: %s', (kind, body) => {
    const [found] = about(kind, body);
    expect([found?.references, known(found)]).toEqual([[`cp:hearing:${hearingId}`], [`cp:hearing:${other}`]]);
  });

  it('hear its day and place when a defendant is added', () => {
    const body = {
      ...{ hearingId, caseId, defendantId, hearingDateTime: '2027-06-14T09:30:00Z' },
      courtCentre: { id: other, name: 'Luton Crown Court' },
    };
    expect(about('listing.new-defendant-added-for-court-proceedings', body)).toMatchObject([
      {
        references: [`cp:case:${caseId}`],
        events: [{ data: { on: '2027-06-14' } }, { data: { court: 'luton-crown-court' } }],
      },
    ]);
  });
});
