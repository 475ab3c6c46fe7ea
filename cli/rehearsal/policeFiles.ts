import { readdirSync } from 'node:fs';
import path from 'node:path';
import { CommandStopped } from '../commandStopped';

/** Months from first to last, both of them counted: `2021-01`. */
export interface Months {
  readonly first: string;
  readonly last: string;
}

export interface PoliceFiles {
  readonly street: readonly string[];
  readonly outcomes: readonly string[];
  readonly months: Months;
}

const named = /^(\d{4}-\d{2})-.+-(street|outcomes)\.csv(\.gz)?$/;

/**
 * The files of a folder, and of those in it, that bear the names of data.police.uk, in the order of their months; all
 * months that there are reports of, unless told which. Throws a sentence where there is no street file.
 */
export function policeFiles(folder: string, wanted?: Months): PoliceFiles {
  const found = entriesOf(folder)
    .flatMap((file) => {
      const [, month = '', kind] = named.exec(path.basename(file)) ?? [];
      const isWanted = kind !== undefined && (!wanted || (wanted.first <= month && month <= wanted.last));
      return isWanted ? [{ file: path.join(folder, file), month, kind }] : [];
    })
    .sort((one, other) => (one.month + one.file < other.month + other.file ? -1 : 1));
  const street = found.filter(({ kind }) => kind === 'street');
  const [first, last] = [street[0]?.month, street.at(-1)?.month];
  if (first === undefined || last === undefined) {
    const which = wanted ? ` of ${wanted.first} to ${wanted.last}` : '';
    throw new CommandStopped(
      `There is no street file of data.police.uk${which} in ${folder}. Name another by --from.`,
      1
    );
  }
  const outcomes = found.filter(({ kind, month }) => kind === 'outcomes' && first <= month && month <= last);
  return {
    street: street.map(({ file }) => file),
    outcomes: outcomes.map(({ file }) => file),
    months: { first, last },
  };
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    throw new CommandStopped(`There is no folder ${folder}. Name another by --from.`, 1);
  }
}
