import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { StubService } from './stubService';

const root = path.resolve(__dirname, '../..');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the built command as a person would, against a stub service and with a data folder of its own. */
export function startImport(
  folder: string,
  service: Pick<StubService, 'url'>,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {}
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [path.join(root, 'dist/cli/import.js'), ...args, '--url', service.url], {
    cwd: root,
    env: { PATH: process.env.PATH, DATA_DIR: folder, VICTIM_CASE_TOKEN: 'a-token', ...env },
  });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (part: Buffer) => stdout.push(part));
  child.stderr.on('data', (part: Buffer) => stderr.push(part));
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() })
    )
  );
  return { child, ended };
}

export const runImport = (...args: Parameters<typeof startImport>): Promise<Ended> => startImport(...args).ended;

/** The counts of a run with --json. Throws with what it said where it printed none. */
export function countsOf({ stdout, stderr, code }: Ended): Record<string, Record<string, number>> {
  try {
    return JSON.parse(stdout) as Record<string, Record<string, number>>;
  } catch {
    throw new Error(`No counts, exit code ${code}: ${stdout}${stderr}`);
  }
}
