import type { Fact } from '../../fact';
import { inOrderOfHappening } from '../../happening';
import type { Instant } from '../../time/londonTime';

/** Where a victim stands with the Victim Contact Scheme; undefined where no sentence has brought the case into it. */
export interface SchemeStanding {
  readonly state: 'toRefer' | 'declined' | 'referred' | 'received' | 'inContact';
  readonly seq: number;
  readonly at: Instant;
}

const stateBy = {
  victimContactSchemeDeclined: 'declined',
  victimContactSchemeReferred: 'referred',
  victimContactSchemeReceived: 'received',
  victimLiaisonMade: 'inContact',
} as const;

/** The last word of anybody on the scheme, by the facts that count. */
export function contactSchemeIn(counted: readonly Fact[]): SchemeStanding | undefined {
  let standing: SchemeStanding | undefined;
  for (const fact of inOrderOfHappening(counted)) {
    const { kind, seq, recordedAt: at } = fact;
    if (kind === 'sentencePassed' && fact.data.victimContactScheme === true) standing ??= { state: 'toRefer', seq, at };
    const state = stateBy[kind as keyof typeof stateBy] as SchemeStanding['state'] | undefined;
    if (state !== undefined) standing = { state, seq, at };
  }
  return standing;
}

/** Whether the scheme has the victim, so that notices of release and parole go to it. */
export function isInScheme(standing: SchemeStanding | undefined): boolean {
  return standing !== undefined && standing.state !== 'toRefer' && standing.state !== 'declined';
}
