import type { Duty } from '../../domain/code/duty';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { englandAndWalesCalendar } from '../../published/bankHolidays';
import { CaseLife } from '../../cli/rehearsal/caseLife';
import { policeFiles } from '../../cli/rehearsal/policeFiles';
import { readCrimes } from '../../cli/rehearsal/readCrimes';
import { rehearse, type Rehearsed } from '../../cli/rehearsal/rehearse';
import { sampleOf } from '../../cli/rehearsal/sample';
import { careState } from '../../domain/careState';
import { ledger } from '../../domain/code/ledger';
import { standingOf } from '../../domain/code/standing';
import { instant, londonDay, type Instant } from '../../domain/time/londonTime';
import { openRecord } from '../../domain/takeStock';
import { realFolder } from '../domain/realData';
import { MemoryProjections } from '../support/memoryProjections';
import { quietRuntime } from '../support/quietRuntime';
import { RunningCase, withWorker } from '../support/runCase';
import { startTimeSkipping } from '../support/timeSkippingServer';

interface Story extends Pick<Rehearsed, 'opening' | 'told'> {
  /** No worker is there before its first event, so that all its rungs until then have come at once. */
  readonly oversleeps: boolean;
}

/** One in so many wakes for all its rungs: each waking takes the server its time. */
const wakesAllThrough = 5;
const weekMs = 7 * 86_400_000;
const until = '2022-02-01T00:00:00.000Z';
const folder = realFolder('crime-reports', 'hertfordshire');
const projections = new MemoryProjections();
let env: TestWorkflowEnvironment | undefined;
afterAll(() => env?.teardown());

const calendarOf = ({ opening }: Story) => englandAndWalesCalendar(londonDay(opening.receivedAt));

/** The same story so much later, all of its instants alike. */
function later<T>(story: T, byMs: number): T {
  const moved = (_: string, at: string): string => `"${instant(Date.parse(at) + byMs)}"`;
  return JSON.parse(JSON.stringify(story).replace(/"(\d{4}-\d{2}-\d{2}T[\d:.]+Z)"/g, moved)) as T;
}

/** Leads all cases side by side through the workflow as it runs in production, each at its times. */
async function lead(stories: readonly Story[], on: TestWorkflowEnvironment): Promise<void> {
  await withWorker(on, projections, async (taskQueue) => {
    const running = new Map<Story, RunningCase>();
    const agenda = stories.flatMap((story) => [
      { story, at: (story.oversleeps ? story.told[0]?.at : undefined) ?? story.opening.openedAt, command: undefined },
      ...story.told.map(({ command, at }) => ({ story, at, command })),
    ]);
    for (const { story, at, command } of agenda.sort((one, other) => (one.at < other.at ? -1 : 1))) {
      const waitMs = Date.parse(at) - (await on.currentTimeMs());
      if (waitMs > 0) await on.sleep(waitMs);
      if (command) {
        await running.get(story)?.tell(command);
      } else {
        const record = openRecord(story.opening, calendarOf(story), story.opening.openedAt);
        running.set(story, await RunningCase.startWith(on, projections, taskQueue, record));
      }
      // What comes after the last event is not part of the story, and would only take time.
      if (command === story.told.at(-1)?.command) await running.get(story)?.abandon();
    }
  });
}

/** The same story in the domain alone, told at the instants at which the server took it. */
function rehearsedAgain(story: Story): CaseLife {
  const life = new CaseLife(story.opening, calendarOf(story), true);
  story.told.forEach(({ command, at }, index) => {
    const fact = projections.facts.get(`${story.opening.caseId}:${index + 1}`);
    const toldAt = fact?.recordedAt ?? at;
    if (index === 0 && story.oversleeps) life.oversleep(toldAt);
    life.tell({ command, at: toldAt });
  });
  return life;
}

function shown(duty: Duty, at: Instant): object {
  const { id, seq, obligation, edition, tier, from, withOthersSince, limit, target, dueBy, leftOut, provisional } =
    duty;
  const { missedBeforeIntake, knownAt, earlier, settled, reason } = duty;
  const fixed = { obligation, edition, tier, from, withOthersSince, limit, target, dueBy, leftOut, provisional };
  return { id, seq, ...fixed, missedBeforeIntake, knownAt, earlier, settled, reason, standing: standingOf(duty, at) };
}

const inOrder = <T extends { id?: string; duty?: string; rung?: string }>(all: readonly T[]): T[] => {
  const key = ({ id, duty, rung }: T) => `${id ?? duty} ${rung ?? ''}`;
  return [...all].sort((one, other) => (key(one) < key(other) ? -1 : 1));
};

describe('two hundred real crimes', () => {
  (folder ? it : it.skip)(
    'owe their victims the same by the workflow on a server as by the rules alone: duty for duty, rung for rung',
    async () => {
      const read = await readCrimes(policeFiles(folder ?? '', { first: '2021-01', last: '2022-01' }));
      const of2021 = read.crimes.filter(({ row }) => row.month < '2022');
      const sample = sampleOf(of2021, 200, 'ledgers');
      const kinds = (crimes: typeof sample) =>
        new Set(crimes.flatMap(({ outcomes }) => outcomes.map((each) => each.outcome)));
      expect(kinds(sample)).toEqual(kinds(of2021));
      const rehearsed = sample.flatMap((crime) => rehearse(crime, until) ?? []);
      expect(rehearsed).toHaveLength(200);

      quietRuntime();
      env = await startTimeSkipping();
      const first = Math.min(...rehearsed.map(({ opening }) => Date.parse(opening.openedAt)));
      const byMs = Math.ceil(((await env.currentTimeMs()) - first) / weekMs) * weekMs;
      const stories = rehearsed.map(({ opening, told }, index) =>
        later({ opening, told, oversleeps: index % wakesAllThrough !== 0 }, byMs)
      );
      await lead(stories, env);

      const end = instant(Date.parse(until) + byMs);
      let duties = 0;
      for (const story of stories) {
        const { careRecord } = rehearsedAgain(story);
        const { caseId } = story.opening;
        const owed = inOrder(ledger(careRecord, careState(careRecord)));
        const climbed = Object.entries(careRecord.rungs).flatMap(([duty, all]) =>
          all.map((each) => ({ duty, ...each }))
        );
        expect(inOrder(projections.dutiesOf(caseId)).map((duty) => shown(duty, end))).toEqual(
          owed.map((duty) => shown(duty, end))
        );
        expect(inOrder(projections.rungsOf(caseId)).map(({ duty, rung, at }) => ({ duty, rung, at }))).toEqual(
          inOrder(climbed)
        );
        duties += owed.length;
      }
      expect(duties).toBeGreaterThan(1_500);
    },
    240_000
  );
});
