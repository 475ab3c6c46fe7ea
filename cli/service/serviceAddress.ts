import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Here {
  readonly dataDir: string;
  readonly port: number;
}

/** Where the service of a data folder answers: as it wrote down itself, else on the port that it would take. */
export function serviceAddress({ dataDir, port }: Here): string {
  try {
    const { api } = JSON.parse(readFileSync(path.join(dataDir, 'endpoints.json'), 'utf8')) as { api?: unknown };
    if (typeof api === 'string') return new URL(api).origin;
  } catch {
    // Not started here yet, or started elsewhere.
  }
  return `http://127.0.0.1:${port}`;
}
