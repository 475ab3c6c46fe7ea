import { protectiveOrdersIn, stateOfOrder, type OrderStanding } from '../../court/afterSentence/protectiveOrders';
import { addCalendarDays, londonDay, startOfLondonDay, type Instant } from '../../time/londonTime';
import type { WantedTask } from '../../task';
import { isWitnessOnly, later, notPassed, nothing, standardDays, type CaseView, type Step } from '../step';

/** Long enough before the end that a court can still extend the order. */
const leadDays = 42;
const reviewDays = 14;
/** An application is asked after when so many days are left. */
const decisionDays = 7;

/**
 * Before an order that protects a victim ends, somebody tells them, plans for their safety and asks whether to extend
 * it; also in a case that was closed long ago, since an order outlives it. Silence: it stays asked after the order has
 * ended, since the victim may not know.
 */
export const orderEnds: Step = (view) => {
  if (isWitnessOnly(view)) return nothing;
  const today = londonDay(view.now);
  const tasks: WantedTask[] = [];
  const wakeAt: Instant[] = [];
  for (const order of protectiveOrdersIn(view.state.counted)) {
    if (order.untilOn === undefined || stateOfOrder(order, today) === 'discharged') continue;
    // What had ended before anybody here knew of it is no news.
    if (order.untilOn < londonDay(order.knownAt)) continue;
    const asks = order.review === undefined ? 'reviewOrderEnd' : 'recordOrderExtension';
    if (asks === 'recordOrderExtension' && order.review?.extension !== 'applied') continue;
    const days = asks === 'reviewOrderEnd' ? leadDays : decisionDays;
    const asksAt = startOfLondonDay(addCalendarDays(order.untilOn, -days));
    if (view.now < asksAt) wakeAt.push(asksAt);
    else tasks.push(taskOf(asks, order, order.untilOn, asksAt, view));
  }
  return { tasks, wakeAt };
};

function taskOf(
  kind: 'reviewOrderEnd' | 'recordOrderExtension',
  { order, seq, knownAt, review }: OrderStanding,
  untilOn: string,
  asksAt: Instant,
  view: CaseView
): WantedTask {
  const own = (from: string) => standardDays(kind === 'reviewOrderEnd' ? reviewDays : decisionDays, from);
  const limit = notPassed(own, later(later(asksAt, knownAt), review?.at), view);
  return { key: `${kind}:${seq}:${order}:${untilOn}`, kind, ...limit, about: [seq] };
}
