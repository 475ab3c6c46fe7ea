import type { Scopes } from '../domain/caseSummary';

/** What a caller may see: a force's cases, those of their teams in it, their own, or the referrals to their services. */
export type Scope =
  | { readonly kind: 'force'; readonly force: string }
  | { readonly kind: 'teams'; readonly force: string; readonly teams: readonly string[] }
  | { readonly kind: 'own'; readonly officer: string }
  | { readonly kind: 'referrals'; readonly services: readonly string[] };

/** Both forces see a case: the one that investigates and the one whose area the victim lives in. */
export function isInScope(seen: Scopes, scope: Scope): boolean {
  const isOfForce = (force: string) => seen.investigatingForce === force || seen.homeForce === force;
  switch (scope.kind) {
    case 'force':
      return isOfForce(scope.force);
    case 'teams':
      return isOfForce(scope.force) && scope.teams.includes(seen.owningTeam);
    case 'own':
      return seen.officerInCase === scope.officer;
    case 'referrals':
      return false;
  }
}
