import { londonDateTime, momentAt, type ReportWindow } from './reportWindow';
import { seeded } from './seeded';

/** When a crime happened, when its victim reported it and when the force had the report: London time with offset. */
export interface ReportTimes {
  readonly occurredAt: string;
  readonly reportedAt: string;
  readonly receivedAt: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * Invented times of one crime, the same for the same id and window: in order, and all of them in the window. A delay
 * that would leave the window is cut to a share of what is left of it.
 */
export function reportTimes(crimeId: string, window: ReportWindow): ReportTimes {
  const { share } = seeded('times', crimeId);
  const reported = momentAt(window, share());
  const occurred = within(reported, -untilReported(share(), share()), window.startMs, share());
  const received = within(reported, (5 + 235 * share()) * minuteMs, window.endMs - 1, share());
  return {
    occurredAt: londonDateTime(window, occurred),
    reportedAt: londonDateTime(window, reported),
    receivedAt: londonDateTime(window, received),
  };
}

/** Six in ten crimes are reported within three hours, three within a day, one within five. */
function untilReported(which: number, share: number): number {
  if (which < 0.6) return (5 + 175 * share) * minuteMs;
  return which < 0.9 ? (3 + 21 * share) * hourMs : (1 + 4 * share) * 24 * hourMs;
}

function within(from: number, delay: number, limit: number, share: number): number {
  const isInside = delay < 0 ? from + delay >= limit : from + delay <= limit;
  return isInside ? from + delay : from + (limit - from) * share;
}
