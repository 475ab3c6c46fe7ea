import { resendUnfinishedCommands, startMissingCases, tellAmendments } from './activityProxies';

/**
 * What a crash or an outage left unfinished: reports stored but not started, commands accepted but not answered,
 * amendments their cases have not heard of. A Temporal Schedule runs it; passes never overlap.
 */
export async function sweeps(): Promise<void> {
  await startMissingCases();
  await resendUnfinishedCommands();
  await tellAmendments();
}
