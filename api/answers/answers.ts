import { z } from 'zod';
import { attemptReasons } from '../../domain/contact/attempts';
import { stages } from '../../domain/careRecord';
import { groundSources } from '../../domain/rights/enhancedRights';
import { bands, taskKinds, type TaskKind } from '../../domain/task';
import { toldOfDeath, voices } from '../../domain/care/careWords';
import { matterNames } from '../../domain/rights/matters';
import { reviewReasons } from '../../domain/rights/rightToReview';
import * as words from '../../domain/vocabulary';

/** Shapes of answers, for the documentation. Answers are made by typed code and are not checked again when sent. */
export const instantText = z.string().meta({ format: 'date-time' });
const text = z.string();

export const taskKindNames = Object.keys(taskKinds) as [TaskKind, ...TaskKind[]];

export const commandAnswerShape = z
  .object({
    caseId: text,
    version: z.int().meta({ description: 'Of the case: grows with every change.' }),
    stage: z.enum(stages),
    facts: z.array(z.int()).meta({ description: 'Numbers of the facts that this put on the record.' }),
    task: z.object({ taskId: text, version: z.int() }).optional(),
    opened: z.array(text).meta({ description: 'Ids of the tasks that this opened.' }),
  })
  .meta({ id: 'CommandAnswer' });

export const nextAttemptShape = z
  .object({
    step: z.enum(['attempt', 'askForSafeChannel', 'decide']),
    channel: z.enum(words.channels).optional(),
    notBefore: instantText.optional(),
    because: z.enum(attemptReasons),
  })
  .meta({ id: 'NextAttempt' });

export const taskShape = z
  .object({
    taskId: text,
    caseId: text,
    kind: z.enum(taskKindNames),
    role: z.enum(words.roles).meta({ description: 'Whom it is for.' }),
    dueAt: instantText,
    band: z.enum(bands).optional().meta({ description: 'Only while the task is open.' }),
    why: text.meta({ description: 'Why it is due when it is, in a sentence with London times.' }),
    about: z.array(z.int()).optional().meta({ description: 'Numbers of the facts that it is about.' }),
    referralId: text.optional(),
    planActionId: text.optional(),
    assignee: text.optional(),
    heldUntil: instantText.optional(),
    openedAt: instantText,
    version: z.int(),
    tier: z.enum(words.tiers),
    owningTeam: text,
    investigatingForce: text,
    homeForce: text,
    nextAttempt: nextAttemptShape.extend({ why: text }).optional().meta({
      description: 'Of one task alone: what to do next to reach them, not before when, and why.',
    }),
    closed: z.object({ as: text, at: instantText, by: text.optional() }).optional(),
  })
  .meta({ id: 'Task' });

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

const careDetailsShape = z
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
    custody: z.object({ since: instantText, route: text.optional() }).optional(),
    restricted: z.literal(true).optional(),
    death: z
      .object({
        familyLiaison: text.optional(),
        relativeCases: z.array(text),
        stillToTell: z.array(z.enum(toldOfDeath)),
      })
      .optional(),
  })
  .meta({ id: 'CareDetails' });

export const caseShape = z
  .object({
    caseId: text,
    version: z.int(),
    reportId: text,
    personId: text,
    role: z.enum(words.caseRoles),
    personKind: z.enum(words.personKinds),
    investigatingForce: text,
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
      description: 'What to do next to reach them; absent once somebody has, or has decided that nobody can.',
    }),
    riskNotAssessed: z.literal(true).optional().meta({ description: 'Enhanced Rights, and nobody assessed the risk.' }),
    stances: z.record(text, text),
    suspects: z.array(
      z.object({ suspectId: text, status: text, since: instantText, ended: z.boolean(), rightToReview: z.boolean() })
    ),
    urns: z.array(text),
    hearings: z.array(z.object({ hearingId: text, hearing: text, on: text, vacated: z.boolean() })),
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

export const factShape = z
  .object({
    seq: z.int(),
    kind: text,
    data: z.record(text, z.unknown()),
    happenedAt: instantText,
    receivedAt: instantText,
    recordedAt: instantText,
    source: z.enum(words.factSources),
    by: text,
    suspects: z.array(text).optional(),
    note: text.optional(),
    taskId: text.optional(),
    taskKind: text.optional(),
    owes: z
      .array(z.object({ obligation: text, edition: text, dueBy: instantText.optional() }).loose())
      .optional()
      .meta({ description: 'The duties that arose from it, as they were fixed when it was recorded.' }),
    parked: text.optional().meta({ description: 'Why it waits for a person, and counts for nothing until then.' }),
    supersedes: z.int().optional(),
    supersededBy: z.int().optional(),
  })
  .meta({ id: 'Fact' });

export const referralShape = z
  .object({
    referralId: text,
    caseId: text,
    recipient: z.enum(words.referralRecipients),
    supportService: text,
    basis: z.enum(words.referralBases),
    state: z.enum(['sent', 'accepted', 'declined', 'ended', 'withdrawn']),
    shared: z.array(z.enum(words.referralShares)).meta({ description: 'What the support service may be told.' }),
    sentAt: instantText,
    changedAt: instantText,
    deliveredAt: instantText.optional().meta({ description: "When the support service's own system had it." }),
    notSent: z
      .object({ reason: text, at: instantText })
      .optional()
      .meta({ description: 'Why it could not be sent, while it could not.' }),
    reports: z
      .array(
        z.object({
          at: instantText,
          levels: z.array(z.object({ category: text, before: text, after: text })),
          goalsReached: z.array(text),
        })
      )
      .optional()
      .meta({ description: 'What the support service has reported of its help, before and after.' }),
  })
  .meta({ id: 'Referral' });

export function pageOf(item: z.ZodType) {
  return z.object({
    items: z.array(item),
    next: text.optional().meta({ description: 'The cursor of the next page.' }),
  });
}
