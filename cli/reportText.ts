import type { Figures } from '../domain/compliance/tally';

/** What `GET /api/v1/compliance` answers, as far as it is printed here. */
export interface ComplianceReport {
  readonly from: string;
  readonly to: string;
  readonly by: readonly string[];
  readonly asOf: string;
  readonly total: Figures;
  readonly groups: readonly (Figures & Readonly<Record<string, unknown>>)[];
  readonly areas: readonly (Figures & { readonly area: string })[];
}

const heads = [
  'due',
  'met',
  'late',
  'missed',
  'good reason',
  'declined',
  'open',
  'before intake',
  'median h',
  '90% h',
  'waited',
];

/** The figures as a person reads them in a terminal. */
export function reportText({ from, to, by, asOf, total, groups, areas }: ComplianceReport): string {
  const rows = [
    [by.join(', '), ...heads],
    ...groups.map((group) => [by.map((name) => String(group[name] ?? '-')).join(', '), ...cells(group)]),
    ['all', ...cells(total)],
    ...areas.map((area) => [area.area, ...cells(area)]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')
  );
  const areasFrom = lines.length - areas.length;
  return [
    `Duties that fell due from ${from} to ${to}, as of ${asOf}`,
    '',
    ...lines.slice(0, areasFrom),
    '',
    'The five areas of the quarterly return (releaseNotice is part of timelyUpdates)',
    ...lines.slice(areasFrom),
  ].join('\n');
}

function cells({ timeTaken, waitedOnOthers, ...counts }: Figures): string[] {
  const { due, met, metLate, missed, missedWithGoodReason, declined, open, missedBeforeIntake } = counts;
  const numbers = [due, met, metLate, missed, missedWithGoodReason, declined, open, missedBeforeIntake];
  const times = [timeTaken.medianHours ?? '', timeTaken.percentile90Hours ?? '', waitedOnOthers.count];
  return [...numbers, ...times].map(String);
}
