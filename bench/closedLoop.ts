import { Durations } from './durations';
import { oneCase, type Clients, type Measures } from './oneCase';

export interface LoopResult {
  readonly caseIds: readonly string[];
  readonly seconds: number;
  readonly measures: Measures;
}

/** Takes cases from report to end, so many at a time: the next begins when one has ended. */
export async function closedLoop(
  clients: Clients,
  { cases, concurrency }: { readonly cases: number; readonly concurrency: number },
  onCase: (done: number) => void = () => undefined
): Promise<LoopResult> {
  const measures: Measures = {
    report: new Durations(),
    completion: new Durations(),
    event: new Durations(),
    reportShown: new Durations(),
    completionShown: new Durations(),
    lateLists: 0,
  };
  const caseIds: string[] = [];
  let begun = 0;
  const takeTurns = async () => {
    while (begun < cases) {
      begun += 1;
      caseIds.push(await oneCase(clients, measures));
      onCase(caseIds.length);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: Math.min(concurrency, cases) }, takeTurns));
  return { caseIds, seconds: (performance.now() - startedAt) / 1_000, measures };
}
