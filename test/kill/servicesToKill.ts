import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startService, type RunningService, type ServiceOptions } from '../../dev/service';
import { Caller } from './caller';

/** Time-outs so low that what a kill leaves behind is taken up within seconds. */
const impatient = {
  PORT: '0',
  STICKY_TIMEOUT_MS: '500',
  WORKFLOW_TASK_TIMEOUT_MS: '1500',
  CALL_TIMEOUT_MS: '3000',
  SWEEP_EVERY_SECONDS: '2',
  DELIVERY_HOLD_SECONDS: '4',
  HISTORY_EVENTS_BEFORE_CONTINUE: '60',
  LOG_LEVEL: 'warn',
};

const everyRole = ['supervisor', 'victim-care-officer', 'witness-care-officer', 'reporting-system'] as const;

export interface ServiceToKill extends RunningService {
  stop(): Promise<void>;
  /** What API and worker logged as defects of their own. */
  loggedDefects(): string[];
  /** Somebody who may do everything that officers and systems do in Hertfordshire. */
  caller(sub: string): Promise<Caller>;
}

/** A whole service of real processes, the built ones, in a data folder of its own. */
export async function serviceToKill(dataDir: string, options: ServiceOptions = {}): Promise<ServiceToKill> {
  const env = { ...process.env, ...impatient, DATA_DIR: dataDir, ...options.env };
  const service = startService({ ...options, env });
  const running = await service.ready;
  return {
    ...running,
    stop: () => service.stop(),
    loggedDefects: () => ['api', 'worker'].flatMap((name) => errorsIn(path.join(dataDir, 'logs', `${name}.log`))),
    caller: async (sub) => new Caller(running.apiUrl, await running.token({ roles: everyRole, sub })),
  };
}

/** Lines of pino's levels error and fatal, shortened. */
function errorsIn(logFile: string): string[] {
  const lines = readFileSync(logFile, 'utf8').split('\n');
  return lines.filter((line) => /"level":(50|60)/.test(line)).map((line) => line.slice(0, 1_500));
}
