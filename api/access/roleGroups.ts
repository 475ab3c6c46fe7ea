import type { Role } from '../../domain/vocabulary';

export const team = [
  'victim-care-officer',
  'victim-coordinator',
  'witness-care-officer',
] as const satisfies readonly Role[];
export const staff = [...team, 'supervisor'] as const;
/** Roles that see a case while it asks something of them. */
export const specialists = ['family-liaison-officer', 'sexual-offence-officer', 'domestic-abuse-officer'] as const;
export const asked = [...specialists, 'safeguarding-officer', 'emergency-queue', 'duty-inspector'] as const;
export const police = [...staff, 'officer-in-case'] as const;
export const everybody = [...police, ...asked] as const;
export const reporting = ['reporting-system', 'victim-care-officer', 'supervisor'] as const satisfies readonly Role[];

export const officers = ['officer-in-case', 'supervisor'] as const;
/** A receipt comes from who acts: never from the team that raised it. */
export const actsOnDanger = ['officer-in-case', 'supervisor', ...asked] as const;
/** Who books, confirms and cancels for a Victim Hub: of the force, or of the hubs of a region. */
export const hub = [...staff, 'regional-hub-coordinator'] as const;
/** The police's own systems report investigations and courts too. */
export const investigation = ['reporting-system', ...police] as const;
/** Who decides about a prosecution what no message of a court says. */
export const decidesAtCourt = ['victim-coordinator', 'witness-care-officer', 'supervisor', 'officer-in-case'] as const;
