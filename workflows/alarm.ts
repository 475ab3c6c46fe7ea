import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Instant } from '../domain/time/londonTime';
import { now } from './awakeCase';

/** The case's one timer. It is set afresh only when the earliest instant changes, so that most steps cost no event. */
export interface Alarm {
  /** True from the moment the instant has come until the alarm is set for another one. */
  readonly rang: boolean;
  set(at: Instant | undefined): void;
}

export function newAlarm(): Alarm {
  let setFor: Instant | undefined;
  let rang = false;
  let scope: CancellationScope | undefined;

  return {
    get rang() {
      return rang;
    },
    set(at) {
      if (at === setFor && !rang) return;
      scope?.cancel();
      setFor = at;
      rang = false;
      scope = undefined;
      if (at === undefined) return;
      const timer = new CancellationScope();
      scope = timer;
      const wait = Math.max(Date.parse(at) - Date.parse(now()), 0);
      void timer
        .run(() => sleep(wait))
        .then(
          () => {
            if (scope === timer) rang = true;
          },
          (failure: unknown) => {
            if (!isCancellation(failure)) throw failure;
          }
        );
    },
  };
}
