import { settlements, type Duty } from '../../domain/code/duty';
import { z } from 'zod';
import { dutyReason } from '../../domain/code/dutyReason';
import { obligationById } from '../../domain/code/editions';
import { dutyHolders } from '../../domain/code/obligation';
import { limitUnits } from '../../domain/code/limit';
import { standingOf, standings } from '../../domain/code/standing';
import { basisOf, bases } from '../../domain/compliance/basis';
import { whyDue } from '../../domain/dueSentence';
import type { Instant } from '../../domain/time/londonTime';
import type { ProjectedDuty } from '../../domain/projection/projection';
import * as words from '../../domain/vocabulary';
import { instantText } from '../http/answerShapes';

const text = z.string();

export const dutyShape = z
  .object({
    caseId: text,
    dutyId: text.meta({ description: 'Unique within the case: the fact that it arose from, and the obligation.' }),
    fact: z.int().meta({ description: 'The fact that it arose from; 0 is the crime report.' }),
    obligation: text,
    edition: text,
    right: z.int().optional(),
    nature: z.enum(['duty', 'window']).meta({ description: 'A window is what somebody may ask for.' }),
    dutyHolder: z.enum(dutyHolders).meta({ description: 'Whose clock it is.' }),
    basis: z.enum(bases).meta({ description: "Law, a scheme that is not law, the force's own target or promise." }),
    target: z.literal(true).optional().meta({ description: 'The law gives no number of days: the force does.' }),
    tier: z.enum(words.tiers).meta({ description: 'By which its limit was chosen.' }),
    from: instantText.meta({ description: 'When the clock of the duty-holder started.' }),
    withOthersSince: instantText.optional().meta({ description: 'From then until `from` others had it.' }),
    limit: z.object({ n: z.int(), unit: z.enum(limitUnits) }).optional(),
    dueBy: instantText.optional().meta({ description: 'The last instant in time. Without one no clock runs.' }),
    leftOut: z.array(text).optional().meta({ description: 'Bank holidays that do not count.' }),
    provisional: z.literal(true).optional().meta({ description: 'Judged again when bank holidays are published.' }),
    missedBeforeIntake: z.literal(true).optional(),
    earlier: z
      .array(z.object({ dueBy: instantText, because: z.enum(['tier', 'calendar', 'pause']), at: instantText }))
      .optional()
      .meta({ description: 'The due dates that it had before, oldest first.' }),
    standing: z.enum(standings).meta({ description: 'At this moment.' }),
    settled: z
      .object({ as: z.enum(settlements), at: instantText, by: z.int().optional(), because: text.optional() })
      .optional(),
    reason: z.object({ cause: text, good: z.boolean(), at: instantText }).optional(),
    why: text.meta({ description: 'The same sentence as on its task, with London times.' }),
  })
  .meta({ id: 'Duty' });

/** The sentence of a duty, wherever it is read. */
export function sentenceOf(duty: Duty): string {
  return whyDue('tellVictim', dutyReason(duty));
}

export function shownDuty(duty: ProjectedDuty, now: Instant) {
  const { caseId, id, seq, obligation, edition, target, tier, from, withOthersSince, limit, dueBy, leftOut } = duty;
  const { right, nature, dutyHolder } = obligationById(obligation);
  const { provisional, missedBeforeIntake, earlier, settled, reason } = duty;
  return {
    caseId,
    dutyId: id,
    fact: seq,
    obligation,
    edition,
    right,
    nature,
    dutyHolder,
    basis: basisOf(duty),
    target,
    tier,
    from,
    withOthersSince,
    limit,
    dueBy,
    leftOut,
    provisional,
    missedBeforeIntake,
    earlier,
    standing: standingOf(duty, now),
    settled,
    reason,
    why: sentenceOf(duty),
  };
}
