import express, { type Router } from 'express';
import path from 'node:path';
import { readConfig } from '../../config/config';
import { sealerFor } from '../../database/encryption/masterKey';
import { notifyStub } from './notify';
import { secureMailbox } from './secureMailbox';
import { courtPartnersStub } from './courtPartners';
import { supportServiceStub } from './supportService';
import { recordsSystemStub } from './recordsSystem';
import { prosecutionStub } from './prosecution';
import { victimHubStub } from './victimHub';
import { trackMyCrimeStub } from './trackMyCrime';

/** The stubs of other systems, each below its own path, by the settings that the service itself is given. */
function stubs(env: NodeJS.ProcessEnv): Readonly<Record<string, Router>> {
  const { dataDir, masterKey, partnerRoutes } = readConfig(env);
  const sealer = masterKey && sealerFor(masterKey, 'stubs');
  const file = (name: string) => ({ path: path.join(dataDir, 'stubs', `${name}.jsonl`), sealer });
  const mailbox = secureMailbox(partnerRoutes.emailDomains, file('secure-email'));
  const apiUrl = env.API_URL ?? '';
  return {
    '/support-service': supportServiceStub(file('supportService')).router,
    '/notify': notifyStub({
      file: { path: file('notify').path },
      apiKey: env.NOTIFY_API_KEY ?? '',
      mailbox,
      callback: { url: `${apiUrl}/notify/receipts`, token: env.NOTIFY_CALLBACK_TOKEN ?? '' },
    }),
    '/secure-email': mailbox.router,
    // It knows every crime that it is asked about, and nothing of it but its log.
    '/records-system': recordsSystemStub({
      file: file('records-system'),
      key: env.RECORDS_SYSTEM_KEY ?? '',
      knowsAll: true,
    }).router,
    '/prosecution': prosecutionStub({ file: file('prosecution'), key: env.PROSECUTION_KEY ?? '' }).router,
    '/victim-hub': victimHubStub({ file: file('victim-hub'), key: readConfig(env).victimHubs['*']?.key ?? '' }).router,
    '/court-partners': courtPartnersStub({ file: file('court-partners'), key: courtPartnersKey(env) }).router,
    '/track-my-crime': trackMyCrimeStub({ file: file('track-my-crime'), key: env.TRACK_MY_CRIME_KEY ?? '' }).router,
  };
}

function courtPartnersKey(env: NodeJS.ProcessEnv): string {
  const route = readConfig(env).courtPartners['*']?.witnessService;
  return (route && 'key' in route && route.key) || '';
}

/** One process for all of them: what is sent to other systems where none is named in the environment. */
const app = express().disable('x-powered-by');
for (const [at, stub] of Object.entries(stubs(process.env))) app.use(at, stub);
const server = app.listen(Number(process.env.STUBS_PORT), '127.0.0.1', (error?: Error) => {
  if (error) throw error;
  process.send?.({ ready: true });
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    server.closeAllConnections();
    server.close(() => process.exit(0));
  });
}
