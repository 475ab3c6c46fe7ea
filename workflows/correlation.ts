import type { Headers, WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { correlationHeader } from './messages';

/**
 * Hands the correlation id of the call that woke the case on to the activities it leads to. A combined write carries
 * the id of the last call in it.
 */
export const interceptors: WorkflowInterceptorsFactory = () => {
  let correlation: Headers = {};
  const remember = (headers: Headers): void => {
    const id = headers[correlationHeader];
    if (id) correlation = { [correlationHeader]: id };
  };
  return {
    inbound: [
      {
        execute(input, next) {
          remember(input.headers);
          return next(input);
        },
        handleUpdate(input, next) {
          remember(input.headers);
          return next(input);
        },
      },
    ],
    outbound: [
      { scheduleActivity: (input, next) => next({ ...input, headers: { ...input.headers, ...correlation } }) },
    ],
  };
};
