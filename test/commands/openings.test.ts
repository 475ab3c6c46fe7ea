import { firstRecord } from '../../commands/openings';
import type { StoredPerson, StoredReport } from '../../database/intake/reportContent';
import { addHours } from '../../domain/time/londonTime';
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
});
