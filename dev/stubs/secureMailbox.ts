import { Router } from 'express';
import { routeRefused } from '../../gateways/supportService/partnerRoutes';
import { keptLines, type StubFile } from './keptLines';

export interface MailboxEmail {
  readonly reference: string | null;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

export interface SecureMailbox {
  readonly router: Router;
  readonly received: readonly MailboxEmail[];
  keep(email: MailboxEmail): void;
}

/** Stands in for the secure mail of partners: it keeps what came for the domains that are allowed, and nothing else. */
export function secureMailbox(emailDomains: readonly string[], file?: StubFile): SecureMailbox {
  const lines = file === undefined ? undefined : keptLines<MailboxEmail>(file);
  const received: MailboxEmail[] = [...(lines?.all ?? [])];
  return {
    received,
    keep(email) {
      if (routeRefused({ kind: 'secureEmail', address: email.to }, { emailDomains }) !== undefined) return;
      lines?.add(email);
      received.push(email);
    },
    /** What it holds, for whoever tries the service out. */
    router: Router().get('/received', (_req, res) => {
      res.json({ items: received });
    }),
  };
}
