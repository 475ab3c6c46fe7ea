import { stringify } from 'csv-stringify/sync';
import type { ComplianceFigures, Grouping } from '../../domain/compliance/compliance';
import type { Figures } from '../../domain/compliance/tally';

/**
 * The figures as CSV with a header line: the groups, then the five areas, then all together; `part` says which. A cell
 * that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function complianceTable(by: readonly Grouping[], { groups, areas, total }: ComplianceFigures): string {
  const rows = [
    ...groups.map((group) => ({ part: 'group', ...group, ...flat(group) })),
    ...areas.flatMap(({ area, byBasis, ...all }) => [
      { part: 'area', area, ...flat(all) },
      ...byBasis.map((figures) => ({ part: 'areaByBasis', area, basis: figures.basis, ...flat(figures) })),
    ]),
    { part: 'total', ...flat(total) },
  ];
  const keys = ['part', 'area', ...new Set<string>(['basis', ...by]), ...Object.keys(flat(total))];
  return stringify(rows, { header: true, columns: keys, escape_formulas: true, record_delimiter: 'windows' });
}

function flat({ timeTaken, waitedOnOthers, ...counts }: Figures) {
  return {
    due: counts.due,
    met: counts.met,
    metLate: counts.metLate,
    missed: counts.missed,
    missedWithGoodReason: counts.missedWithGoodReason,
    unreachable: counts.unreachable,
    unsafeToContact: counts.unsafeToContact,
    declined: counts.declined,
    open: counts.open,
    openWithoutClock: counts.openWithoutClock,
    missedBeforeIntake: counts.missedBeforeIntake,
    superseded: counts.superseded,
    notApplicable: counts.notApplicable,
    timeTakenCount: timeTaken.count,
    timeTakenMedianHours: timeTaken.medianHours,
    timeTakenPercentile90Hours: timeTaken.percentile90Hours,
    waitedOnOthersCount: waitedOnOthers.count,
    waitedOnOthersMedianHours: waitedOnOthers.medianHours,
    waitedOnOthersPercentile90Hours: waitedOnOthers.percentile90Hours,
    waitedOnOthersTotalHours: waitedOnOthers.totalHours,
  };
}
