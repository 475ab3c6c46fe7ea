import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { CaseOpening } from '../../domain/careRecord';
import { standingOf } from '../../domain/code/standing';
import type { FactKind } from '../../domain/fact';
import type { Instant } from '../../domain/time/londonTime';
import type { ProjectedDuty } from '../../domain/projection/projection';
import { endOfWorkingDaysAfter } from '../../domain/time/workingDays';
import { rowCases, type RowCase } from '../domain/code/rowCases';
import { calendar } from '../support/caseBuilder';
import { MemoryProjections } from '../support/memoryProjections';
import { quietRuntime } from '../support/quietRuntime';
import { RunningCase, withWorker } from '../support/runCase';
import { startTimeSkipping } from '../support/timeSkippingServer';

let env: TestWorkflowEnvironment;
beforeAll(async () => {
  quietRuntime();
  env = await startTimeSkipping();
});
afterAll(async () => {
  await env?.teardown();
});

/** The referral to the Victim Contact Scheme comes before the sentences here, since it would answer one of them. */
const referral = 'c20-r11-vlo-contact';
const rows = Object.entries(rowCases).sort(([one], [other]) => Number(other === referral) - Number(one === referral));
const answerable = rows.filter(([, { answer }]) => answer !== 'receipt');
/** Longer than any row's days. */
const longAfter = '45 days';

/** One case in which every row happens, each to a suspect of its own, and where each row's duty is. */
class EveryRow {
  private readonly numbers = new Map<string, number>();

  constructor(readonly victim: RunningCase) {}

  async happens(happenedAt?: Instant): Promise<void> {
    for (const [obligation, row] of rows) {
      const suspects = [obligation];
      const told = { suspects, ...(happenedAt ? { happenedAt, receivedAt: happenedAt } : {}) };
      for (const kind of row.before ?? []) {
        if (kind === 'suspectCharged') await this.victim.record(kind, { how: 'charged' }, told);
        else await this.victim.record(kind, { against: 'sentence' }, told);
      }
      if (!row.happens) continue;
      const [kind, data] = row.happens as [FactKind, never];
      const source = row.source ?? 'officer';
      const { facts } = await this.victim.record(kind, data, { ...told, source });
      this.numbers.set(obligation, facts[0] ?? 0);
    }
    await this.victim.settled();
  }

  duty(obligation: string): ProjectedDuty {
    const id = `${this.numbers.get(obligation) ?? 0}.${obligation}`;
    const duty = this.victim.projections.dutiesOf(this.victim.caseId).find((each) => each.id === id);
    if (!duty) throw new Error(`${id} did not arise`);
    return duty;
  }

  async answers(): Promise<void> {
    const about = answerable.flatMap(([obligation, { answer }]) =>
      answer === 'telling' ? [this.numbers.get(obligation) ?? 0] : []
    );
    await this.victim.record('victimTold', { channel: 'phone', about });
    for (const [obligation, { answer }] of answerable) {
      if (answer === 'settled') {
        await this.victim.record('dutySettled', { duty: this.duty(obligation).id, as: 'met' });
      } else if (answer !== 'telling' && answer !== 'receipt') {
        await this.victim.record(answer[0], answer[1] as never);
      }
    }
    await this.victim.settled();
  }

  /** How each row stands now, by obligation. */
  async standings(among: readonly [string, RowCase][] = answerable): Promise<Record<string, string>> {
    const now = await this.victim.now();
    return Object.fromEntries(among.map(([obligation]) => [obligation, standingOf(this.duty(obligation), now)]));
  }

  /** The rows, among those that a case can leave undone, whose duty reached its last rung. */
  missedRungs(): string[] {
    const reached = this.victim.projections.rungsOf(this.victim.caseId).filter(({ rung }) => rung === 'missed');
    return namesOf(rows.filter(([obligation]) => reached.some(({ duty }) => duty === this.duty(obligation).id)));
  }

  reasonsAsked(): string[] {
    const asked = this.victim.open().filter(({ kind }) => kind === 'explainMissedDuty');
    return namesOf(rows.filter(([obligation]) => asked.some(({ duty }) => duty === this.duty(obligation).id)));
  }
}

const namesOf = (among: readonly [string, RowCase][]): string[] => among.map(([obligation]) => obligation).sort();
const ours = namesOf(answerable.filter(([, row]) => row.ours));
const all = (standing: string, among = answerable) => Object.fromEntries(among.map(([name]) => [name, standing]));

function journey(title: string, story: (rows: EveryRow) => Promise<void>, changes?: Partial<CaseOpening>): void {
  it(title, async () => {
    const projections = new MemoryProjections();
    await withWorker(env, projections, async (taskQueue) => {
      const victim = await RunningCase.start(env, projections, taskQueue, () => changes ?? {});
      try {
        await story(new EveryRow(victim));
      } finally {
        await victim.abandon();
      }
    });
  });
}

describe('every row of the Code 2020 that has a number of days, on a server whose time is skipped', () => {
  journey('answered on time, each is met, and nobody is asked anything', async (row) => {
    await row.happens();
    await row.answers();
    await row.victim.passes(longAfter);
    expect(await row.standings(rows)).toEqual(all('met', rows));
    expect(row.missedRungs()).toEqual([]);
    expect(row.reasonsAsked()).toEqual([]);
  });

  journey('answered late, each is met late, and a reason is asked for what was ours alone', async (row) => {
    await row.happens();
    await row.victim.passes(longAfter);
    expect(await row.standings()).toEqual(all('missed'));
    expect(row.missedRungs()).toEqual(ours);
    expect(row.reasonsAsked()).toEqual(ours);
    await row.answers();
    expect(await row.standings()).toEqual(all('metLate'));
    expect(row.reasonsAsked()).toEqual(ours);
  });

  journey('answered late with a good reason, each is missed with it, and its supervisor is done', async (row) => {
    await row.happens();
    await row.victim.passes(longAfter);
    const given = { cause: 'riskToInvestigation', goodReason: true } as const;
    for (const [obligation, { ours: isOurs }] of answerable) {
      const { id } = row.duty(obligation);
      const task = row.victim.open().find(({ kind, duty }) => kind === 'explainMissedDuty' && duty === id);
      expect(task !== undefined).toBe(isOurs);
      if (task) await row.victim.complete('explainMissedDuty', 'dutyReasonGiven', { duty: id, ...given }, task);
      else await row.victim.record('dutyReasonGiven', { duty: id, ...given });
    }
    await row.victim.settled();
    await row.answers();
    expect(await row.standings()).toEqual(all('missedWithGoodReason'));
    expect(row.reasonsAsked()).toEqual([]);
  });

  journey(
    'of a victim with Enhanced Rights has the shorter number of days where the Code gives one',
    async (row) => {
      await row.happens();
      for (const [obligation, { days }] of rows) {
        const { from, dueBy } = row.duty(obligation);
        expect([obligation, dueBy]).toEqual([obligation, endOfWorkingDaysAfter(from, days[1], calendar)]);
      }
    },
    { circumstances: ['domesticAbuse'] }
  );

  journey('is not moved by a pause of the force’s own standards', async (row) => {
    await row.victim.record('standardsPaused', { reason: 'victimAway', untilOn: calendar.publishedUntil });
    await row.happens();
    for (const [obligation, { days }] of rows) {
      const { from, dueBy, earlier } = row.duty(obligation);
      expect([obligation, dueBy]).toEqual([obligation, endOfWorkingDaysAfter(from, days[0], calendar)]);
      expect(earlier).toBeUndefined();
    }
    await row.victim.passes(longAfter);
    expect(row.missedRungs()).toEqual(ours);
  });

  journey(
    'around 1 April 2021 in London: the old Code until midnight, the new one from then on',
    async (row) => {
      await row.happens('2021-03-31T22:30:00.000Z');
      const old = row.victim.projections.dutiesOf(row.victim.caseId);
      expect(old.some(({ edition }) => edition === 'victims-code-2020')).toBe(false);
      for (const [, { in2015 }] of rows) {
        expect(old.map(({ obligation }) => obligation)).toEqual(expect.arrayContaining([...in2015]));
      }
      await row.happens('2021-03-31T23:30:00.000Z');
      for (const [obligation, { happens, answer }] of rows) {
        if (!happens) continue;
        expect(row.duty(obligation)).toMatchObject({ edition: 'victims-code-2020', missedBeforeIntake: true });
        // The referral of the same instant is about another offender than the sentence, and answers nothing.
        const isMet = answer === 'receipt';
        const standing = standingOf(row.duty(obligation), await row.victim.now());
        expect([obligation, standing]).toEqual([obligation, isMet ? 'met' : 'missedBeforeIntake']);
      }
      await row.victim.passes('3 days');
      expect(row.missedRungs()).toEqual([]);
      expect(row.reasonsAsked()).toEqual([]);
    },
    { receivedAt: '2021-03-31T22:30:00.000Z', reportedAt: '2021-03-31T22:00:00.000Z' }
  );
});
