import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** Writes where the processor time of `work` went, as Chrome's developer tools and editors read it. */
export async function profiled<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  try {
    return await work();
  } finally {
    const { profile } = await session.post('Profiler.stop');
    writeFileSync(file, JSON.stringify(profile));
    session.disconnect();
  }
}
