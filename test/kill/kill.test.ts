import { setTimeout as sleep } from 'node:timers/promises';
import type { PartName } from '../../dev/service';
import { temporaryFolder } from '../support/temporaryFolder';
import type { Caller, Reply } from './caller';
import { Journal } from './journal';
import { Officers } from './officers';
import { examine } from './oracle';
import { SeededRandom } from './seededRandom';
import { serviceToKill, type ServiceToKill } from './servicesToKill';

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const rounds = Number(process.env.KILL_ROUNDS ?? 1);
const casesRunning = 50;
const officersAtOnce = 8;

const victims: readonly (readonly PartName[])[] = [
  ['worker'],
  ['api'],
  ['temporal'],
  ['mongodb'],
  ['worker', 'temporal'],
];

let service: ServiceToKill | undefined;
afterAll(() => service?.stop());
const dataDir = temporaryFolder();

/** Kills every part in turn, in a seeded order and at seeded points, while the officers go on. */
async function killInTurn(running: ServiceToKill, journal: Journal, random: SeededRandom): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const parts of random.shuffled(victims)) {
      await journal.acknowledgedAgain(10 + random.below(25));
      // Where within a call the kill falls.
      await sleep(random.below(60));
      await Promise.all(parts.map((part) => running.kill(part)));
      await running.whenReady();
    }
  }
  await journal.acknowledgedAgain(20);
}

/** What was ever without an answer is sent once more: the answer stays what it was. */
async function askAgain(journal: Journal): Promise<string[]> {
  const findings: string[] = [];
  for (const call of journal.calls.filter(({ tries }) => tries > 1)) {
    const { answer: first, by } = call;
    const again = await by?.try(journal, call);
    if (!isSameAnswer(first, again)) findings.push(`Call ${call.number} (${call.kind}) got another answer later`);
  }
  return findings;
}

/** Apart from the mark of a repetition, and the id by which one request is traced. */
function isSameAnswer(one: Reply | undefined, other: Reply | undefined): boolean {
  const content = ({ status, body }: Reply) => JSON.stringify([status, { ...body, alreadyKnown: 0, correlationId: 0 }]);
  return one !== undefined && other !== undefined && content(one) === content(other);
}

it('keeps every acknowledged call once when worker, API, Temporal and MongoDB are killed', async () => {
  console.log(`kill tests: KILL_SEED=${seed}`);
  service = await serviceToKill(dataDir);
  const callers = await Promise.all(
    Array.from({ length: officersAtOnce }, (_, index) => serviceCaller(`officer-${index + 1}`))
  );
  const journal = new Journal(seed);
  const officers = new Officers(callers, journal);
  await officers.begin(casesRunning);
  const work = officers.work();
  await Promise.race([killInTurn(service, journal, new SeededRandom(seed)), work]);
  officers.stop();
  await work;

  const [caller] = callers as [Caller];
  const findings = [...(await askAgain(journal)), ...(await examine(caller, journal, officers.cases))];
  findings.push(...service.loggedDefects());
  expect({ seed, findings }).toEqual({ seed, findings: [] });
  const unknown = journal.calls.filter(({ tries }) => tries > 1).length;
  console.log(
    `${officers.cases.length} cases, ${journal.acknowledged().length} calls acknowledged, ` +
      `${journal.refused().length} refused, ${unknown} of them only after a repetition`
  );
}, 200_000);

async function serviceCaller(sub: string): Promise<Caller> {
  if (!service) throw new Error('The service has not started');
  return service.caller(sub);
}
