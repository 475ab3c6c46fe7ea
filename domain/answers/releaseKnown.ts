import type { Fact, FactKind } from '../fact';
import type { Answers } from './answers';
import { originOf } from '../effectiveFacts';

const wantedAgain: readonly FactKind[] = [
  'witnessRequired',
  'witnessCalledFor',
  'attendanceAnswered',
  'attendanceCompelled',
  'timeAtCourtTold',
];

/**
 * Whether a witness had heard that they need not come before this release said so: the prosecution confirms what the
 * unit has told them. What they were told of one hearing they were not told of another, and not once they are needed
 * again.
 */
export function isReleaseKnown(
  release: Fact,
  { counted, facts, answers }: { counted: readonly Fact[]; facts: readonly Fact[]; answers: Answers }
): boolean {
  if (release.kind !== 'witnessReleased') return false;
  const before = counted.filter(({ happenedAt, seq }) => happenedAt <= release.happenedAt && seq < release.seq);
  const told = before.findLastIndex(({ kind }) => kind === 'releaseTold');
  if (told < 0 || before.slice(told).some(isWanted)) return false;
  const released = before.filter((each) =>
    (answers.get(originOf(each, facts)) ?? []).some(({ kind }) => kind === 'releaseTold')
  );
  const hearings = released.flatMap((each) => hearingOf(each) ?? 'all');
  if (hearings.length === 0 || hearings.includes('all')) return true;
  const needed = before.filter(({ kind }) => kind === 'witnessRequired').map((each) => hearingOf(each) ?? 'all');
  const concerned = hearingOf(release) === undefined ? needed : [hearingOf(release)];
  return concerned.every((each) => each === 'all' || hearings.includes(each ?? 'all'));
}

function isWanted({ kind, data }: Fact): boolean {
  return wantedAgain.includes(kind) || ('needed' in data && data.needed === true);
}

function hearingOf({ data }: Fact): string | undefined {
  return 'hearingId' in data ? data.hearingId : undefined;
}
