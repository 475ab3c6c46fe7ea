import type { Notify } from '../notify/notify';
import { outcomeOf } from '../notify/notifyStatus';
import type { SecureEmail } from './secureEmail';

/** Secure e-mail by GOV.UK Notify, which meets the government's secure e-mail policy for the domains that are allowed. */
export function notifySecureEmail(notify: Notify): SecureEmail {
  return {
    async send({ to, subject, body, reference }) {
      await notify.send({ to, channel: 'email', subject, body, reference });
    },
    async find(reference) {
      const known = await notify.findByReference(reference);
      return known && (outcomeOf(known.status)?.as ?? 'sending');
    },
  };
}
