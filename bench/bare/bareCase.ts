import { condition, defineUpdate, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { BareActivities, BareDocument } from './worker';

export const bareStep = defineUpdate<{ version: number }, [string]>('bareStep');

const { save } = proxyActivities<BareActivities>({ startToCloseTimeout: '5 seconds' });

const kinds = ['makeFirstContact', 'assessNeeds', 'choosePathway'];

/** The least that a case can be: one update and one normal activity a step, and nothing of what the service is for. */
export async function bareCase(): Promise<void> {
  const caseId = workflowInfo().workflowId;
  let version = 1;
  let written = 0;
  let ended = false;
  setHandler(bareStep, async (step) => {
    version += 1;
    const mine = version;
    ended = step === 'end';
    await condition(() => written >= mine);
    return { version: mine };
  });
  while (!ended || written < version) {
    const document: BareDocument = { caseId, version, open: kinds[version - 1] ?? '' };
    await save(document);
    written = document.version;
    await condition(() => version > written || ended);
  }
}
