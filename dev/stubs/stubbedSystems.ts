import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { courtPartners } from '../../domain/court/partners/courtPartner';
import { writeWhole } from '../writeFile';
import { stubTemplates } from './notify';

/** What worker, API and stubs are told of the systems that the environment does not name. */
export type StubVariables = Readonly<Record<string, string>>;

/** The settings of every stubbed system; empty where the environment names them all. Keys stay the same across restarts. */
export function stubVariables(dataDir: string, stubsUrl: string, env: NodeJS.ProcessEnv): StubVariables {
  // For measuring a case by itself: whatever would be sent waits.
  if (env.OTHER_SYSTEMS === 'none') return {};
  const kept = (name: string, make: () => string): string => {
    const file = path.join(dataDir, 'keys', `${name}.stub`);
    if (!existsSync(file)) writeWhole(file, `${make()}\n`, 0o600);
    return readFileSync(file, 'utf8').trim();
  };
  const courtKey = kept('court-partners', () => randomBytes(24).toString('base64url'));
  return {
    ...(env.SUPPORT_SERVICE_URL ? {} : { SUPPORT_SERVICE_URL: `${stubsUrl}/support-service` }),
    ...(env.NOTIFY_API_KEY
      ? {}
      : {
          NOTIFY_API_KEY: kept('notify', () => `stub-${randomUUID()}-${randomUUID()}`),
          NOTIFY_URL: `${stubsUrl}/notify`,
          NOTIFY_TEMPLATE_TEXT: stubTemplates.text,
          NOTIFY_TEMPLATE_EMAIL: stubTemplates.email,
          NOTIFY_TEMPLATE_LETTER: stubTemplates.letter,
          NOTIFY_CALLBACK_TOKEN: kept('notify-callback', () => randomBytes(24).toString('base64url')),
        }),
    ...(env.RECORDS_SYSTEM_URL
      ? {}
      : {
          RECORDS_SYSTEM_URL: `${stubsUrl}/records-system`,
          RECORDS_SYSTEM_KEY: kept('records-system', () => randomBytes(24).toString('base64url')),
        }),
    ...(env.PROSECUTION_URL
      ? {}
      : {
          PROSECUTION_URL: `${stubsUrl}/prosecution`,
          PROSECUTION_KEY: kept('prosecution', () => randomBytes(24).toString('base64url')),
        }),
    ...(env.VICTIM_HUBS
      ? {}
      : {
          VICTIM_HUBS: JSON.stringify({
            '*': {
              url: `${stubsUrl}/victim-hub`,
              key: kept('victim-hub', () => randomBytes(24).toString('base64url')),
            },
          }),
        }),
    ...(env.COURT_PARTNERS
      ? {}
      : { COURT_PARTNERS: JSON.stringify({ '*': courtPartnersAt(`${stubsUrl}/court-partners`, courtKey) }) }),
    ...(env.TRACK_MY_CRIME_URL
      ? {}
      : {
          TRACK_MY_CRIME_URL: `${stubsUrl}/track-my-crime`,
          TRACK_MY_CRIME_KEY: kept('track-my-crime', () => randomBytes(24).toString('base64url')),
        }),
  };
}

/** One stub stands in for all partners of the court stage. */
function courtPartnersAt(url: string, key: string) {
  return Object.fromEntries(courtPartners.map((partner) => [partner, { url, key }]));
}
