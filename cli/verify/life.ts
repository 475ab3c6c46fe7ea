import type { ComplianceOptions } from '../complianceOptions';
import type { Reader } from '../service/readOnly';

/** A fact as the timeline shows it. */
export interface Told {
  readonly seq: number;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly happenedAt: string;
  readonly receivedAt: string;
  readonly recordedAt: string;
  readonly suspects?: readonly string[];
  readonly parked?: string;
  readonly supersedes?: number;
  readonly supersededBy?: number;
  readonly owes?: readonly Owed[];
}

/** A duty as it was fixed when it arose. */
export interface Owed {
  readonly obligation: string;
  readonly tier: string;
  readonly from: string;
  readonly withOthersSince?: string;
  readonly dueBy?: string;
  readonly target?: true;
  readonly missedBeforeIntake?: true;
}

/** A line of the ledger. How it stands and what settled it is read only to say where a difference lies. */
export interface Shown extends Owed {
  readonly dutyId: string;
  readonly fact: number;
  readonly nature: string;
  readonly earlier?: readonly { readonly dueBy: string; readonly because: string }[];
  readonly standing: string;
}

export interface Life {
  readonly caseId: string;
  readonly owningTeam: string;
  readonly officerActions: readonly { readonly action: string; readonly at: string }[];
  /** By number. */
  readonly facts: readonly Told[];
  readonly ledger: readonly Shown[];
}

interface Listed {
  readonly caseId: string;
  readonly reportId: string;
  readonly owningTeam: string;
  readonly offeredTo?: string;
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

const pageSize = 100;

/** Every case of the force that the caller may see, or those of one team, page by page; not one that it is only asked to take. */
export async function* listedCases(
  reader: Reader,
  { team, force }: Pick<ComplianceOptions, 'team' | 'force'>
): AsyncGenerator<readonly Listed[]> {
  const asked = team === undefined ? '' : `&team=${encodeURIComponent(team)}`;
  let cursor = '';
  do {
    const page: Page<Listed> = await reader.json(`/cases?limit=${pageSize}${asked}${cursor}`);
    yield page.items.filter(({ offeredTo }) => offeredTo !== force);
    cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
  } while (cursor !== '');
}

/** All that is on record of a case, as far as duties depend on it. */
export async function readLife(reader: Reader, { caseId, reportId, owningTeam }: Listed): Promise<Life> {
  const facts: Told[] = [];
  let cursor = '';
  do {
    const page: Page<Told> = await reader.json(`/cases/${caseId}/timeline?limit=${pageSize}${cursor}`);
    facts.push(...page.items);
    cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
  } while (cursor !== '');
  const [{ items: ledger }, { officerActions }] = await Promise.all([
    reader.json<{ items: Shown[] }>(`/cases/${caseId}/duties`),
    reader.json<Pick<Life, 'officerActions'>>(`/crime-reports/${reportId}`),
  ]);
  return { caseId, owningTeam, officerActions, facts: facts.reverse(), ledger };
}
