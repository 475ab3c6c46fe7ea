import fc from 'fast-check';
import { openTasks, type CareRecord } from '../../domain/careRecord';
import { careState } from '../../domain/careState';
import { liveCase } from '../../domain/projection/liveCase';
import { addHours } from '../../domain/time/londonTime';
import { summaryOf } from '../../domain/projection/caseSummary';
import { takeStock } from '../../domain/takeStock';
import type { Task } from '../../domain/task';
import { workAfterEnd } from './workAfterEnd';
import { live, openings, steps, type Moment, type Step } from './randomCase';

/** Holds a statement against every moment of many random lives. */
function always(check: (moment: Moment) => void): void {
  const lives = fc.tuple(openings, fc.array(steps, { minLength: 1, maxLength: 25 }));
  fc.assert(
    fc.property(lives, ([opening, life]) => {
      for (const moment of live(opening, life)) check(moment);
    }),
    { numRuns: Number(process.env.RUNS ?? 100) }
  );
}

/** The duty was judged again and has another date; or its news turned out to be of the victim's safety. */
function isJudgedAgain(before: Task, after: Task | undefined): boolean {
  if (after?.why.rule === 'duty') return after.why.earlier !== undefined;
  return before.kind === 'tellVictim' && before.why.rule === 'duty';
}

/** Why a task is due when it is; under which rights its duty counts may change, and its date stay. */
function reasonOf({ why }: Task): object {
  return why.rule === 'duty' ? { rule: why.rule, duty: why.duty, from: why.from } : why;
}

function tasksById({ tasks }: CareRecord): Map<string, Task> {
  return new Map(tasks.map((task) => [task.taskId, task]));
}

describe('whatever happens to a case, in whatever order', () => {
  it('nothing is open once it has ended, and nothing comes by time alone, but for unanswered danger, what a death leaves, and orders that outlive the case', () => {
    always(({ stock: { record, wakeAt } }) => {
      const { end, dangerUnanswered } = careState(record);
      if (!end) return;
      const left = workAfterEnd(end, dangerUnanswered);
      const kinds = openTasks(record).map(({ kind }) => kind);
      expect(kinds.filter((kind) => !left.includes(kind))).toEqual([]);
      if (left.length === 0) expect(wakeAt).toBeUndefined();
      if (dangerUnanswered) expect(kinds.length > 0 || wakeAt !== undefined).toBe(true);
    });
  });

  it('no case ends while danger that was reported is unanswered, unless the victim has died', () => {
    always(({ before, stock: { record } }) => {
      const { end, dangerUnanswered } = careState(record);
      if (!end || end.kind === 'victimDied' || careState(before).end) return;
      expect([end.kind, dangerUnanswered]).toEqual([end.kind, false]);
    });
  });

  it('it is never silent while it is open: work is open, or a date is set', () => {
    always(({ stock: { record, wakeAt } }) => {
      if (!careState(record).end) expect(openTasks(record).length > 0 || wakeAt !== undefined).toBe(true);
    });
  });

  it('it is not silent even when everybody has done all that was asked of them', () => {
    const stance = { do: 'record', hours: 1, pick: 0, hoursAgo: 0, suspects: [] } as const;
    const noContact: Step = { ...stance, kind: 'stanceChanged' };
    const next: Step = { ...stance, do: 'complete', kind: 'contactMade' };
    const lives = fc.tuple(openings, fc.array(steps, { maxLength: 8 }), fc.boolean(), fc.nat(50));
    fc.assert(
      fc.property(lives, ([opening, life, wantsNone, pick]) => {
        const diligence = Array.from({ length: 40 }, (_, index) => ({ ...next, pick: pick + index }));
        for (const { stock } of live(opening, [...life, ...(wantsNone ? [noContact] : []), ...diligence])) {
          if (careState(stock.record).end || openTasks(stock.record).length > 0) continue;
          expect(stock.wakeAt).toBeDefined();
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 100) }
    );
  });

  it('tasks keep their id, kind, need and due date, unless its duty is judged again, and a closed one never opens again', () => {
    always(({ before, stock: { record } }) => {
      const after = tasksById(record);
      expect(after.size).toBe(record.tasks.length);
      for (const task of before.tasks) {
        const { key, kind, dueAt, openedAt, about } = task;
        const isMoved = isJudgedAgain(task, after.get(task.taskId));
        const kept = { key, kind, openedAt, ...(isMoved ? {} : { dueAt, why: reasonOf(task) }) };
        expect(after.get(task.taskId)).toMatchObject(kept);
        expect(after.get(task.taskId)?.about).toEqual(about);
        if (task.closed) expect(after.get(task.taskId)).toBe(task);
      }
    });
  });

  it('no need is open twice', () => {
    always(({ stock: { record } }) => {
      const keys = openTasks(record).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    });
  });

  it('its version grows with every change and stands still with none', () => {
    always(({ before, done, stock: { record } }) => {
      if (done !== before) expect(done.version).toBe(before.version + 1);
      expect(record.version - done.version).toBe(record === done ? 0 : 1);
      if (record !== before) expect(record.version).toBeGreaterThan(before.version);
    });
  });

  it('no fact is ever lost or changed, but for the mark of what corrected it', () => {
    always(({ before, stock: { record } }) => {
      expect(record.facts.map(({ seq }) => seq)).toEqual(record.facts.map((_, index) => index + 1));
      for (const [index, fact] of before.facts.entries()) {
        const { supersededBy = fact.supersededBy, ...kept } = record.facts[index] ?? {};
        expect({ ...kept, ...(supersededBy === undefined ? {} : { supersededBy }) }).toEqual({
          ...fact,
          ...(supersededBy === undefined ? {} : { supersededBy }),
        });
      }
    });
  });

  it('taking stock twice at the same instant changes nothing', () => {
    always(({ now, stock }) => {
      const again = takeStock(stock.record, now);
      expect(again.record).toBe(stock.record);
      expect(again.wakeAt).toBe(stock.wakeAt);
    });
  });

  it('time alone changes nothing before the date that the case has set itself', () => {
    always(({ now, stock: { record, wakeAt } }) => {
      const moments = [1, 30, 200, 2000, 20_000].map((hours) => addHours(now, hours));
      if (wakeAt !== undefined) moments.push(addHours(wakeAt, -1 / 3_600_000));
      for (const at of moments) {
        if (at >= now && (wakeAt === undefined || at < wakeAt)) expect(takeStock(record, at).record).toBe(record);
      }
    });
  });

  it('the date it sets itself lies ahead', () => {
    always(({ now, stock: { wakeAt } }) => {
      if (wakeAt !== undefined) expect(wakeAt > now).toBe(true);
    });
  });

  it('it says the same after it has crossed a payload', () => {
    always(({ now, stock: { record } }) => {
      const crossed = JSON.parse(JSON.stringify(record)) as CareRecord;
      const later = addHours(now, 24 * 30);
      expect(JSON.stringify(takeStock(crossed, later))).toBe(JSON.stringify(takeStock(record, later)));
      expect(JSON.stringify(summaryOf(crossed))).toBe(JSON.stringify(summaryOf(record)));
    });
  });

  it('it can always say what is open, what comes next and why', () => {
    always(({ now, stock: { record } }) => {
      const { open, next, summary } = liveCase(record, now);
      expect(open).toHaveLength(summary.openTasks);
      expect(next === undefined).toBe(summary.ended);
      for (const { why } of open) expect(why).not.toMatch(/undefined|NaN/);
    });
  });
});
