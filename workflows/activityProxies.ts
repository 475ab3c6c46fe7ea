import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { CalendarActivities } from '../activities/calendar';
import type { CourtCaseActivities } from '../activities/courtCase';
import type { DeliveryActivities } from '../activities/delivery';
import type { ProjectionActivities } from '../activities/projection';
import type { SilenceActivities } from '../activities/silence';
import type { SweepActivities } from '../activities/sweeps';

/**
 * The write that a reply waits for: tried for a few seconds, so that a caller gets an honest "not yet" while MongoDB is
 * away. The case itself tries again for as long as it takes.
 */
export const { saveProjection } = proxyActivities<ProjectionActivities>({
  startToCloseTimeout: '5 seconds',
  scheduleToCloseTimeout: '7 seconds',
  retry: { initialInterval: '100 milliseconds', maximumInterval: '1 second' },
});

/** Reading back what the end of a case wrote; without it nothing can go on. */
export const { loadEndedRecord } = proxyActivities<ProjectionActivities>({
  startToCloseTimeout: '5 seconds',
  retry: { initialInterval: '100 milliseconds', maximumInterval: '5 seconds' },
});

/** Computed in the worker and written into the history with the step; it reads nothing outside the process. */
export const { bankHolidays } = proxyLocalActivities<CalendarActivities>({ startToCloseTimeout: '2 seconds' });

/** One pass of each sweep; what it leaves, the next pass finds. */
export const { startMissingCases, resendUnfinishedCommands, tellAmendments, startDeliveries, takeInMessages } =
  proxyActivities<SweepActivities>({ startToCloseTimeout: '2 minutes', retry: { maximumAttempts: 2 } });

/** One try; when the next one is due is the workflow's to wait for. Only MongoDB's absence has the engine try again. */
export const { attemptDelivery } = proxyActivities<DeliveryActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** One look at all open cases. It is tried again all day, but never into the next night. */
export const { findSilentCases } = proxyActivities<SilenceActivities>({
  startToCloseTimeout: '2 hours',
  scheduleToCloseTimeout: '20 hours',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '5 seconds', maximumInterval: '5 minutes' },
});

/** Read once at the beginning of a run; without it a prosecution would forget what it told. */
export const { loadCourtRecord } = proxyActivities<CourtCaseActivities>({
  startToCloseTimeout: '5 seconds',
  retry: { initialInterval: '100 milliseconds', maximumInterval: '5 seconds' },
});

/** As the write of a case: tried for seconds; the prosecution itself tries again for as long as it takes. */
export const { saveCourtCase } = proxyActivities<CourtCaseActivities>({
  startToCloseTimeout: '5 seconds',
  scheduleToCloseTimeout: '7 seconds',
  retry: { initialInterval: '100 milliseconds', maximumInterval: '1 second' },
});

/** Tried until every case has answered: nobody is left out because something was away. */
export const { tellLinkedCases } = proxyActivities<CourtCaseActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '1 minute' },
});
