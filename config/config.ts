import { z } from 'zod';
import { keySettings, keyShape, keyVariables, type PayloadKey } from './keys';
import { notifyOf, systemSettings, systemVariables } from './systems';
import { temporalSettings, temporalVariables } from './temporal';
import { milliseconds, wholeNumber } from './values';

/** Says in one sentence each what is wrong with the environment. Values are never quoted: some are secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const environment = z.object({
  PORT: wholeNumber(0, 65_535, 3000),
  DATA_DIR: z.string().default('.data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/\S+$/, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  NODE_ENV: z.string().default('production'),
  CALL_TIMEOUT_MS: milliseconds(8_000),
  SWEEP_EVERY_SECONDS: wholeNumber(1, 86_400, 60),
  DELIVERY_HOLD_SECONDS: wholeNumber(2, 600, 60),
  ...temporalVariables,
  ...keyVariables,
  ...systemVariables,
});

/** The settings of one process, named after their variables. Lengths of time are in the unit that their name ends with. */
export type Config = Readonly<ReturnType<typeof settingsOf>>;

/** A configuration whose servers and keys are known to be set. */
export interface ServerConfig extends Config {
  readonly temporalAddress: string;
  readonly mongodbUri: string;
  readonly payloadKeys: readonly PayloadKey[];
  readonly masterKey: Buffer;
}

/** The settings of this process. Throws a ConfigError that lists every wrong variable; an empty one counts as not set. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const { data, error } = environment.safeParse(given);
  const wrong = error ? error.issues.map(({ path, message }) => `${String(path[0])} ${message}.`) : [];
  if (Boolean(given.TEMPORAL_TLS_CLIENT_CERT_PATH) !== Boolean(given.TEMPORAL_TLS_CLIENT_KEY_PATH)) {
    wrong.push('TEMPORAL_TLS_CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_KEY_PATH must be set together.');
  }
  if (data?.NOTIFY_API_KEY && !notifyOf(data)) {
    wrong.push(
      'NOTIFY_TEMPLATE_TEXT, NOTIFY_TEMPLATE_EMAIL and NOTIFY_TEMPLATE_LETTER must be set with NOTIFY_API_KEY.'
    );
  }
  if (!data || wrong.length > 0) throw new ConfigError(wrong.join('\n'));
  return Object.freeze(settingsOf(data));
}

/** What a worker needs on its own: it shares no file with the API, so servers and keys are named. Throws as readConfig. */
export function readWorkerConfig(env: NodeJS.ProcessEnv = process.env): ServerConfig {
  return requireServers(readConfig(env), []);
}

/** What an API process needs on its own: servers, keys and somebody whose tokens it trusts. Throws as readConfig. */
export function readApiConfig(env: NodeJS.ProcessEnv = process.env): ServerConfig {
  const config = readConfig(env);
  const isTrusting = config.oidcIssuer !== undefined || config.tokenJwks !== undefined;
  return requireServers(config, isTrusting ? [] : ['OIDC_ISSUER must be set, or TOKEN_JWKS in its place.']);
}

function requireServers(config: Config, alsoMissing: readonly string[]): ServerConfig {
  const { temporalAddress, mongodbUri, payloadKeys, masterKey } = config;
  if (temporalAddress && mongodbUri && payloadKeys && masterKey && alsoMissing.length === 0) {
    return Object.freeze({ ...config, temporalAddress, mongodbUri, payloadKeys, masterKey });
  }
  const missing = [
    ...(temporalAddress ? [] : ['TEMPORAL_ADDRESS must be set to host:port of a Temporal server.']),
    ...(mongodbUri ? [] : ['MONGODB_URI must be set to the address of a MongoDB server.']),
    ...(payloadKeys ? [] : [`PAYLOAD_KEY must be set: it ${keyShape}.`]),
    ...(masterKey ? [] : [`MASTER_KEY must be set: it ${keyShape}.`]),
    ...alsoMissing,
  ];
  throw new ConfigError(missing.join('\n'));
}

function settingsOf(data: z.output<typeof environment>) {
  return {
    port: data.PORT,
    dataDir: data.DATA_DIR,
    mongodbUri: data.MONGODB_URI,
    logLevel: data.LOG_LEVEL,
    nodeEnv: data.NODE_ENV,
    callTimeoutMs: data.CALL_TIMEOUT_MS,
    sweepEverySeconds: data.SWEEP_EVERY_SECONDS,
    deliveryHoldMs: data.DELIVERY_HOLD_SECONDS * 1_000,
    ...temporalSettings(data),
    ...keySettings(data),
    ...systemSettings(data),
  };
}
