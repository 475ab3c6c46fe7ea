import type * as words from '../care/careWords';
import type { CalendarDay } from '../time/londonTime';
import type { Answer } from './safetyFacts';

/** Facts of what changes in a victim's life, and of who may see their case. Enums, ids and dates only. */
export interface ChangeFacts {
  supportWithdrawn: { reason: (typeof words.withdrawalReasons)[number]; pressure: 'no' | 'yes' | 'suspected' };
  /** Taken by the officer in the case; care goes on. */
  withdrawalStatementTaken: Answer;
  withdrawalDecided: Answer & { decision: 'stopped' | 'goesOn' | 'goesOnWithSummons' };
  supportGivenAgain: Record<never, never>;
  eighteenthBirthdayKnown: { on: CalendarDay };
  askedAtEighteen: { representatives: 'goOn' | 'stop' };
  capacityAssessed: {
    capacity: 'has' | 'lacks';
    assessedBy: 'officer' | 'healthProfessional' | 'socialWorker' | 'court';
  };
  /** The victim is a suspect or defendant in another matter, which another officer is to have. */
  alsoSuspectFound: { as: 'suspect' | 'defendant' };
  separateOfficerNamed: Answer & { officer: string };
  custodyChanged: { custody: 'inCustody' | 'released' };
  prisonContactArranged: Answer & { route: 'prisonLiaison' | 'prisonVisit' | 'videoLink' | 'letter' | 'solicitor' };
  /** Callers from whom the case is kept, such as the officer of a matter in which the victim is suspected. */
  accessBarred: { callers: string[] };
  accessUnbarred: { callers: string[] };
  /** Only these callers see the case from now on; the list takes the place of an earlier one. */
  caseRestricted: { callers: string[]; reason: 'policeEmployee' | 'wellKnownPerson' | 'operation' | 'other' };
  caseUnrestricted: Record<never, never>;
  /** After a death: the officer who is the route to the relatives, their cases, and who has been told. */
  familyLiaisonNamed: { officer: string };
  relativeCaseOpened: { relativeCaseId: string };
  relativesConsidered: { result: (typeof words.relativesResults)[number] };
  deathTold: { told: words.ToldOfDeath };
}
