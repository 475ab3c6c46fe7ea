import type { FactKind } from '../../../domain/fact';
import type { Role } from '../../../domain/vocabulary';
import { everybody, investigation, police, staff } from '../roleGroups';

/** What changes in a life, who speaks for somebody, and who may see the case. */
export const changeRecorders = {
  victimDied: investigation,
  eighteenthBirthdayKnown: police,
  askedAtEighteen: staff,
  capacityAssessed: police,
  alsoSuspectFound: investigation,
  separateOfficerNamed: ['supervisor'],
  custodyChanged: investigation,
  prisonContactArranged: police,
  accessBarred: ['supervisor'],
  accessUnbarred: ['supervisor'],
  caseRestricted: ['supervisor'],
  caseUnrestricted: ['supervisor'],
  familyLiaisonNamed: ['supervisor'],
  relativeCaseOpened: police,
  relativesConsidered: police,
  deathTold: everybody,
} as const satisfies Partial<Record<FactKind, readonly Role[]>>;
