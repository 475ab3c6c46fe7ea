import { isRunning } from '../../court/witnesses/arrangements';
import { isBookedOtherwise } from '../../court/witnesses/bookedFor';
import { inVain } from '../../court/witnesses/inVain';
import type { WantedTask } from '../../task';
import {
  addCalendarDays,
  endOfLondonDay,
  justAfter,
  londonDay,
  type CalendarDay,
  type Instant,
} from '../../time/londonTime';
import { ownLimit, standardHours, standardWorkingDays, type CaseView, type Limit } from '../step';

const cancelHours = 2;
const bookWorkingDays = 2;
const confirmWorkingDays = 1;
const onTheDayHours = 1;

type Kind = 'cancelArrangement' | 'bookArrangement' | 'changeArrangement' | 'confirmArrangement';

/**
 * What is arranged for a day at court: booked, changed where the witness is to be there at another time or in another
 * court, told to them, and called off where nobody needs to come. Once the day is over nothing is asked any more.
 */
export function bookings(view: CaseView): WantedTask[] {
  const { state, now } = view;
  const today = londonDay(now);
  const cancelled = new Set(inVain(state, today).map(({ arrangementId }) => arrangementId));
  return state.attendance.arrangements.flatMap((each): WantedTask[] => {
    const { arrangementId, state: stands, changedAt, seq, on, booked } = each;
    const wanted = (kind: Kind, limit: Limit, of = '') => [
      { key: `${kind}:${arrangementId}${of}`, kind, ...limit, arrangementId, about: [seq] },
    ];
    if (cancelled.has(arrangementId)) return wanted('cancelArrangement', standardHours(cancelHours, now));
    if (state.end || on < today) return [];
    const within = (days: number, from: Instant) =>
      beforeTheDay(
        view,
        ownLimit(view, (at) => standardWorkingDays(view, days, at), from),
        on
      );
    if (stands === 'asked') return wanted('bookArrangement', within(bookWorkingDays, changedAt));
    if (isBookedOtherwise(each, state)) {
      return wanted('changeArrangement', within(confirmWorkingDays, now), `:${booked?.seq}`);
    }
    return stands === 'booked' ? wanted('confirmArrangement', within(confirmWorkingDays, changedAt)) : [];
  });
}

/** When the days of what stands are over. */
export function bookingsOver({ state, now }: Pick<CaseView, 'state' | 'now'>): Instant[] {
  const today = londonDay(now);
  return state.attendance.arrangements
    .filter((each) => isRunning(each) && each.on >= today)
    .map(({ on }) => justAfter(endOfLondonDay(on)));
}

/** A limit that would lie after the day itself is the evening before; on the day itself, the next hour. */
export function beforeTheDay(view: CaseView, limit: Limit, on: CalendarDay): Limit {
  const eve = endOfLondonDay(addCalendarDays(on, -1));
  if (limit.dueAt <= eve) return limit;
  if (eve >= view.now) return { dueAt: eve, why: { rule: 'day', on, from: view.now } };
  const soon = standardHours(onTheDayHours, view.now);
  return soon.dueAt < limit.dueAt ? soon : limit;
}
