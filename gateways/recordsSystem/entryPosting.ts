import type { NewOutboxItem } from '../../database/outbox';
import type { Fact } from '../../domain/fact';
import type { Projection } from '../../domain/projection/projection';
import { entryText } from './entryTexts';

/** What is filed, and about what; the words of the note are read when it is sent. */
export interface EntryContent {
  readonly reportId: string;
  readonly at: string;
  readonly by: string;
  readonly text: string;
  readonly noteId?: string | undefined;
  readonly corrects?: string | undefined;
}

/** The id of a fact's entry, here and in the records system. */
export function entryIdOf(caseId: string, seq: number): string {
  return `entry-${caseId}-${seq}`;
}

/** An entry for each new fact that belongs into the log of the crime. What is implausible waits for a person first. */
export function recordsEntries({ summary, facts }: Projection): NewOutboxItem[] {
  const { caseId, personId, reportId, investigatingForce: force } = summary;
  return facts.flatMap((fact: Fact) => {
    const entry = fact.parked === undefined ? entryText(fact) : undefined;
    if (!entry) return [];
    const { seq, happenedAt: at, by, noteId, supersedes } = fact;
    const content: EntryContent = {
      reportId,
      at,
      by,
      text: entry.text,
      ...(entry.withNote && noteId !== undefined ? { noteId } : {}),
      ...(supersedes === undefined ? {} : { corrects: entryIdOf(caseId, supersedes) }),
    };
    const itemId = entryIdOf(caseId, seq);
    const about = { fact: String(seq), kind: fact.kind };
    return [
      {
        itemId,
        kind: 'recordsEntry',
        system: 'recordsSystem',
        caseId,
        personId,
        force,
        by,
        about,
        subjectId: personId,
        content,
      },
    ];
  });
}
