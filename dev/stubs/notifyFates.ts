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

const emails: Readonly<Record<string, NotifyFate>> = {
  'perm-fail@simulator.notify': 'permanent-failure',
  'temp-fail@simulator.notify': 'temporary-failure',
};

/** Numbers and addresses that fail as they do at Notify; everything else is delivered, a letter posted. */
export function fateOf(type: 'sms' | 'email' | 'letter', to: string): NotifyFate {
  if (type === 'letter') return /^technical failure$/im.test(to) ? 'technical-failure' : 'received';
  if (type === 'email') return emails[to] ?? 'delivered';
  return texts[to.replace(/[^\d+]/g, '').replace(/^\+44/, '0')] ?? 'delivered';
}
