import { Presets, SingleBar } from 'cli-progress';
import type { ImportRun } from './importRun';

/** A bar on the terminal with rows a second and the time left; nothing where there is no terminal. */
export function progressBar(stream: NodeJS.WriteStream, isWanted: boolean): ImportRun['progress'] {
  if (!isWanted || !stream.isTTY) return { begin: () => undefined, show: () => undefined, end: () => undefined };
  const format = '{bar} {percentage}% | {rows} rows, {rate} a second | {left} left';
  const bar = new SingleBar({ format, stream, hideCursor: true, etaBuffer: 50 }, Presets.shades_classic);
  let total = 0;
  let startedAt = 0;
  let shownAt = 0;
  return {
    begin: (totalBytes) => {
      total = totalBytes;
      startedAt = performance.now();
      bar.start(total, 0, { rows: '0', rate: '-', left: '-' });
    },
    show: (bytesRead, rows) => {
      const now = performance.now();
      if (now - shownAt < 200) return;
      shownAt = now;
      const seconds = (now - startedAt) / 1000;
      const left = timeLeft(seconds * (total / Math.max(bytesRead, 1) - 1));
      const text = (count: number): string => Math.round(count).toLocaleString('en-GB');
      bar.update(Math.min(bytesRead, total), { rows: text(rows), rate: text(rows / seconds), left });
    },
    end: () => bar.stop(),
  };
}

function timeLeft(seconds: number): string {
  const whole = Math.max(Math.round(seconds), 0);
  if (whole < 60) return `${whole} s`;
  return whole < 3600
    ? `${Math.round(whole / 60)} min`
    : `${Math.floor(whole / 3600)} h ${Math.round((whole % 3600) / 60)} min`;
}
