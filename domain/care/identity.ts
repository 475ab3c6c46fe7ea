import { addHours, type Instant } from '../time/londonTime';
import type { Channel } from '../vocabulary';

/** How whoever spoke knew that it was the person: by a security question that passed, or by a reason of their own. */
export const identityGrounds = ['securityQuestion', 'knowTheirVoice', 'calledBackOnKnownNumber', 'notChecked'] as const;
export type IdentityGround = (typeof identityGrounds)[number];

export interface Shared {
  readonly channel: Channel;
  readonly identityKnownBy?: IdentityGround | undefined;
  readonly at: Instant;
}

/** What is known of a person's security questions, and of how they were answered last in the case. */
export interface IdentityStanding {
  readonly hasQuestions: boolean;
  readonly passedAt?: Instant | undefined;
  readonly failedAt?: Instant | undefined;
}

/** A check is good for the call in which it was made: this long before and after what was said. */
export const checkGoodForHours = 2;

/**
 * Whether who was spoken with was never shown to be the person: by voice alone, with questions that nobody asked or that
 * failed, and no other ground given. Who has set no question may be known by any ground, or by none.
 */
export function isIdentityOpen(shared: Shared, { hasQuestions, passedAt, failedAt }: IdentityStanding): boolean {
  const { channel, identityKnownBy: ground, at } = shared;
  if (channel !== 'phone') return false;
  if (ground !== undefined && ground !== 'securityQuestion') return false;
  if (!hasQuestions) return ground === 'securityQuestion';
  if (passedAt === undefined || (failedAt !== undefined && failedAt > passedAt)) return true;
  return addHours(passedAt, checkGoodForHours) < at || addHours(at, checkGoodForHours) < passedAt;
}
