import type { Cases } from '../../database/cases/cases';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { Asked } from '../http/endpoint';
import type { LiveCases } from '../cases/liveCases';
import { visible } from './scopes';

export interface CasesInScope {
  /** A case that the caller may see. Any other is not found, whether it exists or not. */
  find(asked: Pick<Asked, 'caller' | 'roles'>, caseId: string): Promise<CaseSummary>;
}

/** A case that began a moment ago is in no list yet, and answers for itself. */
export function casesInScope(cases: Cases, live: LiveCases): CasesInScope {
  return {
    async find(asked, caseId) {
      const listed = await cases.findCase(caseId);
      return visible(asked, listed ?? (await live.ask(caseId))?.summary);
    },
  };
}
