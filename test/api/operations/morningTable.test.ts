import { morningTable } from '../../../api/operations/morningTable';
import { sectionNames, type SectionName } from '../../../domain/morning/morningNumbers';
import type { Section } from '../../../domain/morning/section';

const empty = Object.fromEntries(sectionNames.map((name) => [name, { count: 0, items: [] }])) as unknown as Record<
  SectionName,
  Section
>;
const start = { team: 'north', asOf: '2026-03-05T07:00:00.000Z', missedSince: '2026-03-04' };

it('says hours over in a column of their own', () => {
  const items = [
    { caseId: 'a', hoursLeft: -3.5, why: 'late' },
    { caseId: 'b', hoursLeft: 2, why: 'soon' },
  ];
  const rows = morningTable({ ...start, sections: { ...empty, notReached: { count: 2, items } } }).split('\r\n');
  expect(rows[2]).toContain(',a,,,,3.5,,,,late');
  expect(rows[3]).toContain(',b,,,2,,,,,soon');
});

it.each(['=1+1', '+44', '-2', '@SUM(A1)', '\t=1'])('disarms a cell that says %j', (why) => {
  const sections = { ...empty, notReached: { count: 1, items: [{ caseId: 'a', why }] } };
  expect(morningTable({ ...start, team: why, sections })).not.toMatch(/(^|,)"?[=+\-@\t]/m);
});
