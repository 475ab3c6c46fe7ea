import type { TaskKind } from '../../domain/task';
import type { CaseEnd } from '../../domain/tracks/caseEnd';

const danger: readonly TaskKind[] = ['receiveConcern', 'receiveSafetyReport'];
const leftBy: Readonly<Partial<Record<CaseEnd['kind'], readonly TaskKind[]>>> = {
  victimDied: ['nameFamilyLiaison', 'tellOfDeath', 'considerRelatives'],
  closed: ['reviewOrderEnd', 'recordOrderExtension', 'sendExpenses'],
};

/** The only kinds of work that such an end leaves open. */
export function workAfterEnd({ kind }: CaseEnd, dangerUnanswered: boolean): readonly TaskKind[] {
  return [...(dangerUnanswered ? danger : []), ...(leftBy[kind] ?? [])];
}
