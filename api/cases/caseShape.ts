import { z } from 'zod';
import { stages } from '../../domain/careRecord';
import { groundSources } from '../../domain/rights/enhancedRights';
import { measureStatuses } from '../../domain/court/measures/measureStatus';
import * as words from '../../domain/vocabulary';
import { instantText } from '../http/answerShapes';
import { careDetailsShape } from './careDetailsShape';
import { nextAttemptShape } from './taskShape';

const text = z.string();

const proposedGroundShape = z
  .object({
    ground: z.enum(words.enhancedRightsGrounds),
    because: z.array(
      z.object({
        from: z.enum(groundSources).meta({ description: 'The field of the report.' }),
        value: text.meta({ description: 'What that field holds.' }),
        means: text.meta({ description: 'In plain English, as in: wounding or grievous bodily harm with intent.' }),
      })
    ),
  })
  .meta({ id: 'ProposedGround' });

export const caseShape = z
  .object({
    caseId: text,
    version: z.int(),
    reportId: text,
    personId: text,
    role: z.enum(words.caseRoles),
    personKind: z.enum(words.personKinds),
    investigatingForce: text,
    offeredTo: text
      .optional()
      .meta({ description: 'The force that is asked to take it, and has not acknowledged that.' }),
    homeForce: text,
    owningTeam: text,
    officerInCase: text.optional(),
    offenceCategory: text,
    circumstances: z.array(text),
    stage: z.enum(stages),
    ended: z.boolean(),
    endedAt: instantText.optional(),
    leftUndone: z.array(z.object({ taskId: text, reason: text })).optional(),
    tier: z.enum(words.tiers),
    tierProvisional: z.boolean().meta({ description: 'Nobody has decided yet: the tier is what the report proposes.' }),
    tierGrounds: z.array(z.enum(words.enhancedRightsGrounds)).meta({
      description: 'As a person decided; while the tier is provisional, as the report proposes.',
    }),
    proposedGrounds: z.array(proposedGroundShape).meta({
      description: 'What the report proposes as it stands, and why, beside a decision too.',
    }),
    occurredAt: instantText,
    reportedAt: instantText,
    receivedAt: instantText,
    openedAt: instantText,
    arrivedLate: z
      .object({ days: z.int() })
      .optional()
      .meta({ description: 'Days between the report and its arrival at the force, where a day or more lie between.' }),
    firstContact: z.enum(['made', 'unreachable', 'unsafeToContact', 'declined']).optional().meta({
      description:
        'Whether somebody reached the victim, or established that nobody can; absent while neither has happened.',
    }),
    noSafeRoute: z.literal(true).optional().meta({ description: 'No way of contact is known to be safe.' }),
    nextAttempt: nextAttemptShape.optional().meta({
      description:
        'What to do next to reach them, at a safe time; absent once somebody has, or has decided that nobody can, and in lists.',
    }),
    riskNotAssessed: z.literal(true).optional().meta({ description: 'Enhanced Rights, and nobody assessed the risk.' }),
    stances: z.record(text, text),
    suspects: z.array(
      z.object({ suspectId: text, status: text, since: instantText, ended: z.boolean(), rightToReview: z.boolean() })
    ),
    urns: z.array(text),
    arrangements: z
      .array(z.looseObject({ arrangementId: z.string(), arrangement: z.string(), state: z.string() }))
      .optional(),
    trials: z.array(z.looseObject({})).optional(),
    availability: z
      .object({
        answeredAt: instantText.optional(),
        unavailable: z.array(z.object({ fromOn: text, untilOn: text })),
        notNeeded: z.literal(true).optional().meta({ description: 'Recorded before the trial, and not needed at it.' }),
        takenOn: z.array(text).optional().meta({
          description: 'Days on which the court takes their evidence before the trial (section 28).',
        }),
      })
      .optional()
      .meta({ description: 'Days on which the witness cannot come, never why; absent while nobody has asked.' }),
    hearings: z.array(
      z.object({
        hearingId: text,
        hearing: text,
        on: text,
        vacated: z.boolean(),
        at: instantText.optional(),
        untilOn: text.optional(),
        certainty: text.optional(),
        court: text.optional(),
        fact: z.int().optional().meta({ description: 'The number of the last fact about it.' }),
      })
    ),
    specialMeasures: z
      .array(
        z.object({
          measure: z.enum(words.specialMeasures),
          section: text,
          status: z.enum(measureStatuses),
          since: instantText,
          reason: text.optional().meta({ description: 'Why the prosecution will not apply for it.' }),
          carriedOver: z.literal(true).optional().meta({
            description: 'Directed for the trial before; nobody has checked yet that it stands for this one.',
          }),
          lapsesOn: text.optional().meta({ description: 'It rests on age alone and ends by itself on this day.' }),
        })
      )
      .optional()
      .meta({ description: 'For the trial ahead; absent where none was ever wanted.' }),
    victimContract: z
      .object({ channel: text.optional(), everyDays: z.int(), agreedAt: instantText, fact: z.int() })
      .optional(),
    careDetails: careDetailsShape.optional(),
    disclosedInCaseId: text.optional().meta({ description: 'The case in which the victim disclosed this crime.' }),
    openTasks: z.int(),
    nextDueAt: instantText.optional(),
    nextLookAt: instantText.optional().meta({ description: 'When the case looks again by itself.' }),
    facts: z.int(),
  })
  .meta({ id: 'Case' });
