import type { Database } from '../../database/openDatabase';
import type { SilentCase } from '../../database/operations/silentCases';
import { isInScope } from '../../database/store/scope';
import { scopesOf } from '../access/scopes';
import type { Asked } from '../http/endpoint';

/** More than are ever shown, so that what the caller may not see makes no list shorter. */
const mostRead = 1_000;

/** The silent cases of the caller's force, all of them counted, and those shown that the caller may see. */
export async function silentCasesFor(
  { silentCases, cases }: Pick<Database, 'silentCases' | 'cases'>,
  asked: Pick<Asked, 'caller' | 'roles'>,
  { team }: { readonly team?: string },
  most: number
): Promise<{ count: number; items: SilentCase[] }> {
  const { count, items } = await silentCases.listSilent({ force: asked.caller.force, team }, mostRead);
  const scopes = scopesOf(asked);
  const found = await cases.findCases(items.map(({ caseId }) => caseId));
  const seen = new Set(
    found.filter((each) => scopes.some((scope) => isInScope(each, scope))).map(({ caseId }) => caseId)
  );
  return { count, items: items.filter(({ caseId }) => seen.has(caseId)).slice(0, most) };
}
