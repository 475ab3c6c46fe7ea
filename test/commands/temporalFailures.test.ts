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
    ['the task that was to take the update was lost', service(9)],
    ['nothing answers an update in time', new WorkflowUpdateRPCTimeoutOrCancelledError('too late')],
    ['the connection could not be made', new ServiceError('Unexpected error', { cause: new Error('no route') })],
  ])('counts as Temporal being away when %s', async (_title, error) => {
    await expect(asked(error)).rejects.toThrow(TemporalAway);
  });

  it('counts as a busy case when more is under way than the engine takes', async () => {
    await expect(asked(service(8))).rejects.toThrow(CaseBusy);
  });

  it.each([
    ['a request that Temporal calls invalid', 3],
    ['a permission that is missing', 7],
  ])('is a defect to be seen when it is %s: its name says the code, and nothing of what was asked', async (_, code) => {
    const seen: unknown = await asked(service(code)).catch((error: unknown) => error);
    expect(seen).not.toBeInstanceOf(TemporalAway);
    expect(String(seen)).toBe(`TemporalRefused${code}: Temporal refuses this`);
  });

  it('is passed on as it is when it is a defect of ours', async () => {
    const error = new TypeError('undefined is not a function');
    await expect(asked(error)).rejects.toBe(error);
  });
});
