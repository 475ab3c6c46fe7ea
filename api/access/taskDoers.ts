import type { Role } from '../../domain/vocabulary';
import { staff } from './roleGroups';

/**
 * Who does which tasks: the people of a team stand in for each other, a supervisor for officers, and nobody for a
 * supervisor, for the department that a concern was escalated to, or for those who act on danger.
 */
export const taskDoers: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  'victim-care-officer': staff,
  'witness-care-officer': staff,
  supervisor: ['supervisor'],
  'officer-in-case': ['officer-in-case', 'supervisor'],
  'family-liaison-officer': ['family-liaison-officer', 'supervisor'],
  'sexual-offence-officer': ['sexual-offence-officer', 'supervisor'],
  'domestic-abuse-officer': ['domestic-abuse-officer', 'supervisor'],
  'safeguarding-officer': ['safeguarding-officer'],
  'emergency-queue': ['emergency-queue'],
  'duty-inspector': ['duty-inspector'],
};
