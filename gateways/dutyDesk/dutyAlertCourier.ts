import { deskFor, type DutyDesks } from '../../config/dutyDesks';
import type { OutboxItem } from '../../database/outbox';
import type { Tasks } from '../../database/cases/tasks';
import { dutyAlertText } from '../../domain/answers/dutyAlert';
import { addHours, type Instant } from '../../domain/time/londonTime';
import type { Courier, DeliveryTried } from '../courier';
import { NotifyRefuses, type Notify } from '../notify/notify';
import { outcomeOf, type NotifyOutcome } from '../notify/notifyStatus';
import type { DutyAlert } from './dutyAlertPosting';

/** Notify tells what became of it; where it does not, it is asked. */
const hoursUntilAsked = 1;

/**
 * Calls the duty desk of a rung by GOV.UK Notify, at any hour. Who has answered meanwhile is not called. A force without
 * a desk leaves it to a person, as every refusal does: the next rung climbs all the same.
 */
export function dutyAlertCourier(notify: Notify, desks: DutyDesks, tasks: Pick<Tasks, 'findTask'>): Courier {
  async function call(item: OutboxItem, { taskId, role, forces }: DutyAlert, now: Instant): Promise<DeliveryTried> {
    const known = item.attempts > 1 ? await notify.findByReference(item.itemId) : undefined;
    if (known) return called(known.notifyId, now);
    const task = await tasks.findTask(taskId);
    if (task?.closed) return { delivered: { as: 'stopped', because: 'answered' } };
    const desk = deskFor(desks, forces, role);
    if (desk === undefined) return { delivered: { as: 'parked', because: 'noDutyDesk' } };
    const channel = desk.includes('@') ? 'email' : 'text';
    try {
      const text = dutyAlertText(item.caseId ?? '');
      return called(await notify.send({ to: desk, channel, ...text, reference: item.itemId }), now);
    } catch (error) {
      if (!(error instanceof NotifyRefuses)) throw error;
      return { delivered: { as: 'parked', because: 'refused' } };
    }
  }

  async function learn({ reference = '' }: OutboxItem, now: Instant): Promise<DeliveryTried> {
    const outcome = outcomeOf((await notify.askFor(reference)).status);
    if (outcome) return alertReceipt(outcome);
    return { delivered: { as: 'waits', until: addHours(now, hoursUntilAsked), because: 'noReceipt' } };
  }

  return {
    deliver: (item, content, now) => (item.state === 'sent' ? learn(item, now) : call(item, content as DutyAlert, now)),
  };
}

/** What follows from Notify's word on a call to a desk. */
export function alertReceipt(outcome: NotifyOutcome): DeliveryTried {
  return { delivered: outcome.as === 'delivered' ? outcome : { as: 'failed', because: outcome.reason } };
}

function called(reference: string, now: Instant): DeliveryTried {
  return { delivered: { as: 'sent', reference, lookAgainAt: addHours(now, hoursUntilAsked) } };
}
