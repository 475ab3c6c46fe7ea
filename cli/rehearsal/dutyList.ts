import type { Duty } from '../../domain/code/duty';
import { closeSync, openSync, writeSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { obligationById } from '../../domain/code/editions';
import type { Standing } from '../../domain/code/standing';
import { CommandStopped } from '../commandStopped';
import type { ReportedCrime } from './readCrimes';

const columns = [
  'crime',
  'duty',
  'edition',
  'obligation',
  'right',
  'dutyHolder',
  'tier',
  'from',
  'limit',
  'dueBy',
  'leftOut',
  'provisional',
  'settled',
  'standing',
];
const atATime = 2_000;

interface DutyList {
  add(crime: ReportedCrime, duty: Duty, standing: Standing): void;
  close(): void;
}

/** A CSV file with a line for each duty. Throws a sentence where it cannot be written. */
export function dutyList(file: string): DutyList {
  const handle = opened(file);
  let rows: unknown[][] = [columns];
  const flush = (): void => {
    writeSync(handle, stringify(rows));
    rows = [];
  };
  return {
    add({ row: { crimeId } }, duty, standing) {
      const { id, edition, obligation, tier, from, limit, dueBy, leftOut = [], provisional, settled } = duty;
      const { right, dutyHolder } = obligationById(obligation);
      const limitText = limit ? `${limit.n} ${limit.unit}` : '';
      const ends = [dueBy, leftOut.join(' '), provisional ? 'yes' : '', settled?.as, standing];
      rows.push([crimeId, id, edition, obligation, right, dutyHolder, tier, from, limitText, ...ends]);
      if (rows.length >= atATime) flush();
    },
    close() {
      flush();
      closeSync(handle);
    },
  };
}

function opened(file: string): number {
  try {
    return openSync(file, 'w');
  } catch (error) {
    throw new CommandStopped(`Cannot write ${file}: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`, 1);
  }
}
