import type { Timeline } from '../../database/cases/caseEvents';
import { factsOf } from '../../database/cases/factsOf';
import type { NewOutboxItem } from '../../database/outbox';
import { effectiveFacts, eventsReviewed } from '../../domain/effectiveFacts';
import type { Fact } from '../../domain/fact';
import { inOrderOfHappening } from '../../domain/happening';
import type { Projection } from '../../domain/projection/projection';
import type { WitnessNews } from './prosecutionContract';

export interface ProsecutionContent {
  readonly news: Omit<WitnessNews, 'words'>;
  /** The prosecution's own reference; a person mends it where the prosecution knows none like it. */
  readonly urn?: string | undefined;
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
    case 'availabilitySent':
      return data.to === 'prosecution' ? { about: 'availability', data: { ...data } } : undefined;
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
export function prosecutionMessages(timeline: Timeline): (projection: Projection) => Promise<NewOutboxItem[]> {
  return async ({ summary, facts }) => {
    const { caseId, personId, urns, investigatingForce: force } = summary;
    const items: NewOutboxItem[] = [];
    for (const fact of facts) {
      const told = fact.parked === undefined ? toldOf(fact) : undefined;
      if (!told) continue;
      const { seq, happenedAt: at, by, noteId } = fact;
      const { withNote, data, ...rest } = told;
      const days = fact.kind === 'availabilitySent' ? daysToAvoid(await factsOf(timeline, caseId), fact) : {};
      for (const [place, urn] of urns.entries()) {
        const content: ProsecutionContent = {
          urn,
          news: { urn, witness: caseId, at, ...rest, data: { ...data, ...days } },
          fact: seq,
          ...(withNote && noteId !== undefined ? { noteId } : {}),
        };
        const about = { fact: String(seq), kind: fact.kind };
        const item = { caseId, personId, force, by, about, subjectId: personId, content };
        items.push({
          ...item,
          itemId: `prosecution-${caseId}-${seq}-${place}`,
          kind: 'prosecutionMessage',
          system: 'prosecution',
        });
      }
    }
    return items;
  };
}

/** The dates as they were when they were sent. The days alone: why somebody is away is not the court's to know. */
function daysToAvoid(facts: readonly Fact[], { seq, happenedAt }: Fact): Record<string, unknown> {
  const known = effectiveFacts(facts, eventsReviewed(facts)).filter((fact) => fact.seq < seq);
  const given = inOrderOfHappening(known).findLast(
    (fact): fact is Fact<'availabilityGiven'> => fact.kind === 'availabilityGiven' && fact.happenedAt <= happenedAt
  );
  if (!given) return {};
  const { datesToAvoid, none } = given.data;
  return {
    datesToAvoid: datesToAvoid.map(({ fromOn, untilOn }) => ({ fromOn, untilOn })),
    ...(none ? { none } : {}),
  };
}
