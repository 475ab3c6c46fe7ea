import type { FactKind } from '../fact';
import type { Role } from '../vocabulary';

/** Work that courts cause beside the telling of their news. */
export const courtTasks = {
  callAboutDate: {
    role: 'witness-care-officer',
    outcomes: ['victimTold', 'victimNotTold'],
    asks: 'A trial is off or has moved: they must hear it before they travel',
  },
} as const satisfies Record<string, { role: Role; outcomes: readonly FactKind[]; asks: string }>;
