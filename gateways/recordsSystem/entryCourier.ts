import type { CrimeReports } from '../../database/intake/crimeReports';
import type { Notes } from '../../database/cases/notes';
import { addHours } from '../../domain/time/londonTime';
import type { Courier } from '../courier';
import type { EntryContent } from './entryPosting';
import type { RecordsSystem } from './recordsSystem';

interface Parts {
  readonly records: RecordsSystem | undefined;
  readonly crimeReports: Pick<CrimeReports, 'crimeReferenceOf'>;
  readonly notes: Pick<Notes, 'readNotes'>;
}

const longestText = 10_000;

/**
 * Files entries in the log of their crime. The entry's id is ours, so that a second try files nothing twice. Without a
 * crime reference it waits for one, and for the connection where there is none.
 */
export function entryCourier({ records, crimeReports, notes }: Parts): Courier {
  return {
    async deliver(item, content, now) {
      const { reportId, at, by, text, noteId, corrects } = content as EntryContent;
      const waits = (because: string) => ({ delivered: { as: 'waits' as const, until: addHours(now, 1), because } });
      if (!records) return waits('notConnected');
      const reference = await crimeReports.crimeReferenceOf(reportId);
      if (reference === undefined) return waits('noCrimeReference');
      const note = noteId === undefined ? undefined : (await notes.readNotes([noteId])).get(noteId)?.text;
      const words = note === undefined ? text : `${text}\n${note}`;
      const entry = { at, by, text: words.slice(0, longestText), ...(corrects === undefined ? {} : { corrects }) };
      const answer = await records.addEntry(reference, item.itemId, entry);
      if (answer !== 'taken') return { delivered: { as: 'parked', because: answer } };
      return { delivered: { as: 'delivered', reference: item.itemId } };
    },
  };
}
