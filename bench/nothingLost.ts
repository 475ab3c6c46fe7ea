import type { HttpClient, Json } from './httpClient';
import { factsExpected } from './oneCase';

/** What is lost or doubled, in words; nothing where every case has ended with its facts, each once, and no open task. */
export async function lostOrDoubled(officer: HttpClient, caseIds: readonly string[]): Promise<string[]> {
  const findings: string[] = [];
  if (new Set(caseIds).size !== caseIds.length) findings.push('One case was started for two reports');
  const left = [...caseIds];
  const takeTurns = async () => {
    for (let caseId = left.pop(); caseId !== undefined; caseId = left.pop()) {
      findings.push(...(await examine(officer, caseId)));
    }
  };
  await Promise.all(Array.from({ length: 4 }, takeTurns));
  return findings;
}

async function examine(officer: HttpClient, caseId: string): Promise<string[]> {
  const [shown, timeline, tasks, live] = await Promise.all([
    officer.get(`/cases/${caseId}`),
    officer.get(`/cases/${caseId}/timeline`),
    officer.get(`/tasks?caseId=${caseId}`),
    officer.get(`/cases/${caseId}/live`),
  ]);
  const kinds = timeline.items.map(({ kind }: Json) => kind).reverse();
  const findings = [];
  if (!shown.ended || shown.stage !== 'cancelled') findings.push(`has not ended: ${shown.stage}`);
  if (kinds.join() !== factsExpected.join()) findings.push(`has the facts ${kinds.join(', ')}`);
  if (tasks.items.length + shown.openTasks > 0) findings.push(`has ${tasks.items.length} open tasks`);
  if (live.summary.version !== shown.version)
    findings.push(`is shown as of ${shown.version}, not ${live.summary.version}`);
  return findings.map((finding) => `Case ${caseId} ${finding}`);
}
