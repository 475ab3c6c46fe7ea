interface Entry<T, R> {
  readonly item: T;
  result?: { readonly value: R } | { readonly error: unknown };
}

/**
 * How far the work may run ahead of the oldest item that is not done, in multiples of what runs at a time: far, since
 * most items may be done at once and few take long.
 */
const ahead = 100;

/**
 * Works on up to `atATime` items at once and gives their results in the order of the items, so that everything before
 * a result is done too. After an error, or once `stop` is aborted, no further item is begun; what was begun is awaited.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  atATime: number,
  work: (item: T) => Promise<R>,
  stop?: AbortSignal
): AsyncGenerator<{ item: T; result: R }> {
  const source = items[Symbol.asyncIterator]();
  const queue: Entry<T, R>[] = [];
  let running = 0;
  let isOver = false;
  let wake: () => void = () => undefined;

  const begin = (item: T): void => {
    const entry: Entry<T, R> = { item };
    queue.push(entry);
    running += 1;
    const settle = (result: NonNullable<Entry<T, R>['result']>): void => {
      entry.result = result;
      running -= 1;
      if ('error' in result) isOver = true;
      wake();
    };
    work(item).then(
      (value) => settle({ value }),
      (error: unknown) => settle({ error })
    );
  };

  try {
    for (;;) {
      while (!isOver && !stop?.aborted && running < atATime && queue.length < atATime * ahead) {
        const next = await source.next();
        if (next.done) isOver = true;
        else begin(next.value);
      }
      const [head] = queue;
      if (!head) return;
      if (!head.result) {
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      queue.shift();
      if ('error' in head.result) throw head.result.error;
      yield { item: head.item, result: head.result.value };
    }
  } finally {
    isOver = true;
    while (running > 0) await new Promise<void>((resolve) => (wake = resolve));
    await source.return?.();
  }
}
