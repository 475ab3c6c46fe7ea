import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { CommandStopped } from '../commandStopped';

/** Bearer tokens of a system that reports crimes, one for each force that it reports for. */
export interface AccessTokens {
  of(force: string): Promise<string>;
  /** A token to try after this one was turned down; undefined where there is no other. */
  insteadOf(token: string, force: string): Promise<string | undefined>;
}

/** One token that was given from outside, whatever the force. */
export function givenToken(token: string): AccessTokens {
  return { of: () => Promise.resolve(token), insteadOf: () => Promise.resolve(undefined) };
}

const hours = 24;

interface Signing {
  readonly role?: 'reporting-system' | 'supervisor';
  readonly sub?: string;
  readonly script?: string;
}

/** Tokens signed by the key of a data folder, in a process of its own: nothing here reads the key. */
export function signedTokens(dataDir: string, signing: Signing = {}): AccessTokens {
  const signed = new Map<string, Promise<string>>();
  const sign = (force: string): Promise<string> => {
    const token = signToken(dataDir, signing, force);
    signed.set(force, token);
    return token;
  };
  const of = (force: string): Promise<string> => signed.get(force) ?? sign(force);
  return {
    of,
    insteadOf: async (token, force) => ((await of(force)) === token ? sign(force) : of(force)),
  };
}

async function signToken(
  dataDir: string,
  {
    role = 'reporting-system',
    sub = 'police-data-import',
    script = path.resolve(__dirname, '../../dev/token.js'),
  }: Signing,
  force: string
): Promise<string> {
  const options = ['--role', role, '--sub', sub, '--force', force, '--hours', `${hours}`];
  try {
    const env = { ...process.env, DATA_DIR: dataDir };
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...options], { env });
    return stdout.trim();
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1) ?? 'it could not be signed';
    throw new CommandStopped(`No token: ${said} Or name one by --token or VICTIM_CASE_TOKEN.`, 1);
  }
}
