import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { columnsOf } from '../../cli/policeData/columns';
import { csvFile, csvRows } from '../../cli/policeData/csvFile';
import { crimeRow, outcomeRow } from '../../cli/policeData/policeRow';
import { temporaryFolder } from '../support/temporaryFolder';
import { crime, crimeId, outcome, outcomesHeader, policeFile, streetHeader } from './policeFiles';

const folder = temporaryFolder();

async function rowsOf(name: string, lines: readonly string[] | Buffer) {
  const rows = [];
  for await (const row of csvRows(await csvFile(policeFile(folder, name, lines)))) rows.push(row);
  return rows;
}

/** What is wrong with one row of a street file; undefined where nothing is. */
async function wrongWith(row: string | Buffer): Promise<string | undefined> {
  const lines = Buffer.concat([Buffer.from(`${streetHeader}\n`), Buffer.from(row)]);
  const file = await csvFile(policeFile(folder, 'one.csv', lines));
  const columns = await columnsOf(file, 'crime-reports');
  for await (const each of csvRows(file)) {
    if (each.line === 1) continue;
    const read = crimeRow(columns, each);
    return 'broken' in read ? read.broken : undefined;
  }
  return 'there is no row';
}

describe('Reading a file of police data', () => {
  it('reads plain and compressed files, with either line end, a byte order mark, and no line end at the end', async () => {
    const text = `\uFEFF${streetHeader}\r\n${crime(crimeId(1))}\n\n${crime(crimeId(2))}`;
    for (const name of ['plain.csv', 'compressed.csv.gz']) {
      const rows = await rowsOf(name, Buffer.from(text));
      expect(rows.map(({ line }) => line)).toEqual([1, 2, 4]);
      expect(rows[0]?.cells?.[0]).toBe('Crime ID');
      expect(rows[2]?.cells?.[0]).toBe(crimeId(2));
    }
  });

  it('reads a quoted cell, and lets a stray quotation mark spoil its own row only', async () => {
    const quoted = crime(crimeId(1)).replace('On or near Invented Lane', '"On or near ""Invented"", Lane"');
    const stray = crime(crimeId(2)).replace('Nowhere', '"Nowhere');
    const rows = await rowsOf('quotes.csv', [streetHeader, quoted, stray, crime(crimeId(3))]);
    expect(rows[1]?.cells).toHaveLength(12);
    expect(rows[1]?.cells?.[6]).toBe('On or near "Invented", Lane');
    expect(rows[2]?.cells === undefined ? rows[2]?.broken : rows[2].cells.length).not.toBe(12);
    expect(rows[3]?.cells?.[0]).toBe(crimeId(3));
  });

  it.each([
    ['is whole', crime(crimeId(1)), undefined],
    ['lacks a column', crime(crimeId(1)).replace('-0.1,', ''), 'has 11 columns in place of 12'],
    ['has a month 13', crime(crimeId(1), 'Burglary', '', '2021-13'), 'has no month from 2010-12 on'],
    ['has no month', crime(crimeId(1), 'Burglary', '', ''), 'has no month from 2010-12 on'],
    ['has no id', crime(''), 'has no crime id'],
    ['has no id and needs none', crime('', 'Anti-social behaviour'), undefined],
    ['has an id with a space', crime('a b'), 'has an id that is not one'],
    ['has an unknown type', crime(crimeId(1), 'Witchcraft'), 'has a crime type that data.police.uk does not use'],
    [
      'has an unknown outcome',
      crime(crimeId(1), 'Burglary', 'Forgiven'),
      'has an outcome that data.police.uk does not use',
    ],
    ['comes from no force', crime(crimeId(1), 'Burglary', '', '2021-06', 'Nobody'), 'is reported by no police force'],
  ])('says what is wrong with a row that %s', async (_what, row, wrong) => {
    expect(await wrongWith(row)).toBe(wrong);
  });

  it('says that a row is not UTF-8 text', async () => {
    const row = Buffer.from(crime(crimeId(1)).replace('Nowhere', 'Nowh\u00e9re'), 'latin1');
    expect(await wrongWith(row)).toBe('is not UTF-8 text');
  });

  it('rejects an outcome of another vocabulary', async () => {
    const file = await csvFile(policeFile(folder, 'outcomes.csv', [outcomesHeader, outcome(crimeId(1), 'Forgiven')]));
    const columns = await columnsOf(file, 'outcomes');
    const row = { line: 2, cells: outcome(crimeId(1), 'Forgiven').split(',') };
    expect(outcomeRow(columns, row)).toEqual({ broken: 'has an outcome that data.police.uk does not use' });
  });

  it('turns away in one sentence what is no such file', async () => {
    const header = async (name: string, content: string | Buffer): Promise<unknown> =>
      columnsOf(await csvFile(policeFile(folder, name, Buffer.from(content))), 'crime-reports');
    await expect(header('letter.txt', 'Dear officer,\nit was me.\n')).rejects.toThrow(
      'not a data.police.uk street file'
    );
    await expect(header('empty.csv', '')).rejects.toThrow('not a data.police.uk street file');
    await expect(header('outcomes.csv', outcomesHeader)).rejects.toThrow('npm run import -- outcomes');
    await expect(header('binary.csv', Buffer.alloc(200_000, 'x'))).rejects.toThrow('line 1 is longer than any row');
    await expect(csvFile(path.join(folder, 'none.csv'))).rejects.toThrow('there is no such file');
    await expect(csvFile(folder)).rejects.toThrow('it is a folder');
  });

  it('says that compressed data breaks off', async () => {
    const whole = await csvFile(
      policeFile(folder, 'whole.csv.gz', [streetHeader, ...Array.from({ length: 5_000 }, (_, n) => crime(crimeId(n)))])
    );
    const half = path.join(folder, 'half.csv.gz');
    writeFileSync(half, readFileSync(whole.path).subarray(0, whole.bytes / 2));
    const read = async (): Promise<void> => {
      for await (const { line } of csvRows(await csvFile(half))) expect(line).toBeGreaterThan(0);
    };
    await expect(read()).rejects.toThrow('breaks off');
  });
});
