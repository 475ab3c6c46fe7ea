import { z } from 'zod';
import * as words from '../../domain/care/careWords';
import { dayValue, factNumber, listOf, staffId, uuidValue } from '../http/values';
import type { FactShapes } from './factShape';

const about = factNumber.optional();
const callers = listOf(staffId, 100).min(1);

/** Facts of changes of life, and of who may see a case. */
export const changeFacts = {
  supportWithdrawn: z.strictObject({
    reason: z.enum(words.withdrawalReasons),
    pressure: z.enum(['no', 'yes', 'suspected']),
  }),
  withdrawalStatementTaken: z.strictObject({ about }),
  withdrawalDecided: z.strictObject({ about, decision: z.enum(['stopped', 'goesOn', 'goesOnWithSummons']) }),
  supportGivenAgain: z.strictObject({}),
  eighteenthBirthdayKnown: z.strictObject({ on: dayValue }),
  askedAtEighteen: z.strictObject({ representatives: z.enum(['goOn', 'stop']) }),
  capacityAssessed: z.strictObject({
    capacity: z.enum(['has', 'lacks']),
    assessedBy: z.enum(['officer', 'healthProfessional', 'socialWorker', 'court']),
  }),
  alsoSuspectFound: z.strictObject({ as: z.enum(['suspect', 'defendant']) }),
  separateOfficerNamed: z.strictObject({ about, officer: staffId }),
  custodyChanged: z.strictObject({ custody: z.enum(['inCustody', 'released']) }),
  prisonContactArranged: z.strictObject({
    about,
    route: z.enum(['prisonLiaison', 'prisonVisit', 'videoLink', 'letter', 'solicitor']),
  }),
  accessBarred: z.strictObject({ callers }),
  accessUnbarred: z.strictObject({ callers }),
  caseRestricted: z.strictObject({
    callers,
    reason: z.enum(['policeEmployee', 'wellKnownPerson', 'operation', 'other']),
  }),
  caseUnrestricted: z.strictObject({}),
  familyLiaisonNamed: z.strictObject({ officer: staffId }),
  relativeCaseOpened: z.strictObject({ relativeCaseId: uuidValue }),
  relativesConsidered: z.strictObject({ result: z.enum(words.relativesResults) }),
  deathTold: z.strictObject({ told: z.enum(words.toldOfDeath) }),
} satisfies FactShapes;
