import {
  resendUnfinishedCommands,
  startDeliveries,
  startMissingCases,
  takeInMessages,
  tellAmendments,
} from './activityProxies';

/**
 * What a crash or an outage left unfinished: reports stored but not started, commands accepted but not answered,
 * amendments their cases have not heard of, items of the outbox whose delivery was not started, messages of other
 * systems that were stored but not carried out. A Temporal Schedule runs it; passes never overlap.
 */
export async function sweeps(): Promise<void> {
  await startMissingCases();
  await resendUnfinishedCommands();
  await tellAmendments();
  await startDeliveries();
  await takeInMessages();
}
