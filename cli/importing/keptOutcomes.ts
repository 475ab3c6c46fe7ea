import { createHash } from 'node:crypto';
import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { AppendedFile } from './appendedFile';
import { inOrder } from './inOrder';

/** An outcome whose crime has not arrived, and where it was read. */
export interface KeptOutcome {
  readonly crimeId: string;
  readonly outcome: string;
  readonly month: string;
  readonly force: string;
  readonly file: string;
  readonly fingerprint: string;
  readonly line: number;
  readonly reading: string;
}

/** Outcomes that wait for their crimes, one JSON object a line: however many there are, they are read one by one. */
export class KeptOutcomes extends AppendedFile {
  keep(outcome: KeptOutcome): void {
    this.add(`${JSON.stringify(outcome)}\n`);
  }

  async *all(): AsyncGenerator<KeptOutcome> {
    this.flush();
    if (!existsSync(this.path)) return;
    for await (const line of createInterface({ input: createReadStream(this.path), crlfDelay: Infinity })) {
      if (line) yield JSON.parse(line) as KeptOutcome;
    }
  }

  /** Keeps those that `stays` says so of. The file is replaced at the end: after a kill everything is tried again. */
  async sift(atATime: number, stays: (outcome: KeptOutcome) => Promise<boolean>, stop?: AbortSignal): Promise<void> {
    const staying = new AppendedFile(`${this.path}.part`);
    staying.takeBackTo(0);
    let siftedBeforeFlush = 0;
    for await (const { item, result } of inOrder(this.all(), atATime, stays, stop)) {
      if (result) staying.add(`${JSON.stringify(item)}\n`);
      if (++siftedBeforeFlush % 1000 === 0) staying.flush();
    }
    if (stop?.aborted) return;
    if (staying.flush() > 0) renameSync(staying.path, this.path);
    else rmSync(this.path, { force: true });
  }
}

/** A short stand-in for a crime id, so that many of them fit into memory; two share one by an odd chance only. */
export function crimeMark(crimeId: string): number {
  return createHash('sha256').update(crimeId).digest().readUIntBE(0, 6);
}
