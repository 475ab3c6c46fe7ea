import type { Role } from '../../domain/vocabulary';
import type { RunningService } from '../service';
import { sampleReports } from './sampleReports';
import { caller, type Call } from './caller';
import { walk } from './walk';

interface Started {
  readonly cases: readonly { readonly caseId: string; readonly role: string }[];
}

/** Loads the sample reports into a running service and walks one person's case on screen. */
export async function demo(service: RunningService, say: (line: string) => void): Promise<void> {
  const force = 'hertfordshire';
  const teams = ['north-victim-care'];
  const call = async (role: Role): Promise<Call> =>
    caller(service.apiUrl, await service.token({ sub: `demo-${role}`, roles: [role], force, teams }));
  const reporter = await call('reporting-system');

  say('\nDemo: seven invented crime reports come in. Each victim and witness gets a case by itself.\n');
  const started = new Map<string, Started>();
  const now = new Date();
  for (const { name, report } of sampleReports(now, now.toISOString().slice(0, 19))) {
    const answer = await reporter<Started>('POST', '/crime-reports', report);
    started.set(name, answer);
    say(`  ${name.padEnd(30)} ${answer.cases.map(({ role }) => role).join(', ')}`);
  }
  const [robin] = started.get('domestic-abuse')?.cases ?? [];
  if (!robin) throw new Error('The sample report started no case.');
  await walk(robin.caseId, {
    reporter,
    officer: await call('victim-care-officer'),
    coordinator: await call('witness-care-officer'),
    supervisor: await call('supervisor'),
    say,
  });
}
