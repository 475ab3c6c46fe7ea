import { condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { attemptDelivery } from './activityProxies';
import { now } from './awakeCase';
import { lookAgain, type DeliveryStart } from './messages';

const historyEvents = 400;

/**
 * One item of the outbox, until it is delivered or has another end: try, sleep until the next try is due, try again.
 * Silence of the other side: it is tried for as long as it takes, and people see how often.
 */
export async function delivery({ itemId }: DeliveryStart): Promise<void> {
  let isAsked = false;
  setHandler(lookAgain, () => {
    isAsked = true;
  });
  for (;;) {
    isAsked = false;
    const next = await attemptDelivery({ itemId, now: now() });
    // Sent again in this very instant: the try that is over was about what it was before.
    if (next === 'over' && isAsked) continue;
    if (next === 'over') return;
    const wait = Date.parse(next.again) - Date.parse(now());
    if (wait > 0) await condition(() => isAsked, wait);
    if (workflowInfo().historyLength > historyEvents) await continueAsNew<typeof delivery>({ itemId });
  }
}
