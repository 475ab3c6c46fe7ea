import { z } from 'zod';
import * as words from '../../domain/care/careWords';
import { matterNames } from '../../domain/rights/matters';
import { dayValue, factNumber } from '../http/values';
import type { FactShapes } from './factShape';

const about = factNumber.optional();
const matter = z.enum(matterNames);

/** Facts of what a victim may ask for, of statements, of advice and of challenges. */
export const matterFacts = {
  matterExplained: z.strictObject({ matter, format: z.enum(['spoken', 'email', 'text', 'letter', 'leaflet']) }),
  matterAsked: z.strictObject({ matter }),
  matterDeclined: z.strictObject({ matter }),
  matterAnswered: z.strictObject({
    about,
    matter,
    outcome: z.enum(['granted', 'partlyGranted', 'refused', 'withdrawn', 'done']),
  }),
  statementMade: z.strictObject({
    statement: z.enum(['victimPersonal', 'businessImpact']),
    version: z.int().min(1).max(100).default(1),
  }),
  statementReadingChosen: z.strictObject({ about, reading: z.enum(['aloudByThem', 'aloudByAdvocate', 'notAloud']) }),
  adviceAsked: z.strictObject({ by: z.enum(words.adviceAskers), urgent: z.boolean().default(false) }),
  adviceGiven: z.strictObject({ about }),
  challengeRaised: z.strictObject({ to: z.enum(words.challengedBodies), answerOn: dayValue }),
  challengeAnswered: z.strictObject({ about, outcome: z.enum(words.challengeOutcomes) }),
} satisfies FactShapes;
