import { randomUUID } from 'node:crypto';
import type { Instant } from '../../domain/time/londonTime';
import type { ReportSource } from '../../domain/vocabulary';
import type { PersonalData } from '../encryption/personalData';
import { preferredChannel, safeChannels, type PersonDetails } from '../people/personDetails';
import type { Persons } from '../people/persons';
import type { ReportedPerson, StoredPerson } from './reportContent';
import type { KeyedHash } from '../encryption/searchHashes';

/** Where a report comes from: the force whose system it is, and the source. */
export interface ReportingSystem {
  readonly source: ReportSource;
  readonly force: string;
  /** The forces whose cases its people's are. */
  readonly forces: readonly string[];
}

/** One system for the whole country; every other source is another system in each force. */
const nationalSources: readonly ReportSource[] = ['reportFraud'];

/**
 * The person ids of everybody in a report, in its order; `made` are those that nobody had before. `knownFirst` is the id
 * of the first person where it is known otherwise than by their reference.
 */
export async function personIds(
  system: ReportingSystem,
  people: readonly ReportedPerson[],
  persons: Persons,
  hash: KeyedHash,
  { now, knownFirst }: { readonly now: Instant; readonly knownFirst?: string | undefined }
): Promise<{ readonly all: readonly string[]; readonly made: readonly string[] }> {
  const made: string[] = [];
  const all = people.map(async (person, index) => {
    if (index === 0 && knownFirst !== undefined) return knownFirst;
    const { personReference, kind, ...details } = person;
    const hashed = personReference && hash('personReference', `${nameOf(system)} ${personReference}`);
    if (hashed) return persons.claimId(hashed, { kind, details, forces: system.forces }, now);
    const personId = randomUUID();
    made.push(personId);
    return personId;
  });
  return { all: await Promise.all(all), made };
}

/** References are the system's own: the same one in another force's, or from another source, is somebody else. */
function nameOf({ source, force }: ReportingSystem): string {
  return nationalSources.includes(source) ? source : `${source} ${force}`;
}

/** Gives each person their case, and puts their details under their own key. */
export async function sealPeople(
  people: readonly ReportedPerson[],
  ids: readonly string[],
  personal: PersonalData
): Promise<StoredPerson[]> {
  const sealed = people.map(async (person, index) => {
    const { role, kind, stances, contactPoints } = person;
    const [personId, caseId] = [ids[index] ?? randomUUID(), randomUUID()];
    return {
      personId,
      caseId,
      role,
      kind,
      safeChannels: safeChannels(person),
      preferredChannel: preferredChannel(contactPoints),
      stances,
      sealed: await personal.seal(personId, `reported ${caseId}`, detailsOf(person)),
    };
  });
  return Promise.all(sealed);
}

function detailsOf(person: ReportedPerson): PersonDetails {
  const { name, dateOfBirth, under18, language, interpreterNeeded, contactPoints, representatives, needs } = person;
  return {
    name,
    dateOfBirth,
    under18,
    language,
    interpreterNeeded,
    contactPoints,
    representatives: representatives.map((each) => ({
      ...each,
      representativeId: each.representativeId ?? randomUUID(),
    })),
    needs,
  };
}
