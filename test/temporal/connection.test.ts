import { Connection } from '@temporalio/client';
import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common';
import { loadDataConverter } from '@temporalio/common/lib/internal-non-workflow';
import { randomBytes, randomUUID } from 'node:crypto';
import { encryptingCodec, PayloadKeyUnknown } from '../../temporal/payloadCodec';
import { connectClient, dataConverter } from '../../temporal/connection';
import { testServers } from '../support/servers';

const key = (id: string) => ({ id, key: randomBytes(32) });
const payload = (value: unknown) => defaultPayloadConverter.toPayload(value);
const valueOf = (found: Parameters<typeof defaultPayloadConverter.fromPayload>[0] | undefined) =>
  found && defaultPayloadConverter.fromPayload(found);

describe('payloads', () => {
  it.each([
    ['an object', { name: 'Canary', list: [1, null] }],
    ['nothing', undefined],
    ['a text of two megabytes', 'x'.repeat(2_000_000)],
    ['bytes', new Uint8Array([0, 255, 1])],
  ])('come back as they were: %s', async (_title, value) => {
    const codec = encryptingCodec([key('a')]);
    const [encoded] = await codec.encode([payload(value)]);
    expect(Buffer.from(encoded?.data ?? []).toString('latin1')).not.toContain('Canary');
    const [decoded] = await codec.decode(encoded ? [encoded] : []);
    expect(valueOf(decoded)).toEqual(value);
  });

  it('of several megabytes are kept below what Temporal takes, and short ones as they were', async () => {
    const codec = encryptingCodec([key('a')]);
    const told = (times: number) =>
      Array.from({ length: times }, (_, place) => ({ heading: `plea|${place}`, said: { plea: 'notGuilty' } }));
    const [short, long] = await codec.encode([payload(told(10)), payload(told(100_000))]);
    expect(short?.metadata).not.toHaveProperty('compression');
    expect(long?.data?.length).toBeLessThan(1_000_000);
    const decoded = await codec.decode(short && long ? [short, long] : []);
    expect(decoded.map((each) => (valueOf(each) as object[]).length)).toEqual([10, 100_000]);
  });

  it('written under an earlier key are read for as long as that key is configured', async () => {
    const [older, newer] = [key('2025'), key('2026')];
    const [encoded] = await encryptingCodec([older]).encode([payload('Canary')]);
    const [decoded] = await encryptingCodec([newer, older]).decode(encoded ? [encoded] : []);
    expect(valueOf(decoded)).toBe('Canary');
    await expect(encryptingCodec([newer]).decode(encoded ? [encoded] : [])).rejects.toThrow(PayloadKeyUnknown);
  });

  it('are refused when the key under this name is another one, or a byte was changed', async () => {
    const codec = encryptingCodec([key('a')]);
    const [encoded] = await codec.encode([payload('Canary')]);
    if (!encoded?.data) throw new Error('Nothing was encoded');
    await expect(encryptingCodec([key('a')]).decode([encoded])).rejects.toThrow();
    const changed = Uint8Array.from(encoded.data);
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    await expect(codec.decode([{ ...encoded, data: changed }])).rejects.toThrow();
    await expect(codec.decode([{ ...encoded, data: changed.subarray(0, 10) }])).rejects.toThrow();
  });

  it('that were never encrypted pass, so that operators can speak to a workflow', async () => {
    const [decoded] = await encryptingCodec([key('a')]).decode([payload('plain')]);
    expect(valueOf(decoded)).toBe('plain');
  });

  it('are encrypted differently each time', async () => {
    const codec = encryptingCodec([key('a')]);
    const encoded = await codec.encode(Array.from({ length: 200 }, () => payload('Canary')));
    expect(new Set(encoded.map(({ data }) => Buffer.from(data ?? []).toString('base64'))).size).toBe(200);
  });

  it('need a key', () => {
    expect(() => encryptingCodec([])).toThrow(RangeError);
  });
});

describe('failures', () => {
  it('show their type in clear, and their message and stack to nobody without the key', () => {
    const { failureConverter } = loadDataConverter(dataConverter([key('a')]));
    const failure = ApplicationFailure.nonRetryable('Canary was here', 'taskClosed');
    const proto = failureConverter.errorToFailure(failure, defaultPayloadConverter);
    expect(proto.applicationFailureInfo?.type).toBe('taskClosed');
    expect(`${proto.message} ${proto.stackTrace}`).not.toContain('Canary');
    const back = failureConverter.failureToError(proto, defaultPayloadConverter);
    expect(back.message).toBe('Canary was here');
  });
});

describe('the client', () => {
  it('starts a workflow of which the server sees the ids alone', async () => {
    const { temporalAddress: address, namespace, taskQueue } = await testServers();
    const { client, connection } = connectClient({ address, namespace, payloadKeys: [key('a')] });
    const workflowId = `case-${randomUUID()}`;
    const handle = await client.workflow.start('victimCase', { workflowId, taskQueue, args: [{ name: 'Canary' }] });
    const stranger = await Connection.connect({ address });
    const seen = await stranger.workflowService.getWorkflowExecutionHistory({ namespace, execution: { workflowId } });
    const bytes = JSON.stringify(seen) + JSON.stringify(seen, (_name, value: unknown) => textOf(value));
    expect(bytes).toContain('victimCase');
    expect(bytes).not.toContain('Canary');
    await handle.terminate('The test is over');
    await Promise.all([stranger.close(), connection.close()]);
  });
});

function textOf(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
}
