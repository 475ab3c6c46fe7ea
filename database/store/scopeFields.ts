import type { Scopes } from '../../domain/projection/caseSummary';
import type { Index } from './collection';
import { keyIn } from './pages';

/** The fields by which a document is found in the lists of those who may see it. */
export interface ScopeFields {
  readonly forces: readonly string[];
  readonly owningTeam: string;
  readonly officerInCase?: string | undefined;
  readonly barred?: readonly string[] | undefined;
  readonly visibleTo?: readonly string[] | undefined;
  readonly forceKey?: string | undefined;
  /** Only where the home force is another one, so that no list shows the document twice. */
  readonly homeForceKey?: string | undefined;
  /** Only while another force is asked to take it. */
  readonly offeredKey?: string | undefined;
  readonly teamKey?: string | undefined;
}

export const scopeSchema = {
  forces: [String],
  owningTeam: String,
  officerInCase: String,
  barred: { type: [String], default: undefined },
  visibleTo: { type: [String], default: undefined },
  forceKey: String,
  homeForceKey: String,
  offeredKey: String,
  teamKey: String,
} as const;

/**
 * Lists run along these. They are sparse: a document that is in no list has none of the keys. Each costs every write of
 * the hot path, so there are no more than lists need.
 */
export const scopeIndexes: readonly Index[] = ['forceKey', 'homeForceKey', 'offeredKey', 'teamKey'].map((field) => ({
  key: { [field]: 1 },
  sparse: true,
}));

/** Puts a document at `place` in every list that shows it; without a place, in none. */
export function scopeFields(seen: Scopes, place: string | undefined): ScopeFields {
  const { investigatingForce, homeForce, owningTeam, officerInCase, barred, visibleTo } = seen;
  const own = [...new Set([investigatingForce, homeForce])];
  const offeredTo = seen.offeredTo !== undefined && !own.includes(seen.offeredTo) ? seen.offeredTo : undefined;
  const keyOf = (of: string | undefined) => (of === undefined || place === undefined ? undefined : keyIn(of, place));
  return {
    forces: offeredTo === undefined ? own : [...own, offeredTo],
    owningTeam,
    officerInCase,
    ...(barred ? { barred } : {}),
    ...(visibleTo ? { visibleTo } : {}),
    forceKey: keyOf(investigatingForce),
    homeForceKey: own.length > 1 ? keyOf(homeForce) : undefined,
    ...(offeredTo === undefined ? {} : { offeredKey: keyOf(offeredTo) }),
    teamKey: keyOf(owningTeam),
  };
}
