import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { SetUpError } from '../failure';

/** The program that a variable names, else the one on the PATH. A variable that names no program is an error. */
export function findBinary(variable: string, program: string, env: NodeJS.ProcessEnv): string | undefined {
  const named = env[variable];
  if (!named) return onPath(program, env);
  const found = named.includes(path.sep) ? [path.resolve(named)].find(isProgram) : onPath(named, env);
  if (!found) throw new SetUpError(`${variable} names ${named}, which is not a program that can be run.`);
  return found;
}

function onPath(program: string, env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => path.join(folder, program)).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
