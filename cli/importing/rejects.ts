import { stringify } from 'csv-stringify/sync';
import { AppendedFile } from './appendedFile';

/** The rows that could not be imported: file, line number in it, and why. Quotes nothing of the rows. */
export class Rejects extends AppendedFile {
  reject(file: string, line: number, reason: string): void {
    if (!this.#hasHeader) this.add(stringify([['file', 'line', 'reason']]));
    this.#hasHeader = true;
    this.add(stringify([[file, line, `The row ${reason}.`]], { escape_formulas: true }));
  }

  override takeBackTo(bytes: number): void {
    super.takeBackTo(bytes);
    this.#hasHeader = this.bytes() > 0;
  }

  #hasHeader = false;
}
