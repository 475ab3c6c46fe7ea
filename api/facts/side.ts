import type { FactSource, Role } from '../../domain/vocabulary';

const sides: readonly (readonly [Role, FactSource])[] = [
  ['reporting-system', 'policeRecordsSystem'],
  ['partner', 'partner'],
  ['officer-in-case', 'officer'],
];

/** Whom a caller speaks for when they do not say where a fact comes from. Staff of the team speak for the team. */
export function sideOf({ roles }: { readonly roles: readonly Role[] }): FactSource {
  const [only] = roles;
  return (roles.length === 1 && sides.find(([role]) => role === only)?.[1]) || 'team';
}
