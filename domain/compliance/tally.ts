import type { Duty } from '../code/duty';
import { standingOf, type Standing } from '../code/standing';
import type { Instant } from '../time/londonTime';
import { Durations } from './durations';

/** How a number of duties stand. */
export interface Figures {
  /** Met, met late, missed, and missed with a good reason: what has come to be judged. */
  readonly due: number;
  readonly met: number;
  readonly metLate: number;
  readonly missed: number;
  readonly missedWithGoodReason: number;
  /** Of those with a good reason: nobody could reach the victim, or it was not safe to. */
  readonly unreachable: number;
  readonly unsafeToContact: number;
  readonly declined: number;
  /** Not settled: its due date is still ahead, or it has none. */
  readonly open: number;
  /** Those of the open ones that have no due date: owed since they arose, and never late. */
  readonly openWithoutClock: number;
  readonly missedBeforeIntake: number;
  readonly superseded: number;
  readonly notApplicable: number;
  /** Of met and met late, on the clock of whoever owed it, from when it started until it was met. */
  readonly timeTaken: Spread;
  /** Of those due: how long others had it before that clock started. */
  readonly waitedOnOthers: Spread & { readonly totalHours: number };
}

export interface Spread {
  readonly count: number;
  readonly medianHours?: number;
  readonly percentile90Hours?: number;
}

/** Counts duties as they stand at one instant. A window that is not used is nobody's duty and is not for counting. */
export class Tally {
  private readonly counts = new Map<Standing, number>();
  private openWithoutClock = 0;
  private readonly notReached = { unreachable: 0, unsafeToContact: 0 };
  private readonly taken = new Durations();
  private readonly waited = new Durations();

  constructor(private readonly now: Instant) {}

  add(duty: Duty): void {
    const standing = standingOf(duty, this.now);
    const { from, withOthersSince, settled, dueBy } = duty;
    this.counts.set(standing, this.of(standing) + 1);
    if (standing === 'open' && dueBy === undefined) this.openWithoutClock += 1;
    if (standing === 'missedWithGoodReason' && settled?.because) this.notReached[settled.because] += 1;
    if (settled && (standing === 'met' || standing === 'metLate'))
      this.taken.add(Date.parse(settled.at) - Date.parse(from));
    if (withOthersSince !== undefined && cameDue.includes(standing))
      this.waited.add(Date.parse(from) - Date.parse(withOthersSince));
  }

  figures(): Figures {
    return {
      due: cameDue.reduce((sum, standing) => sum + this.of(standing), 0),
      met: this.of('met'),
      metLate: this.of('metLate'),
      missed: this.of('missed'),
      missedWithGoodReason: this.of('missedWithGoodReason'),
      ...this.notReached,
      declined: this.of('declined'),
      open: this.of('open'),
      openWithoutClock: this.openWithoutClock,
      missedBeforeIntake: this.of('missedBeforeIntake'),
      superseded: this.of('superseded'),
      notApplicable: this.of('notApplicable'),
      timeTaken: spread(this.taken),
      waitedOnOthers: { ...spread(this.waited), totalHours: this.waited.totalHours() },
    };
  }

  private of(standing: Standing): number {
    return this.counts.get(standing) ?? 0;
  }
}

const cameDue: readonly Standing[] = ['met', 'metLate', 'missed', 'missedWithGoodReason'];

function spread(durations: Durations): Spread {
  const [medianHours, percentile90Hours] = [durations.percentileHours(50), durations.percentileHours(90)];
  if (medianHours === undefined || percentile90Hours === undefined) return { count: 0 };
  return { count: durations.count, medianHours, percentile90Hours };
}
