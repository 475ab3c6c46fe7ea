import { setTimeout as sleep } from 'node:timers/promises';
import { CommandStopped } from '../commandStopped';
import { givenToken, signedTokens } from './accessTokens';
import { serviceAddress } from './serviceAddress';

export interface Where {
  readonly url?: string;
  readonly token?: string;
  readonly force: string;
}

/** Reads from `/api/v1` of a running service, as a supervisor of one force. */
export interface Reader {
  json<Body>(path: string): Promise<Body>;
  /** The answer as it came, asked for as this media type. */
  text(path: string, type: string): Promise<string>;
}

const attempts = 5;
const later: readonly number[] = [429, 502, 503, 504];

/** Throws CommandStopped, with a sentence for whoever typed the command, where the service refuses or is away. */
export function serviceReader({ url, token, force }: Where, here: { dataDir: string; port: number }): Reader {
  const given = token ?? process.env.VICTIM_CASE_TOKEN;
  const tokens = given
    ? givenToken(given)
    : signedTokens(here.dataDir, { role: 'supervisor', sub: 'compliance-report' });
  const base = originOf(url ?? serviceAddress(here));

  async function text(path: string, type: string): Promise<string> {
    const headers = { authorization: `Bearer ${await tokens.of(force)}`, accept: type };
    for (let attempt = 1; ; attempt += 1) {
      const answer = await fetch(`${base}/api/v1${path}`, { headers }).catch(() => undefined);
      if (answer?.ok) return answer.text();
      if (attempt < attempts && (!answer || later.includes(answer.status))) {
        await sleep(attempt * 500);
        continue;
      }
      if (!answer) throw new CommandStopped(`No service answers at ${base}. Is it running (npm start)?`, 1);
      throw new CommandStopped(`The service refuses ${path.split('?', 1)[0]}: ${await saidBy(answer)}`, 1);
    }
  }

  return { text, json: async (path) => JSON.parse(await text(path, 'application/json')) };
}

function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    throw new CommandStopped('--url must be an address such as http://127.0.0.1:3000.', 1);
  }
}

/** The code of a problem, and which parameters it names; never a value. */
async function saidBy(answer: Response): Promise<string> {
  const problem = (await answer.json().catch(() => ({}))) as {
    code?: string;
    errors?: { parameter?: string; message: string }[];
  };
  const faults = (problem.errors ?? []).map(({ parameter = '', message }) => `${parameter}: ${message}`);
  return [`${answer.status} ${problem.code ?? ''}`.trim(), ...faults].join('; ');
}
