/** What becomes of a message at Notify's simulator: a status, no word at all, or a refusal for now. */
export type NotifyFate =
  'delivered' | 'permanent-failure' | 'temporary-failure' | 'technical-failure' | 'received' | 'silent' | 'rateLimited';

const texts: Readonly<Record<string, NotifyFate>> = {
  '07700900002': 'permanent-failure',
  '07700900003': 'temporary-failure',
  // Our own, beside Notify's: no receipt ever comes, and too many at once.
  '07700900998': 'silent',
  '07700900997': 'rateLimited',
};

/** Notify's own are at `simulator.notify`; here they fail at every domain, so that a partner's mail can bounce too. */
const emails: Readonly<Record<string, NotifyFate>> = {
  'perm-fail': 'permanent-failure',
  'temp-fail': 'temporary-failure',
};

/** Numbers and addresses that fail as they do at Notify; everything else is delivered, a letter posted. */
export function fateOf(type: 'sms' | 'email' | 'letter', to: string): NotifyFate {
  if (type === 'letter') return /^technical failure$/im.test(to) ? 'technical-failure' : 'received';
  if (type === 'email') return emails[to.split('@')[0] ?? ''] ?? 'delivered';
  return texts[to.replace(/[^\d+]/g, '').replace(/^\+44/, '0')] ?? 'delivered';
}
