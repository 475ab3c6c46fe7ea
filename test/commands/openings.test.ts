import { firstRecord } from '../../commands/openings';
import type { StoredPerson, StoredReport } from '../../database/intake/reportContent';
import { addCalendarDays, addHours, londonDay } from '../../domain/time/londonTime';
import { openTasks } from '../../domain/careRecord';
import { careState } from '../../domain/careState';
import { aTuesday, calendar } from '../support/caseBuilder';

const person: StoredPerson = {
  personId: 'person-1',
  caseId: 'case-1',
  role: 'victim',
  kind: 'person',
  safeChannels: ['phone'],
  preferredChannel: 'phone',
  stances: { wantsContact: 'yes', supportsProsecution: 'no' },
  sealed: '',
};

const report: StoredReport = {
  reportId: 'report-1',
  source: 'policeRecordsSystem',
  occurredAt: addHours(aTuesday, -6),
  reportedAt: addHours(aTuesday, -1),
  receivedAt: aTuesday,
  offence: { category: 'burglary' },
  circumstances: [],
  suspects: ['s1'],
  investigatingForce: 'essex',
  homeForce: 'hertfordshire',
  owningTeam: 'north-victim-care',
  officerActions: [],
  people: [person],
  amendments: [],
  by: 'system-1',
  recordedAt: addHours(aTuesday, 2),
};

/** So many years and days from the day of the crime. */
function afterYears(years: number, days: number): string {
  const on = londonDay(report.occurredAt);
  return addCalendarDays(`${Number(on.slice(0, 4)) + years}${on.slice(4)}`, days);
}

describe('the record that a case begins with', () => {
  it('is the same however often the case is started, and opened when its report was stored', () => {
    const record = firstRecord(report, person, calendar);
    expect(firstRecord(report, person, calendar)).toEqual(record);
    expect(record.opening).toMatchObject({
      openedAt: report.recordedAt,
      receivedAt: aTuesday,
      homeForce: 'hertfordshire',
    });
    expect(openTasks(record).map(({ kind }) => kind)).toContain('makeFirstContact');
  });

  it('has what the report says of the wishes of the person, as told by its source', () => {
    const record = firstRecord(report, person, calendar);
    expect(careState(record).stances).toMatchObject({
      wantsContact: { answer: 'yes', at: aTuesday },
      supportsProsecution: { answer: 'no', at: aTuesday },
    });
    expect(record.facts).toMatchObject([{ source: 'policeRecordsSystem' }, { by: 'system-1' }]);
  });

  it.each([
    ['by the date of birth, though nobody names the circumstance', { dateOfBirth: '2012-01-01' }, 'enhanced'],
    ['by the word of the report, where no birthday is known', { under18: true }, 'enhanced'],
    ['on the day before the birthday', { dateOfBirth: afterYears(-18, 1) }, 'enhanced'],
    ['not from the birthday on', { dateOfBirth: afterYears(-18, 0), under18: true }, 'standard'],
  ] as const)('proposes Enhanced Rights for a victim under 18 when it happened: %s', (_, age, tier) => {
    const { tier: known, grounds } = careState(firstRecord(report, person, calendar, age)).tier;
    expect([known, grounds]).toEqual([tier, tier === 'enhanced' ? ['vulnerable'] : []]);
  });
});
