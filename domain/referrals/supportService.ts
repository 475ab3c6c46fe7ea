import type { NeedCategory, ReferralRecipient } from '../vocabulary';

/** How a referral reaches a support service: by its own system, or by secure e-mail. */
export type PartnerRoute =
  { readonly kind: 'http'; readonly url: string } | { readonly kind: 'secureEmail'; readonly address: string };

/** A support service in a force's directory. An empty list of needs, areas or languages leaves it open to any. */
export interface SupportService {
  readonly code: string;
  readonly name: string;
  readonly open: boolean;
  readonly recipients: readonly ReferralRecipient[];
  readonly needs: readonly NeedCategory[];
  readonly areas: readonly string[];
  readonly languages: readonly string[];
  /** For victims who are signposted. */
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly website?: string | undefined;
  readonly route?: PartnerRoute | undefined;
  /** Who may log in as this partner, by the identity provider's ids; anybody whose token names the service, where empty. */
  readonly partners: readonly string[];
}

export interface ServiceWish {
  readonly need?: NeedCategory | undefined;
  readonly area?: string | undefined;
  readonly language?: string | undefined;
  readonly recipient?: ReferralRecipient | undefined;
}

/** Whether a service fits what is looked for. A language fits with or without its region; areas whatever the case. */
export function fitsWish(service: SupportService, { need, area, language, recipient }: ServiceWish): boolean {
  return (
    isAny(service.needs, need, same) &&
    isAny(service.areas, area, (one, other) => one.toLowerCase() === other.toLowerCase()) &&
    isAny(service.languages, language, (one, other) => mainPart(one) === mainPart(other)) &&
    (recipient === undefined || service.recipients.includes(recipient))
  );
}

function isAny<T>(offered: readonly T[], wanted: T | undefined, matches: (one: T, other: T) => boolean): boolean {
  return wanted === undefined || offered.length === 0 || offered.some((each) => matches(each, wanted));
}

function same<T>(one: T, other: T): boolean {
  return one === other;
}

function mainPart(language: string): string {
  return (language.split('-')[0] ?? '').toLowerCase();
}
