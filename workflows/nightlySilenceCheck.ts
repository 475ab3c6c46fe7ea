import { sleep } from '@temporalio/workflow';
import { findSilentCases } from './activityProxies';
import { now } from './awakeCase';

/**
 * No silent case: once a night every open case is looked at. What is found is looked at again after a while, since after
 * an outage the check and the cases wake at the same moment, and the cases need their time. A Temporal Schedule runs it.
 */
export async function nightlySilenceCheck(): Promise<void> {
  const { silentCases } = await findSilentCases({ at: now() });
  if (silentCases === 0) return;
  await sleep('15 minutes');
  await findSilentCases({ at: now() });
}
