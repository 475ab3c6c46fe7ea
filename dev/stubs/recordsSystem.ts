import type { Response } from 'express';
import { z } from 'zod';
import { newLogEntry, recordedCrime, recordedLog, recordedPeople } from '../../gateways/recordsSystem/recordsContract';
import { keptLines, type StubFile } from './keptLines';
import { stubRouter } from './stubRouter';

/** What the stand-in knows of a crime; what is not given it does not hold. */
const keptCrime = z.object({
  crime: recordedCrime,
  people: recordedPeople.shape.people.default([]),
  log: recordedLog.shape.entries.default([]),
});
type KeptCrime = z.output<typeof keptCrime>;

/**
 * Stands in for a police records system: it speaks the same HTTP, keeps what it gets in memory and, where a file is
 * named, there too. A crime that nobody gave it is unknown, unless `knowsAll`: then it has an empty one.
 */
export function recordsSystemStub({
  file,
  key,
  knowsAll = false,
}: { file?: StubFile; key?: string; knowsAll?: boolean } = {}) {
  const lines = file === undefined ? undefined : keptLines<KeptCrime>(file);
  // The last line of a crime is how it stands.
  const crimes = new Map((lines?.all ?? []).map((each) => [each.crime.reference, each]));
  const save = (crime: KeptCrime) => lines?.add(crime);

  function crimeOf(reference: string): KeptCrime | undefined {
    if (knowsAll && !crimes.has(reference)) crimes.set(reference, emptyCrime(reference));
    return crimes.get(reference);
  }
  const answer = (res: Response, found: object | undefined) => (found ? res.json(found) : res.sendStatus(404));

  const router = stubRouter(key);
  router.get('/crimes/:reference', (req, res) => void answer(res, crimeOf(req.params.reference)?.crime));
  router.get('/crimes/:reference/people', (req, res) => {
    const found = crimeOf(req.params.reference);
    answer(res, found && { people: found.people });
  });
  router.get('/crimes/:reference/log', (req, res) => {
    const found = crimeOf(req.params.reference);
    answer(res, found && { entries: [...found.log].sort((one, other) => (one.at < other.at ? 1 : -1)) });
  });
  router.put('/crimes/:reference/log/:entryId', (req, res) => {
    const found = crimeOf(req.params.reference);
    const entry = newLogEntry.safeParse(req.body);
    if (!found) return void res.sendStatus(404);
    if (!entry.success) return void res.sendStatus(422);
    const { entryId } = req.params;
    const known = found.log.find((each) => each.entryId === entryId);
    if (known && (known.text !== entry.data.text || known.at !== entry.data.at)) return void res.sendStatus(409);
    if (known) return void res.json({ id: entryId });
    found.log.push({ entryId, ...entry.data });
    save(found);
    res.status(201).json({ id: entryId });
  });
  return {
    router,
    /** Makes a crime known to it. */
    know(given: z.input<typeof keptCrime>) {
      const crime = keptCrime.parse(given);
      crimes.set(crime.crime.reference, crime);
      save(crime);
    },
    logOf: (reference: string) => crimes.get(reference)?.log ?? [],
  };
}

function emptyCrime(reference: string): KeptCrime {
  const crime = { reference, status: 'Under investigation', officerInCase: null, links: null, soleCallers: null };
  return { crime, people: [], log: [] };
}
