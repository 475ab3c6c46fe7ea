import type { Fact } from '../../fact';
import { noticesIn } from './notices';
import { quashes, standingSentences } from './quashed';
import { inOrderOfHappening } from '../../happening';
import type { Instant } from '../../time/londonTime';

export const schemeStates = [
  'toRefer',
  'declined',
  'notTaken',
  'referred',
  'notReached',
  'received',
  'inContact',
  'outOfDate',
] as const;

/** Where a victim stands with the Victim Contact Scheme; undefined where no sentence has brought the case into it. */
export interface SchemeStanding {
  readonly state: (typeof schemeStates)[number];
  readonly seq: number;
  readonly at: Instant;
}

const stateBy = {
  victimContactSchemeDeclined: 'declined',
  victimContactSchemeReferred: 'referred',
  victimContactSchemeReceived: 'received',
  victimContactSchemeNotTaken: 'notTaken',
  victimLiaisonMade: 'inContact',
} as const;

/** How the scheme stands once something did not reach it: the referral, or a later change of what it knows. */
const missedBy: Partial<Record<SchemeStanding['state'], SchemeStanding['state']>> = {
  referred: 'notReached',
  received: 'outOfDate',
  inContact: 'outOfDate',
};

/** The last word of anybody on the scheme, by the facts that count. */
export function contactSchemeIn(counted: readonly Fact[]): SchemeStanding | undefined {
  let standing: SchemeStanding | undefined;
  let isOver = false;
  const inOrder = inOrderOfHappening(counted);
  for (const [place, fact] of inOrder.entries()) {
    const { kind, seq, recordedAt: at } = fact;
    if (quashes(fact) && !isBroughtIn(inOrder.slice(0, place + 1))) {
      standing = undefined;
      isOver = true;
    }
    // What the scheme still says of a sentence that has gone brings nobody back into it.
    if (isOver && fact.source === 'partner') continue;
    if (kind === 'sentencePassed' && fact.data.victimContactScheme === true) {
      standing ??= { state: 'toRefer', seq, at };
      isOver = false;
    }
    const state = stateBy[kind as keyof typeof stateBy] as SchemeStanding['state'] | undefined;
    // A receipt on its way while the victim declined takes nothing back.
    const isLate = standing?.state === 'declined' && fact.source === 'partner' && state !== 'declined';
    if (state !== undefined && !isLate) {
      standing = { state, seq, at };
      isOver = false;
    }
    const missed = standing && missedBy[standing.state];
    if (missed && isAboutReferral(fact, counted)) standing = { state: missed, seq, at };
  }
  return standing;
}

/** Whether a sentence that stands brings the victim into the scheme. */
export function isBroughtIn(inOrder: readonly Fact[]): boolean {
  return standingSentences(inOrder).some(({ data }) => data.victimContactScheme === true);
}

/** A notice that did not reach the scheme says nothing of the referral. */
function isAboutReferral(fact: Fact, counted: readonly Fact[]): boolean {
  if (fact.kind !== 'courtPartnerNotReached' || fact.data.partner !== 'victimContactScheme') return false;
  const { about } = fact.data;
  return !noticesIn(counted).some(({ seq }) => seq === about);
}

const outside: ReadonlySet<SchemeStanding['state']> = new Set(['toRefer', 'declined', 'notTaken', 'notReached']);

/** Whether the scheme has the victim, so that notices of release and parole go to it. */
export function isInScheme(standing: Pick<SchemeStanding, 'state'> | undefined): boolean {
  return standing !== undefined && !outside.has(standing.state);
}
