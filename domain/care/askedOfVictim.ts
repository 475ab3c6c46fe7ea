import type { TaskKind } from '../task';

/** Work that nobody can do without speaking with, or writing to, the victim: done in one call, in how many cases it is. */
const kinds: ReadonlySet<TaskKind> = new Set<TaskKind>([
  'makeFirstContact',
  'findSafeChannel',
  'acknowledgeReport',
  'assessNeeds',
  'reassessNeeds',
  'assessRisk',
  'assessEvidenceNeeds',
  'makeReferral',
  'signpost',
  'agreeVictimContract',
  'giveVictimUpdate',
  'tellVictim',
  'callAboutDate',
  'explainAgain',
  'reviewContactWish',
  'answerVictim',
  'askAvailability',
  'screenSpecialMeasures',
  'seekViews',
  'askAtEighteen',
  'offerPersonalStatement',
  'askReading',
]);

export function needsVictim({ kind }: { readonly kind: TaskKind }): boolean {
  return kinds.has(kind);
}
