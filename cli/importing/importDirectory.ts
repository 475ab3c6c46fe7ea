import { CommandStopped } from '../commandStopped';
import type { AccessTokens } from '../service/accessTokens';
import { directoryRows, type DirectoryRow, type RowFault } from './directoryFile';

interface Where {
  /** The origin of the service. */
  readonly url: string;
  readonly force: string;
  readonly tokens: AccessTokens;
}

/** How many services were new and how many were known, or what is wrong, row by row: then nothing was taken over. */
export type DirectoryImported = { readonly added: number; readonly changed: number } | { readonly faults: RowFault[] };

/** Takes a directory file over into the running service, whole or not at all. Throws CommandStopped. */
export async function importDirectory(file: string, where: Where): Promise<DirectoryImported> {
  const { rows, faults } = directoryRows(file);
  if (faults.length > 0) return { faults };
  if (rows.length === 0) throw new CommandStopped(`${file} has no rows below its header.`, 1);
  const body = JSON.stringify({ services: rows.map(({ service }) => service) });
  const answer = await put(where, body);
  if (answer.ok) return (await answer.json()) as { added: number; changed: number };
  const problem = (await answer.json().catch(() => ({}))) as {
    code?: string;
    errors?: { pointer?: string; message: string }[];
  };
  if (answer.status !== 422 || !problem.errors) {
    throw new CommandStopped(`The service refuses the directory: ${answer.status} ${problem.code ?? ''}`.trim(), 1);
  }
  return { faults: problem.errors.map((fault) => faultOf(fault, rows)) };
}

async function put({ url, force, tokens }: Where, body: string): Promise<Response> {
  const token = await tokens.of(force);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  try {
    return await fetch(`${url}/api/v1/support-services`, { method: 'PUT', headers, body });
  } catch {
    throw new CommandStopped(`No service answers at ${url}. Is it running (npm start)?`, 2);
  }
}

/** `/services/3/needs/0` is the fourth row's column `needs`. */
function faultOf({ pointer = '', message }: { pointer?: string; message: string }, rows: readonly DirectoryRow[]) {
  const [, , index = '', field = ''] = pointer.split('/');
  return { line: rows[Number(index)]?.line ?? 1, field, message };
}
