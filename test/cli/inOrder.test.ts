import fc from 'fast-check';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { inOrder } from '../../cli/importing/inOrder';
import { oneAfterAnother } from '../../cli/importing/oneAfterAnother';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let number = 0; number < count; number += 1) yield number;
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await nextTurn();
}

describe('Work side by side', () => {
  it('gives every result once and in order, and never has more under way than allowed', async () => {
    const aRun = fc.tuple(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }), fc.integer({ min: 1, max: 8 }));
    await fc.assert(
      fc.asyncProperty(aRun, async ([lengths, atATime]) => {
        let running = 0;
        let most = 0;
        const seen: number[] = [];
        const work = async (number: number): Promise<number> => {
          most = Math.max(most, ++running);
          await turns(lengths[number] ?? 0);
          running -= 1;
          return number * 10;
        };
        for await (const { item, result } of inOrder(numbers(lengths.length), atATime, work)) {
          expect(result).toBe(item * 10);
          seen.push(item);
        }
        expect(seen).toEqual([...lengths.keys()]);
        expect(most).toBeLessThanOrEqual(atATime);
      }),
      { numRuns: 50 }
    );
  });

  it('gives what came before a failure, waits for what is under way, and begins nothing more', async () => {
    const begun: number[] = [];
    let running = 0;
    const work = async (number: number): Promise<number> => {
      begun.push(number);
      running += 1;
      await turns(number === 5 ? 1 : 10);
      running -= 1;
      if (number === 5) throw new Error('refused');
      return number;
    };
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      for await (const { item } of inOrder(numbers(100), 4, work)) seen.push(item);
    };
    await expect(run()).rejects.toThrow('refused');
    expect(seen).toEqual([0, 1, 2, 3, 4]);
    expect(running).toBe(0);
    expect(begun.length).toBeLessThan(12);
  });

  it('begins nothing more once it is told to stop', async () => {
    const stopping = new AbortController();
    const seen: number[] = [];
    for await (const { item } of inOrder(numbers(10_000), 2, (number) => Promise.resolve(number), stopping.signal)) {
      seen.push(item);
      if (item === 9) stopping.abort();
    }
    expect(seen.length).toBeLessThan(400);
    expect(seen).toEqual([...seen.keys()]);
  });

  it('keeps work on one crime in the order in which it was asked for', async () => {
    const forOne = oneAfterAnother();
    const done: string[] = [];
    const work = (name: string, length: number) => async (): Promise<void> => {
      await turns(length);
      done.push(name);
    };
    await Promise.all([forOne('a', work('a1', 9)), forOne('a', work('a2', 1)), forOne('b', work('b1', 1))]);
    expect(done).toEqual(['b1', 'a1', 'a2']);
  });
});
