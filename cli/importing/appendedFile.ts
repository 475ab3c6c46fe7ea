import { appendFileSync, mkdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';

/** A file that grows at its end, and can be taken back to a length that it had. */
export class AppendedFile {
  #waiting: string[] = [];

  constructor(readonly path: string) {}

  bytes(): number {
    return statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
  }

  add(text: string): void {
    this.#waiting.push(text);
  }

  /** Writes what was added; answers the length of the file after it. */
  flush(): number {
    if (this.#waiting.length > 0) {
      mkdirSync(path.dirname(this.path), { recursive: true });
      appendFileSync(this.path, this.#waiting.join(''));
      this.#waiting = [];
    }
    return this.bytes();
  }

  /** Forgets what was written after the file had this length, if anything was. */
  takeBackTo(bytes: number): void {
    if (bytes === 0) rmSync(this.path, { force: true });
    else if (this.bytes() > bytes) truncateSync(this.path, bytes);
  }
}
