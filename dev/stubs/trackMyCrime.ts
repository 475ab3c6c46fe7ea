import type { z } from 'zod';
import { publishedMessage } from '../../gateways/trackMyCrime/trackMyCrime';
import { keptLines, type StubFile } from './keptLines';
import { stubRouter } from './stubRouter';

type Kept = z.output<typeof publishedMessage> & { readonly messageId: string; readonly crimeReference: string };

/** Stands in for TrackMyCrime: keeps what is published to victims, in memory and, where a file is named, there too. */
export function trackMyCrimeStub({ file, key }: { file?: StubFile; key?: string } = {}) {
  const kept = file === undefined ? undefined : keptLines<Kept>(file);
  const messages: Kept[] = [...(kept?.all ?? [])];
  const unknown = new Set<string>();

  const router = stubRouter(key);
  router.put('/crimes/:crimeReference/messages/:messageId', (req, res) => {
    const { crimeReference, messageId } = req.params;
    const message = publishedMessage.safeParse(req.body);
    if (unknown.has(crimeReference)) return void res.sendStatus(404);
    if (!message.success) return void res.sendStatus(422);
    const known = messages.find((each) => each.crimeReference === crimeReference && each.messageId === messageId);
    if (known && known.text !== message.data.text) return void res.sendStatus(409);
    if (known) return void res.json({ id: messageId });
    const fresh = { crimeReference, messageId, ...message.data };
    kept?.add(fresh);
    messages.push(fresh);
    res.status(201).json({ id: messageId });
  });
  return {
    router,
    /** From now on it does not know this crime. */
    forgetCrime: (crimeReference: string) => void unknown.add(crimeReference),
    published: (crimeReference: string) => messages.filter((each) => each.crimeReference === crimeReference),
  };
}
