import type { NewOutboxItem } from '../../database/outbox';
import type { Projection } from '../../domain/projection/projection';

export interface PortalContent {
  readonly reportId: string;
  readonly at: string;
  /** Holds the words. */
  readonly noteId: string;
  /** Numbers of the facts that it answers or is about. */
  readonly about: readonly number[];
  readonly kind: 'victimAnswered' | 'updatePublished';
}

/** What an officer wrote for TrackMyCrime: an answer to the victim, or an update. */
export function trackMyCrimeMessages({ summary, facts }: Projection): NewOutboxItem[] {
  const { caseId, personId, reportId, investigatingForce: force } = summary;
  return facts.flatMap((fact) => {
    const isForPortal =
      fact.kind === 'updatePublished' || (fact.kind === 'victimAnswered' && fact.data.by === 'trackMyCrime');
    if (!isForPortal || fact.noteId === undefined || fact.parked !== undefined) return [];
    const { seq, happenedAt: at, noteId, by, kind } = fact;
    const content: PortalContent = { reportId, at, noteId, about: fact.data.about, kind };
    const itemId = `portal-${caseId}-${seq}`;
    const about = { fact: String(seq), kind };
    const sent = { kind: 'trackMyCrimeMessage', system: 'trackMyCrime', about, subjectId: personId, content } as const;
    return [{ itemId, caseId, personId, force, by, ...sent }];
  });
}
