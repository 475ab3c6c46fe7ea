import { Router } from 'express';

/** A part that the API cannot work without. */
export interface Part {
  readonly name: 'temporal' | 'mongodb';
  /** Rejects, or takes too long, while the part is away. */
  ask(): Promise<unknown>;
}

const patienceMs = 1_500;

/** `/livez`: this process runs. `/readyz`: it can do its work; 503 names the part that is away. */
export function health(parts: readonly Part[], isStopping: () => boolean): Router {
  return Router()
    .get('/livez', (_req, res) => {
      res.json({ status: 'alive' });
    })
    .get('/readyz', async (_req, res) => {
      const answers = await Promise.all(parts.map(async (part) => [part.name, await stateOf(part)] as const));
      const ready = !isStopping() && answers.every(([, state]) => state === 'ready');
      const status = isStopping() ? 'stopping' : ready ? 'ready' : 'away';
      res.status(ready ? 200 : 503).json({ status, parts: Object.fromEntries(answers) });
    });
}

async function stateOf({ ask }: Part): Promise<'ready' | 'away'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'away'>((resolve) => {
    timer = setTimeout(() => resolve('away'), patienceMs);
  });
  const asked = ask().then(
    () => 'ready' as const,
    () => 'away' as const
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
