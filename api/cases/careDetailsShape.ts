import { z } from 'zod';
import { measureGrounds, measureGroups } from '../../domain/court/measures/measureRules';
import { specialMeasures } from '../../domain/vocabulary';
import { relativesResults, toldOfDeath, voices } from '../../domain/care/careWords';
import { matterNames } from '../../domain/rights/matters';
import { reviewStages } from '../../domain/rights/prosecutionReviews';
import { reviewReasons } from '../../domain/rights/rightToReview';
import { afterSentenceShape } from './afterSentenceShape';
import { instantText } from '../http/answerShapes';

const text = z.string();

const matterShape = z.object({
  matter: z.enum(matterNames),
  open: z.object({ from: instantText, until: instantText.optional(), closedAt: instantText.optional() }),
  explainedAt: instantText.optional(),
  askedAt: instantText.optional(),
  askedOutsideWindow: z.literal(true).optional(),
  declinedAt: instantText.optional(),
  answeredAt: instantText.optional(),
  outcome: text.optional(),
});

export const careDetailsShape = z
  .object({
    voices: z.record(text, z.enum(voices)).optional().meta({ description: 'Who tells which kind of news.' }),
    decidedWithoutViews: z
      .array(z.int())
      .optional()
      .meta({ description: "Decisions that came before anybody had sought the victim's views." }),
    rightToReview: z
      .array(
        z.object({
          decision: z.int(),
          eligible: z.boolean(),
          because: z.enum(reviewReasons),
          scheme: z.enum(['police', 'prosecution']).optional(),
        })
      )
      .optional(),
    prosecutionReviews: z
      .array(
        z.object({
          asked: z.int(),
          askedAt: instantText,
          stage: z.enum(reviewStages),
          answerBy: instantText.optional(),
          answeredAt: instantText.optional(),
          result: z.enum(['upheld', 'overturned']).optional(),
        })
      )
      .optional()
      .meta({
        description: 'Reviews that the victim asked of the prosecution; unanswered after `answerBy`, it is asked.',
      }),
    matters: z.array(matterShape).optional(),
    advice: z
      .array(
        z.object({
          asked: z.int(),
          by: text,
          askedAt: instantText,
          answeredAt: instantText.optional(),
          minutesToAnswer: z.int().optional(),
        })
      )
      .optional(),
    challenges: z
      .array(
        z.object({
          raised: z.int(),
          to: text,
          owner: text,
          answerOn: text,
          answeredAt: instantText.optional(),
          outcome: text.optional(),
        })
      )
      .optional(),
    statements: z
      .array(z.object({ statement: text, version: z.int(), madeAt: instantText, reading: text.optional() }))
      .optional()
      .meta({ description: 'The newest version of each, and how it is to be read.' }),
    withdrawal: z
      .object({ at: instantText, reason: text, pressure: text, decision: text.optional() })
      .optional()
      .meta({ description: 'The victim does not support the prosecution; care goes on.' }),
    representativesUntilOn: text.optional().meta({ description: 'Representatives receive nothing from this day on.' }),
    capacity: z.object({ capacity: text, assessedBy: text, at: instantText }).optional(),
    alsoSuspect: z.object({ as: text, separateOfficer: text.optional() }).optional(),
    measureEligibility: z
      .object({
        grounds: z.array(
          z.object({
            ground: z.enum(measureGrounds),
            section: text,
            group: z.enum(measureGroups),
            automatic: z.literal(true).optional(),
          })
        ),
        measures: z.array(z.enum(specialMeasures)),
      })
      .optional()
      .meta({ description: 'Why they may be considered for special measures, and for which. The court decides.' }),
    custody: z.object({ since: instantText, route: text.optional() }).optional(),
    afterSentence: afterSentenceShape.optional(),
    restricted: z.literal(true).optional(),
    death: z
      .object({
        familyLiaison: text.optional(),
        relativeCases: z.array(text),
        relativesConsidered: z.enum(relativesResults).optional(),
        stillToTell: z.array(z.enum(toldOfDeath)),
      })
      .optional(),
  })
  .meta({ id: 'CareDetails' });
