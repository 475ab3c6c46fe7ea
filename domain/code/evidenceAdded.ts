import type { FactKind } from '../fact';
import type { Obligation, Trigger } from './obligation';

/**
 * Facts that cases learnt to see after an edition was published, and that meet what it owes. A published edition never
 * changes, and what it owes is not changed by this: only how a case sees that it was done.
 */
const added: Readonly<Partial<Record<string, readonly FactKind[]>>> = {
  'c20-r9-uls': ['undulyLenientExplained'],
  'uls-28': ['undulyLenientAsked'],
  'uls-6m': ['undulyLenientAsked'],
  'c20-r11-vcs-refer': ['victimContactSchemeDeclined'],
  'c15-vcs': ['victimContactSchemeDeclined'],
  'c13-vcs': ['victimContactSchemeDeclined'],
};

/** What meets an obligation: as its edition says, and by what cases have learnt to see since. */
export function whatMeets({ id, arises }: Pick<Obligation, 'id' | 'arises'>): Trigger['metBy'] {
  const { metBy = [] } = arises ?? {};
  const more = added[id];
  return more === undefined || metBy === 'telling' || metBy === 'receipt' ? metBy : [...metBy, ...more];
}
