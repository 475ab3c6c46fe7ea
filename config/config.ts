import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** How GOV.UK Notify is reached: the key, another address than the real one, and the templates that our texts pass through. */
export interface NotifySettings {
  readonly apiKey: string;
  readonly url?: string | undefined;
  readonly templates: Readonly<Record<'text' | 'email' | 'letter', string>>;
}

/** Says in one sentence each what is wrong with the environment. Values are never quoted: some are secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export interface PayloadKey {
  readonly id: string;
  readonly key: Buffer;
}

export interface TemporalTls {
  readonly serverNameOverride?: string;
  readonly serverRootCACertificate?: Buffer;
  readonly clientCertPair?: { readonly crt: Buffer; readonly key: Buffer };
}

export interface PublicKeySet {
  readonly keys: readonly ({ readonly kty: string } & Readonly<Record<string, unknown>>)[];
}

const wholeNumber = (least: number, most: number, fallback: number) => optionalNumber(least, most).default(fallback);

const optionalNumber = (least: number, most: number) =>
  z.coerce
    .number(`must be a whole number from ${least} to ${most}`)
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    });

const milliseconds = (fallback: number) => wholeNumber(1, 3_600_000, fallback);

/** 32 bytes as base64 or hexadecimal; undefined for anything else. */
function keyBytes(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  return bytes.length === 32 ? bytes : undefined;
}

const keyShape = 'must be 32 bytes written as base64 or hexadecimal';

const masterKey = z.string().transform((text, context) => {
  const key = keyBytes(text.trim());
  if (!key) context.addIssue({ code: 'custom', message: keyShape });
  return key ?? z.NEVER;
});

/** `id:key,id:key`: the first encodes, all decode. A single key without an id is called `default`. */
const payloadKeys = z.string().transform((text, context): readonly PayloadKey[] => {
  const keys = text.split(',').map((part) => {
    const [, id = 'default', encoded = ''] = /^(?:([A-Za-z0-9._-]+):)?(.*)$/.exec(part.trim()) ?? [];
    return { id, key: keyBytes(encoded) };
  });
  const wellFormed = keys.filter((entry): entry is PayloadKey => entry.key !== undefined);
  if (wellFormed.length !== keys.length || new Set(keys.map(({ id }) => id)).size !== keys.length) {
    context.addIssue({
      code: 'custom',
      message: `${keyShape}, or a list id:key,id:key of such keys with different ids`,
    });
  }
  return wellFormed;
});

const publicKeySet = z.string().transform((text, context): PublicKeySet => {
  try {
    const shape = z.object({ keys: z.array(z.looseObject({ kty: z.string(), d: z.never().optional() })).min(1) });
    return shape.parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: 'custom', message: 'must be a JSON Web Key Set of public keys' });
    return z.NEVER;
  }
});

const fileContent = z.string().transform((file, context) => {
  try {
    return readFileSync(file);
  } catch {
    context.addIssue({ code: 'custom', message: 'must name a file that can be read' });
    return z.NEVER;
  }
});

const uuid = z.uuid('must be a UUID');
const defaultSecureEmailDomains: readonly string[] = ['cjsm.net', 'nhs.net', 'police.uk', 'homeoffice.gov.uk'];

/** `cjsm.net,nhs.net`: each stands for itself and what lies below it. */
const domainList = z.string().transform((text, context): readonly string[] => {
  const domains = text.split(',').map((part) => part.trim().toLowerCase());
  if (!domains.every((domain) => /^([a-z0-9-]+\.)+[a-z]{2,}$/.test(domain))) {
    context.addIssue({ code: 'custom', message: 'must be a list of domains such as cjsm.net,nhs.net' });
  }
  return domains;
});

const httpAddress = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' });

const environment = z.object({
  PORT: wholeNumber(0, 65_535, 3000),
  DATA_DIR: z.string().default('.data'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, 'must be host:port')
    .optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_TLS: z.enum(['true', 'false'], 'must be true or false').optional(),
  TEMPORAL_TLS_CLIENT_CERT_PATH: fileContent.optional(),
  TEMPORAL_TLS_CLIENT_KEY_PATH: fileContent.optional(),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: fileContent.optional(),
  TEMPORAL_TLS_SERVER_NAME: z.string().optional(),
  TEMPORAL_API_KEY: z.string().optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/\S+$/, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be an http or https URL' }).optional(),
  OIDC_AUDIENCE: z.string().default('victim-case-service'),
  TOKEN_JWKS: publicKeySet.optional(),
  PAYLOAD_KEY: payloadKeys.optional(),
  MASTER_KEY: masterKey.optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  NODE_ENV: z.string().default('production'),
  TASK_QUEUE: z.string().default('victim-cases'),
  STICKY_TIMEOUT_MS: milliseconds(10_000),
  WORKFLOW_TASK_TIMEOUT_MS: milliseconds(10_000),
  SHUTDOWN_GRACE_MS: milliseconds(10_000),
  MAX_CACHED_WORKFLOWS: optionalNumber(0, 1_000_000).optional(),
  HISTORY_EVENTS_BEFORE_CONTINUE: wholeNumber(10, 40_000, 500),
  CALL_TIMEOUT_MS: milliseconds(8_000),
  SUPPORT_SERVICE_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https URL' }).optional(),
  SUPPORT_SERVICE_KEY: z.string().optional(),
  SECURE_EMAIL_DOMAINS: domainList.default(defaultSecureEmailDomains),
  RECORDS_SYSTEM_URL: httpAddress.optional(),
  RECORDS_SYSTEM_KEY: z.string().optional(),
  TRACK_MY_CRIME_URL: httpAddress.optional(),
  TRACK_MY_CRIME_KEY: z.string().optional(),
  WEBHOOK_TRUSTED_URL: httpAddress.optional(),
  SWEEP_EVERY_SECONDS: wholeNumber(1, 86_400, 60),
  DELIVERY_HOLD_SECONDS: wholeNumber(2, 600, 60),
  NOTIFY_API_KEY: z
    .string()
    .regex(/[0-9a-f-]{36}-[0-9a-f-]{36}$/, 'must be an API key of GOV.UK Notify')
    .optional(),
  NOTIFY_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https URL' }).optional(),
  NOTIFY_TEMPLATE_TEXT: uuid.optional(),
  NOTIFY_TEMPLATE_EMAIL: uuid.optional(),
  NOTIFY_TEMPLATE_LETTER: uuid.optional(),
  NOTIFY_CALLBACK_TOKEN: z.string().min(16, 'must have 16 characters at least').optional(),
});

/** The settings of one process, named after their variables. Lengths of time are in the unit that their name ends with. */
export type Config = Readonly<ReturnType<typeof named>>;

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
  return Object.freeze(named(data));
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

function named(data: z.output<typeof environment>) {
  return {
    port: data.PORT,
    dataDir: data.DATA_DIR,
    temporalAddress: data.TEMPORAL_ADDRESS,
    temporalNamespace: data.TEMPORAL_NAMESPACE,
    temporalTls: temporalTlsOf(data),
    temporalApiKey: data.TEMPORAL_API_KEY,
    mongodbUri: data.MONGODB_URI,
    oidcIssuer: data.OIDC_ISSUER,
    oidcAudience: data.OIDC_AUDIENCE,
    tokenJwks: data.TOKEN_JWKS,
    payloadKeys: data.PAYLOAD_KEY,
    masterKey: data.MASTER_KEY,
    logLevel: data.LOG_LEVEL,
    nodeEnv: data.NODE_ENV,
    taskQueue: data.TASK_QUEUE,
    stickyTimeoutMs: data.STICKY_TIMEOUT_MS,
    workflowTaskTimeoutMs: data.WORKFLOW_TASK_TIMEOUT_MS,
    shutdownGraceMs: data.SHUTDOWN_GRACE_MS,
    maxCachedWorkflows: data.MAX_CACHED_WORKFLOWS,
    historyEventsBeforeContinue: data.HISTORY_EVENTS_BEFORE_CONTINUE,
    callTimeoutMs: data.CALL_TIMEOUT_MS,
    partnerRoutes: {
      trustedUrl: data.SUPPORT_SERVICE_URL,
      trustedKey: data.SUPPORT_SERVICE_KEY,
      emailDomains: data.SECURE_EMAIL_DOMAINS,
    },
    recordsSystem: addressOf(data.RECORDS_SYSTEM_URL, data.RECORDS_SYSTEM_KEY),
    trackMyCrime: addressOf(data.TRACK_MY_CRIME_URL, data.TRACK_MY_CRIME_KEY),
    webhookTrustedUrl: data.WEBHOOK_TRUSTED_URL,
    sweepEverySeconds: data.SWEEP_EVERY_SECONDS,
    deliveryHoldMs: data.DELIVERY_HOLD_SECONDS * 1_000,
    notify: notifyOf(data),
    notifyCallbackToken: data.NOTIFY_CALLBACK_TOKEN,
  };
}

/** GOV.UK Notify as it is named; undefined where it is not. */
function notifyOf(data: z.output<typeof environment>): NotifySettings | undefined {
  const { NOTIFY_API_KEY: apiKey, NOTIFY_URL: url } = data;
  const { NOTIFY_TEMPLATE_TEXT: text, NOTIFY_TEMPLATE_EMAIL: email, NOTIFY_TEMPLATE_LETTER: letter } = data;
  if (!apiKey || !text || !email || !letter) return undefined;
  return { apiKey, templates: { text, email, letter }, ...(url === undefined ? {} : { url }) };
}

/** Another system that is connected; undefined where its address is not set. */
function addressOf(url: string | undefined, key: string | undefined) {
  return url === undefined ? undefined : { url, ...(key === undefined ? {} : { key }) };
}

function temporalTlsOf(data: z.output<typeof environment>): TemporalTls | undefined {
  const { TEMPORAL_TLS_CLIENT_CERT_PATH: crt, TEMPORAL_TLS_CLIENT_KEY_PATH: key } = data;
  const authority = data.TEMPORAL_TLS_SERVER_CA_CERT_PATH;
  const name = data.TEMPORAL_TLS_SERVER_NAME;
  if (data.TEMPORAL_TLS === 'false') return undefined;
  if (data.TEMPORAL_TLS === undefined && !crt && !authority && !name && !data.TEMPORAL_API_KEY) return undefined;
  return {
    ...(name ? { serverNameOverride: name } : {}),
    ...(authority ? { serverRootCACertificate: authority } : {}),
    ...(crt && key ? { clientCertPair: { crt, key } } : {}),
  };
}
