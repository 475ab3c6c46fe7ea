import type { Recounted } from './recount';

/** The numbers of one row of the report, by the name that a difference is told under. */
export type Row = Map<string, number>;

/** Duties of one row, kept as they are: this is a check, and not made for speed. */
export class Sum {
  private readonly counts = new Map<string, number>();
  private readonly taken: number[] = [];
  private readonly waited: number[] = [];

  add({ standing, dueBy, from, settledAt, withOthersSince }: Recounted): void {
    const count = (name: string): void => void this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    count(standing);
    if (standing === 'open' && dueBy === undefined) count('openWithoutClock');
    const wasDue = ['met', 'metLate', 'missed', 'missedWithGoodReason'].includes(standing);
    if (wasDue) count('due');
    if (settledAt !== undefined && /^met/.test(standing)) this.taken.push(minutesBetween(from, settledAt));
    if (wasDue && withOthersSince !== undefined) this.waited.push(minutesBetween(withOthersSince, from));
  }

  row(): Row {
    const row: Row = new Map(counted.map((name) => [name, this.counts.get(name) ?? 0]));
    spread(row, 'timeTaken', this.taken);
    spread(row, 'waitedOnOthers', this.waited);
    row.set('waitedOnOthers.totalHours', this.waited.reduce((sum, each) => sum + each, 0) / 60);
    return row;
  }
}

export const counted = [
  'due',
  'met',
  'metLate',
  'missed',
  'missedWithGoodReason',
  'declined',
  'open',
  'openWithoutClock',
  'missedBeforeIntake',
  'superseded',
  'notApplicable',
] as const;

function minutesBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((new Date(to).getTime() - new Date(from).getTime()) / 60_000));
}

function spread(row: Row, name: string, minutes: number[]): void {
  minutes.sort((one, other) => one - other);
  row.set(`${name}.count`, minutes.length);
  if (minutes.length === 0) return;
  row.set(`${name}.medianHours`, between(minutes, 0.5) / 60);
  row.set(`${name}.percentile90Hours`, between(minutes, 0.9) / 60);
}

/** A share of the way along the sorted list, in a straight line between two neighbours. */
function between(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.min(Math.floor(place) + 1, sorted.length - 1)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}
