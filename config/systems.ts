import { z } from 'zod';
import { courtPartnerAddresses } from './courtPartners';
import { dutyDesks } from './dutyDesks';
import { httpAddress, uuid } from './values';
import { victimHubAddresses } from './victimHubs';

/** How GOV.UK Notify is reached: the key, another address than the real one, and the templates that our texts pass through. */
export interface NotifySettings {
  readonly apiKey: string;
  readonly url?: string | undefined;
  readonly templates: Readonly<Record<'text' | 'email' | 'letter', string>>;
}

const defaultSecureEmailDomains: readonly string[] = ['cjsm.net', 'nhs.net', 'police.uk', 'homeoffice.gov.uk'];

/** `cjsm.net,nhs.net`: each stands for itself and what lies below it. */
const domainList = z.string().transform((text, context): readonly string[] => {
  const domains = text.split(',').map((part) => part.trim().toLowerCase());
  if (!domains.every((domain) => /^([a-z0-9-]+\.)+[a-z]{2,}$/.test(domain))) {
    context.addIssue({ code: 'custom', message: 'must be a list of domains such as cjsm.net,nhs.net' });
  }
  return domains;
});

/** The other systems that the service is connected to. */
export const systemVariables = {
  SUPPORT_SERVICE_URL: httpAddress.optional(),
  SUPPORT_SERVICE_KEY: z.string().optional(),
  DUTY_DESKS: dutyDesks.default({}),
  SECURE_EMAIL_DOMAINS: domainList.default(defaultSecureEmailDomains),
  RECORDS_SYSTEM_URL: httpAddress.optional(),
  RECORDS_SYSTEM_KEY: z.string().optional(),
  TRACK_MY_CRIME_URL: httpAddress.optional(),
  TRACK_MY_CRIME_KEY: z.string().optional(),
  PROSECUTION_URL: httpAddress.optional(),
  PROSECUTION_KEY: z.string().optional(),
  VICTIM_HUBS: victimHubAddresses.default({}),
  COURT_PARTNERS: courtPartnerAddresses.default({}),
  WEBHOOK_TRUSTED_URL: httpAddress.optional(),
  NOTIFY_API_KEY: z
    .string()
    .regex(/[0-9a-f-]{36}-[0-9a-f-]{36}$/, 'must be an API key of GOV.UK Notify')
    .optional(),
  NOTIFY_URL: httpAddress.optional(),
  NOTIFY_TEMPLATE_TEXT: uuid.optional(),
  NOTIFY_TEMPLATE_EMAIL: uuid.optional(),
  NOTIFY_TEMPLATE_LETTER: uuid.optional(),
  NOTIFY_CALLBACK_TOKEN: z.string().min(16, 'must have 16 characters at least').optional(),
};

const names = z.object(systemVariables);
type Named = z.output<typeof names>;

export function systemSettings(data: Named) {
  return {
    partnerRoutes: {
      trustedUrl: data.SUPPORT_SERVICE_URL,
      trustedKey: data.SUPPORT_SERVICE_KEY,
      emailDomains: data.SECURE_EMAIL_DOMAINS,
    },
    dutyDesks: data.DUTY_DESKS,
    recordsSystem: addressOf(data.RECORDS_SYSTEM_URL, data.RECORDS_SYSTEM_KEY),
    trackMyCrime: addressOf(data.TRACK_MY_CRIME_URL, data.TRACK_MY_CRIME_KEY),
    prosecution: addressOf(data.PROSECUTION_URL, data.PROSECUTION_KEY),
    victimHubs: data.VICTIM_HUBS,
    courtPartners: data.COURT_PARTNERS,
    webhookTrustedUrl: data.WEBHOOK_TRUSTED_URL,
    notify: notifyOf(data),
    notifyCallbackToken: data.NOTIFY_CALLBACK_TOKEN,
  };
}

/** GOV.UK Notify as it is named; undefined where it is not. */
export function notifyOf(data: Named): NotifySettings | undefined {
  const { NOTIFY_API_KEY: apiKey, NOTIFY_URL: url } = data;
  const { NOTIFY_TEMPLATE_TEXT: text, NOTIFY_TEMPLATE_EMAIL: email, NOTIFY_TEMPLATE_LETTER: letter } = data;
  if (!apiKey || !text || !email || !letter) return undefined;
  return { apiKey, templates: { text, email, letter }, ...(url === undefined ? {} : { url }) };
}

/** Another system that is connected; undefined where its address is not set. */
function addressOf(url: string | undefined, key: string | undefined) {
  return url === undefined ? undefined : { url, ...(key === undefined ? {} : { key }) };
}
