import { stringify } from 'csv-stringify/sync';
import type { CalendarDay, Instant } from '../../domain/time/londonTime';
import { sectionNames, type SectionName } from '../../domain/morning/morningNumbers';
import type { Section } from '../../domain/morning/section';

interface Morning {
  readonly team: string;
  readonly asOf: Instant;
  readonly missedSince: CalendarDay;
  readonly sections: Readonly<Record<SectionName, Section>>;
}

/**
 * The morning numbers as CSV with a header line: for each section first a row with its count, then a row for each item
 * that is shown. Hours over stand in a column of their own, so that no cell begins with a minus; a cell that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
export function morningTable({ team, asOf, missedSince, sections }: Morning): string {
  const rows = sectionNames.flatMap((name) => {
    const { count, items, notYet, oldestHours } = sections[name];
    const start = { team, asOf, missedSince, section: name };
    const counted = notYet ? { note: 'not known yet' } : { count, oldestHours };
    return [
      { ...start, row: 'count', ...counted },
      ...items.map(({ hoursLeft, why, since: foundAt, ...item }) => ({
        ...start,
        row: 'item',
        ...item,
        foundAt,
        ...(hoursLeft === undefined ? {} : hoursLeft < 0 ? { hoursOver: -hoursLeft } : { hoursLeft }),
        why,
      })),
    ];
  });
  return stringify(rows, { header: true, columns: [...columns], escape_formulas: true, record_delimiter: 'windows' });
}

const columns = [
  'team',
  'asOf',
  'missedSince',
  'section',
  'row',
  'count',
  'oldestHours',
  'note',
  'caseId',
  'taskId',
  'dueAt',
  'hoursLeft',
  'hoursOver',
  'tier',
  'dutyHolder',
  'foundAt',
  'why',
] as const;
