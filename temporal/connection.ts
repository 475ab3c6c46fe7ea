import {
  Client,
  Connection,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
  type ClientInterceptors,
  type ConnectionOptions,
} from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { PayloadKey } from '../config/keys';
import { encryptingCodec } from './payloadCodec';

export interface TemporalAddress {
  readonly address: string;
  readonly namespace: string;
  readonly tls?: ConnectionOptions['tls'] | undefined;
  readonly apiKey?: string | undefined;
  /** The first encodes, all decode. */
  readonly payloadKeys: readonly PayloadKey[];
  readonly interceptors?: ClientInterceptors | undefined;
}

export interface TemporalConnection {
  readonly connection: Connection;
  readonly client: Client;
}

/** Tries of one call: about three seconds together, the first again after a fifth of one. */
const tries = { maxAttempts: 6, initialIntervalMs: () => 120, maxJitter: 0.4 };

/**
 * A client that connects when it is first used, and again within a second or two of the server's return: a process
 * starts also while Temporal is away. Calls that must not wait longer are made within `client.withDeadline`.
 */
export function connectClient(temporal: TemporalAddress): TemporalConnection {
  const { address, namespace, tls, apiKey, payloadKeys, interceptors } = temporal;
  const connection = Connection.lazy({
    address,
    ...(tls === undefined ? {} : { tls }),
    ...(apiKey === undefined ? {} : { apiKey }),
    interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions(tries))],
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 1_000 },
  });
  const client = new Client({
    connection,
    namespace,
    dataConverter: dataConverter(payloadKeys),
    ...(interceptors ? { interceptors } : {}),
  });
  return { connection, client };
}

/** How clients and workers write payloads and failures. Bundles are built with the same failure converter. */
export function dataConverter(payloadKeys: readonly PayloadKey[]): DataConverter {
  return { payloadCodecs: [encryptingCodec(payloadKeys)], failureConverterPath: failureConverterPath() };
}

/** The file beside this one, as TypeScript under test and as JavaScript once built. */
export function failureConverterPath(): string {
  return require.resolve('./failureConverter');
}
