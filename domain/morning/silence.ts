import { addHours, type Instant } from '../time/londonTime';
import type { CaseSummary } from '../projection/caseSummary';

export const silences = ['noOwner', 'noNextDate', 'lookOverdue'] as const;
/**
 * Why an open case will not speak up by itself: nobody answers for it; no open task and no next look; or its next look
 * has come and gone, so that a worker was away or its workflow is stuck.
 */
export type Silence = (typeof silences)[number];

export const silenceWords: Readonly<Record<Silence, string>> = {
  noOwner: 'No team and no officer has it.',
  noNextDate: 'Nothing in it has a date, and it will not look again by itself.',
  lookOverdue: 'It should have looked again by itself and has not.',
};

export type SilenceFields = Pick<CaseSummary, 'owningTeam' | 'officerInCase' | 'nextDueAt' | 'nextLookAt'>;

/** A look may be late by so much: a worker that restarts, a wave of cases that wake in the same minute. */
const hoursOfGrace = 1;

/** What is wrong with an open case at an instant; nothing where it has an owner and a next dated thing. */
export function silenceOf(
  { owningTeam, officerInCase, nextDueAt, nextLookAt }: SilenceFields,
  now: Instant
): Silence[] {
  const found: Silence[] = [];
  if (!owningTeam && !officerInCase) found.push('noOwner');
  if (nextDueAt === undefined && nextLookAt === undefined) found.push('noNextDate');
  if (nextLookAt !== undefined && nextLookAt < addHours(now, -hoursOfGrace)) found.push('lookOverdue');
  return found;
}
