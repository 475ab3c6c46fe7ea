import type { Scopes } from '../../domain/projection/caseSummary';
import type { Role } from '../../domain/vocabulary';

/**
 * What a caller may see: a force's cases, those of several forces, those of their teams in it, their own, those that ask something of their role,
 * or the referrals to their services. `caller` is who looks: some cases are kept from some.
 */
export type Scope = { readonly caller?: string | undefined } & Reach;

type Reach =
  | { readonly kind: 'force'; readonly force: string }
  | { readonly kind: 'teams'; readonly force: string; readonly teams: readonly string[] }
  | { readonly kind: 'forces'; readonly forces: readonly string[] }
  | { readonly kind: 'own'; readonly officer: string }
  | { readonly kind: 'asked'; readonly force: string; readonly roles: readonly Role[] }
  | { readonly kind: 'referrals'; readonly services: readonly string[] };

/**
 * Both forces see a case: the one that investigates and the one whose area the victim lives in. So do those who answer for a
 * force that is asked to take it.
 */
export function isInScope(seen: Scopes, scope: Scope): boolean {
  if (isKeptFrom(seen, scope)) return false;
  const isOfForce = (force: string) => seen.investigatingForce === force || seen.homeForce === force;
  switch (scope.kind) {
    case 'force':
      return isOfForce(scope.force) || seen.offeredTo === scope.force;
    case 'teams':
      return isOfForce(scope.force) && scope.teams.includes(seen.owningTeam);
    case 'forces':
      return scope.forces.some(isOfForce);
    case 'own':
      return seen.officerInCase === scope.officer;
    case 'asked':
      return isOfForce(scope.force) && scope.roles.some((role) => seen.askedRoles?.includes(role));
    case 'referrals':
      return false;
  }
}

/** A role that is asked to act sees what it is asked about, restricted or not; who is barred sees nothing at all. */
export function isKeptFrom(
  { barred, visibleTo }: Pick<Scopes, 'barred' | 'visibleTo'>,
  { kind, caller = '' }: Scope
): boolean {
  if (barred?.includes(caller)) return true;
  return kind !== 'asked' && visibleTo !== undefined && !visibleTo.includes(caller);
}
