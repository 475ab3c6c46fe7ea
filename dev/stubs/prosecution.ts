import type { z } from 'zod';
import { witnessNews } from '../../gateways/prosecution/prosecutionContract';
import { keptLines, type StubFile } from './keptLines';
import { stubRouter } from './stubRouter';

type Kept = z.output<typeof witnessNews> & { readonly messageId: string };

/** Stands in for the prosecution's witness system: keeps what it is told, in memory and, where a file is named, there too. */
export function prosecutionStub({ file, key }: { file?: StubFile; key?: string } = {}) {
  const kept = file === undefined ? undefined : keptLines<Kept>(file);
  const told: Kept[] = [...(kept?.all ?? [])];
  const unknown = new Set<string>();

  const router = stubRouter(key);
  router.put('/witness-messages/:messageId', (req, res) => {
    const { messageId } = req.params;
    const news = witnessNews.safeParse(req.body);
    if (!news.success) return void res.sendStatus(422);
    if (unknown.has(news.data.urn)) return void res.sendStatus(404);
    const known = told.find((each) => each.messageId === messageId);
    if (known) {
      const { messageId: _id, ...before } = known;
      if (JSON.stringify(before) !== JSON.stringify(news.data)) return void res.sendStatus(409);
      return void res.json({ id: messageId });
    }
    const fresh = { messageId, ...news.data };
    kept?.add(fresh);
    told.push(fresh);
    res.status(201).json({ id: messageId });
  });
  return {
    router,
    /** From now on it knows no such prosecution. */
    forgetUrn: (urn: string) => void unknown.add(urn),
    toldOf: (witness: string) => told.filter((each) => each.witness === witness),
  };
}
