import { instant } from '../../domain/time/londonTime';
import { stopped } from '../service/serviceClient';
import { saveNow, type ImportRun } from './importRun';
import type { Counts } from './importState';
import type { KeptOutcome } from './keptOutcomes';
import { oneAfterAnother } from './oneAfterAnother';
import { tellOutcome } from './tellOutcome';

/**
 * Tries the kept outcomes that `isDue` picks once more: `applied + alreadyKnown + stillKept + rejected = tried`.
 * Undefined where none was picked.
 */
export async function tellKeptOutcomes(
  run: ImportRun,
  isDue: (outcome: KeptOutcome) => boolean
): Promise<Counts | undefined> {
  const counts: Counts = { tried: 0, applied: 0, alreadyKnown: 0, stillKept: 0, rejected: 0 };
  const add = (name: string): void => void (counts[name] = (counts[name] ?? 0) + 1);
  const until = instant(Date.now());
  const forOneCrime = oneAfterAnother();

  const stays = async (kept: KeptOutcome): Promise<boolean> => {
    if (!isDue(kept)) return true;
    add('tried');
    const { crimeId, month, outcome, force, file, line } = kept;
    const telling = { outcome: { crimeId, month, outcome }, force, until };
    const told = await forOneCrime(crimeId, () => tellOutcome(run.client, telling));
    if (told === 'crimeUnknown') add('stillKept');
    else if (typeof told === 'string') add(told);
    else {
      add('rejected');
      run.rejects.reject(file, line, told.broken);
    }
    return told === 'crimeUnknown';
  };

  await run.kept.sift(run.atATime, stays, run.stop);
  saveNow(run);
  if (run.stop?.aborted) throw stopped();
  return counts.tried ? counts : undefined;
}
