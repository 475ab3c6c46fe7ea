import { ServiceError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { askTemporal, CaseBusy, TemporalAway } from '../../commands/temporalFailures';

function grpcError(code: number, details: string): Error {
  return Object.assign(new Error(`${code} ${details}`), { code, details, metadata: {} });
}

const asked = async (error: unknown) => askTemporal(() => Promise.reject(error as Error));
const service = (code: number) => new ServiceError('It failed', { cause: grpcError(code, 'details') });

describe('a failed call to Temporal', () => {
  it.each([
    ['the server cannot be reached', service(14)],
    ['the server does not answer in time', service(4)],
    ['the server is broken', service(13)],
    ['nothing answers an update in time', new WorkflowUpdateRPCTimeoutOrCancelledError('too late')],
    ['the connection could not be made', new ServiceError('Unexpected error', { cause: new Error('no route') })],
  ])('counts as Temporal being away when %s', async (_title, error) => {
    await expect(asked(error)).rejects.toThrow(TemporalAway);
  });

  it('counts as a busy case when more is under way than the engine takes', async () => {
    await expect(asked(service(8))).rejects.toThrow(CaseBusy);
  });

  it.each([
    ['a request that Temporal calls invalid', service(3)],
    ['a permission that is missing', service(7)],
    ['a defect of ours', new TypeError('undefined is not a function')],
  ])('is passed on as it is when it is %s', async (_title, error) => {
    await expect(asked(error)).rejects.toBe(error);
  });
});
