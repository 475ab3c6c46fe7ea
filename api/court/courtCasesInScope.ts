import type { Cases } from '../../database/cases/cases';
import type { CourtCases } from '../../database/court/courtCases';
import { isInScope } from '../../database/store/scope';
import type { CourtCaseView } from '../../domain/court/courtCaseView';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import { scopesOf } from '../access/scopes';
import type { Asked } from '../http/endpoint';
import { notFound } from '../http/errors';

/** A prosecution with those of its cases that the caller may see. */
export interface SeenCourtCase {
  readonly view: CourtCaseView;
  readonly cases: ReadonlyMap<string, CaseSummary>;
}

export interface CourtCasesInScope {
  /** A prosecution of which the caller may see a case. Any other is not found, whether it exists or not. */
  find(asked: Who, courtCaseId: string): Promise<SeenCourtCase>;
  /** Those of these prosecutions of which the caller may see a case. */
  among(asked: Who, views: readonly CourtCaseView[]): Promise<SeenCourtCase[]>;
}

type Who = Pick<Asked, 'caller' | 'roles'>;

export function courtCasesInScope(database: { courtCases: CourtCases; cases: Cases }): CourtCasesInScope {
  async function among(asked: Who, views: readonly CourtCaseView[]): Promise<SeenCourtCase[]> {
    const scopes = scopesOf(asked);
    const caseIds = new Set(views.flatMap(({ linked }) => linked.map(({ caseId }) => caseId)));
    const found = await database.cases.findCases([...caseIds]);
    const seen = new Map(
      found.filter((each) => scopes.some((scope) => isInScope(each, scope))).map((each) => [each.caseId, each])
    );
    return views.flatMap((view) => {
      const own = view.linked.flatMap(({ caseId }) => seen.get(caseId) ?? []);
      return own.length === 0 ? [] : { view, cases: new Map(own.map((each) => [each.caseId, each])) };
    });
  }

  return {
    among,
    async find(asked, courtCaseId) {
      const view = await database.courtCases.findCourtCase(courtCaseId);
      const [seen] = view ? await among(asked, [view]) : [];
      if (!seen) throw notFound();
      return seen;
    },
  };
}
