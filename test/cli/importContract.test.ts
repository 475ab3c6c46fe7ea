import { eventBody } from '../../api/facts/factContracts';
import { reportBody } from '../../api/intake/reportContract';
import { crimeReport } from '../../cli/policeData/crimeReport';
import { crimeTypes } from '../../cli/policeData/crimeTypes';
import { outcomeEvents } from '../../cli/policeData/outcomeEvents';
import { outcomeMeanings } from '../../cli/policeData/outcomeMeanings';
import { monthWindow } from '../../cli/policeData/reportWindow';
import { crimeId } from './policeFiles';

const until = '2026-11-22T07:00:00.000Z';

describe('What the import sends is what the API takes:', () => {
  it.each(crimeTypes.filter(({ victim }) => victim !== 'none').map((type) => [type.name, type] as const))(
    'the report of a crime of the type "%s"',
    (_name, type) => {
      const window = monthWindow('2021-10', until);
      if (!window) throw new Error('October 2021 has begun');
      const row = { crimeId: crimeId(1), month: '2021-10', force: 'city-of-london', type, lastOutcome: '' };
      const { error, data } = reportBody.safeParse(crimeReport(row, window, 'north-victim-care'));
      expect(error).toBeUndefined();
      expect(data?.people).toHaveLength(1);
    }
  );

  it.each(outcomeMeanings.map(({ name }) => name))('the events of the outcome "%s"', (name) => {
    const known = {
      caseId: '5b0c5a3e-6b9c-4c8e-9a59-3f5f6f1f0a01',
      receivedAt: '2021-10-03T12:00:00.000Z',
      suspects: [],
    };
    for (const { body } of outcomeEvents({ crimeId: crimeId(1), outcome: name, month: '2021-11' }, known, until)) {
      expect(eventBody.safeParse(body).error).toBeUndefined();
    }
  });
});
