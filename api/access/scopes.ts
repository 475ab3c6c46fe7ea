import { isInScope, type Scope } from '../../database/store/scope';
import type { Scopes } from '../../domain/projection/caseSummary';
import type { Role } from '../../domain/vocabulary';
import type { Asked } from '../http/endpoint';
import { notFound } from '../http/errors';

/** How far each role sees. */
const reach: Readonly<Record<Role, Scope['kind']>> = {
  supervisor: 'force',
  administrator: 'force',
  'reporting-system': 'force',
  'victim-care-officer': 'teams',
  'victim-coordinator': 'teams',
  'witness-care-officer': 'teams',
  'officer-in-case': 'own',
  'family-liaison-officer': 'asked',
  'sexual-offence-officer': 'asked',
  'domestic-abuse-officer': 'asked',
  'safeguarding-officer': 'asked',
  'emergency-queue': 'asked',
  'duty-inspector': 'asked',
  partner: 'referrals',
  'regional-hub-coordinator': 'forces',
};

const widestFirst: readonly Scope['kind'][] = ['force', 'forces', 'teams', 'own', 'asked', 'referrals'];

type Who = Pick<Asked, 'caller' | 'roles'>;

/** The scopes that the caller's roles on this route give, widest first. */
export function scopesOf({ caller, roles }: Who): Scope[] {
  const kinds = new Set(roles.map((role) => reach[role]));
  return widestFirst.filter((kind) => kinds.has(kind)).map((kind) => scopeOf(kind, caller, roles));
}

function scopeOf(
  kind: Scope['kind'],
  { id: caller, force, forces, teams }: Asked['caller'],
  roles: readonly Role[]
): Scope {
  switch (kind) {
    case 'force':
      return { kind, caller, force };
    case 'forces':
      return { kind, caller, forces };
    case 'teams':
      return { kind, caller, force, teams };
    case 'own':
      return { kind, caller, officer: caller };
    case 'asked':
      return { kind, caller, force, roles: roles.filter((role) => reach[role] === 'asked') };
    case 'referrals':
      return { kind, caller, services: teams };
  }
}

/** The widest scope: lists show one. Nobody reaches a handler without a role, so there is one. */
export function listScope(who: Who): Scope {
  const [widest] = scopesOf(who);
  if (!widest) throw notFound();
  return widest;
}

/** Lets pass what exists and is in scope; for everything else the answer is the same. */
export function visible<Thing extends Scopes>(who: Who, thing: Thing | undefined): Thing {
  if (!thing || !scopesOf(who).some((scope) => isInScope(thing, scope))) throw notFound();
  return thing;
}
