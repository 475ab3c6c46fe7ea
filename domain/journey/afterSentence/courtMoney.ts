import { courtMoneyIn, isOwed } from '../../court/afterSentence/courtMoney';
import type { WantedTask } from '../../task';
import { addCalendarDays, londonDay, startOfLondonDay, type Instant } from '../../time/londonTime';
import { isWitnessOnly, later, nothing, oursSince, standardWorkingDays, type Step } from '../step';

const everyDays = 90;
const lookWorkingDays = 5;

/**
 * Money that a court ordered is asked after every ninety days while any of it is owed. Silence: it stays asked. It ends
 * when all is paid, or when somebody says how it ended; also that it is left to the court.
 */
export const courtMoney: Step = (view) => {
  if (isWitnessOnly(view)) return nothing;
  const tasks: WantedTask[] = [];
  const wakeAt: Instant[] = [];
  for (const money of courtMoneyIn(view.state.counted).filter(isOwed)) {
    const from = later(money.knownAt, oursSince(view));
    const asksAt = startOfLondonDay(addCalendarDays(londonDay(from), everyDays));
    if (view.now < asksAt) {
      wakeAt.push(asksAt);
      continue;
    }
    const limit = standardWorkingDays(view, lookWorkingDays, asksAt);
    const key = `checkCourtMoney:${money.of}:${money.seq}`;
    tasks.push({ key, kind: 'checkCourtMoney', ...limit, about: [money.seq] });
  }
  return { tasks, wakeAt };
};
