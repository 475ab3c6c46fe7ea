import type { NewOutboxItem } from '../../database/outbox';
import type { Fact } from '../../domain/fact';
import type { Projection } from '../../domain/projection/projection';
import type { WitnessNews } from './prosecutionContract';

export interface ProsecutionContent {
  readonly news: Omit<WitnessNews, 'words'>;
  /** Holds the words, where they are meant for the prosecution. */
  readonly noteId?: string | undefined;
  readonly fact: number;
}

type Told = Pick<WitnessNews, 'about' | 'data'> & { readonly withNote?: true };

/** What of a fact the prosecution is told; undefined where it is none of its business. */
function toldOf({ kind, data }: Fact): Told | undefined {
  switch (kind) {
    case 'attendanceAnswered':
      return { about: 'warned', data: { ...data } };
    case 'releaseTold':
      return { about: 'released', data: {} };
    case 'attendanceDoubted':
      return { about: 'mayNotAttend', data: { ...data }, withNote: true };
    case 'availabilityGiven':
      // The days alone: why somebody is away is not the court's to know.
      return {
        about: 'availability',
        data: { datesToAvoid: data.datesToAvoid.map(({ fromOn, untilOn }) => ({ fromOn, untilOn })) },
      };
    case 'evidenceNeedsAssessed': {
      const { practical, interpreter, accessibility } = data;
      return { about: 'needs', data: { practical, interpreter: interpreter?.language, accessibility } };
    }
    case 'tierDecided':
      return { about: 'flags', data: { ...data } };
    case 'personalStatementOffered':
    case 'statementMade':
      return { about: 'personalStatement', data: { ...data } };
    case 'expensesSent':
      return { about: 'expenses', data: {} };
    default:
      return undefined;
  }
}

/** One message for each new fact that the prosecution is told, to each prosecution that the case belongs to. */
export function prosecutionMessages({ summary, facts }: Projection): NewOutboxItem[] {
  const { caseId, personId, urns, investigatingForce: force } = summary;
  return facts.flatMap((fact) => {
    const told = fact.parked === undefined ? toldOf(fact) : undefined;
    if (!told) return [];
    const { seq, happenedAt: at, by, noteId } = fact;
    return urns.map((urn, place): NewOutboxItem => {
      const { withNote, ...rest } = told;
      const content: ProsecutionContent = {
        news: { urn, witness: caseId, at, ...rest },
        fact: seq,
        ...(withNote && noteId !== undefined ? { noteId } : {}),
      };
      const about = { fact: String(seq), kind: fact.kind };
      const item = { caseId, personId, force, by, about, subjectId: personId, content };
      return {
        ...item,
        itemId: `prosecution-${caseId}-${seq}-${place}`,
        kind: 'prosecutionMessage',
        system: 'prosecution',
      };
    });
  });
}
