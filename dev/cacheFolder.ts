import { homedir } from 'node:os';
import path from 'node:path';

/** Where downloaded servers are kept, shared by every data folder of this user. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.VICTIM_CASE_CACHE) return path.resolve(env.VICTIM_CASE_CACHE);
  return path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'victim-case-service');
}
