// Written by: the API, before the command that refers to the note.
import { trusted, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import { collection } from '../store/collection';
import type { PersonalData } from '../encryption/personalData';

/** Free text about a case. It travels by its id alone. */
export interface Note {
  readonly noteId: string;
  /** Under whose key it is kept, and erased. */
  readonly personId: string;
  readonly caseId: string;
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
}

interface NoteDocument {
  readonly _id: string;
  readonly personId: string;
  readonly caseId: string;
  readonly sealed: string;
  readonly by: string;
  readonly at: Instant;
}

export interface Notes {
  /** The first text under an id stays: the same command sent again changes nothing. */
  keepNote(note: Note): Promise<void>;
  /** Those that exist and were not erased, by id. */
  readNotes(noteIds: readonly string[]): Promise<ReadonlyMap<string, Note>>;
}

export function notes(connection: Connection): Model<NoteDocument> {
  const fields = { personId: String, caseId: String, sealed: String, by: String, at: String };
  return collection(connection, 'notes', fields, []);
}

export function notesStore(model: Model<NoteDocument>, personal: PersonalData): Notes {
  return {
    async keepNote({ noteId, personId, caseId, text, by, at }) {
      const sealed = await personal.seal(personId, `note ${noteId}`, text);
      await model.updateOne({ _id: noteId }, { $setOnInsert: { personId, caseId, sealed, by, at } }, { upsert: true });
    },
    async readNotes(noteIds) {
      if (noteIds.length === 0) return new Map();
      const found = await model.find({ _id: trusted({ $in: noteIds }) }).lean<NoteDocument[]>();
      const read = await Promise.all(
        found.map(async ({ _id: noteId, sealed, ...note }) => {
          const text = await personal.unseal<string>(note.personId, `note ${noteId}`, sealed);
          return text === undefined ? [] : [{ noteId, text, ...note }];
        })
      );
      return new Map(read.flat().map((note) => [note.noteId, note]));
    },
  };
}
