import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface Python {
  readonly command: string;
  readonly version: string;
}

const run = promisify(execFile);
const names = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
const probe = 'import sys, venv, ensurepip; print("%d.%d" % sys.version_info[:2])';

/** A Python from 3.10 to 3.13 that can make virtual environments: what the pinned wheels are built for. */
export async function findPython(env: NodeJS.ProcessEnv, candidates: readonly string[] = names): Promise<Python> {
  const seen: string[] = [];
  for (const command of env.PYTHON ? [env.PYTHON] : candidates) {
    try {
      const { stdout } = await run(command, ['-c', probe], { env, timeout: 20_000 });
      const version = stdout.trim();
      const [major, minor] = version.split('.').map(Number);
      if (major === 3 && minor !== undefined && minor >= 10 && minor <= 13) return { command, version };
      seen.push(`${command} is ${version}`);
    } catch (error) {
      const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (!isMissing) seen.push(`${command} cannot make virtual environments`);
    }
  }
  throw new Error(`no Python 3.10 to 3.13 with venv and pip was found${seen.length > 0 ? `: ${seen.join(', ')}` : ''}`);
}
