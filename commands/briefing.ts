import { AnswerNotUnderstood, SystemAway } from '../gateways/systemCall';
import type { RecordedCrime, RecordedLog, RecordedPerson } from '../gateways/recordsSystem/recordsContract';
import type { CaseSummary } from '../domain/projection/caseSummary';
import type { Instant } from '../domain/time/londonTime';
import type { Engine } from './engine';

/** Why something is not shown: never left out without a word. */
export const missingReasons = [
  'noCrimeReference',
  'notConnected',
  'notKnownThere',
  'notHeldThere',
  'notMatched',
  'systemAway',
  'answerNotUnderstood',
] as const;

export interface Missing {
  readonly what: string;
  readonly because: (typeof missingReasons)[number];
  /** Since when the system does not answer. */
  readonly since?: Instant | undefined;
}

interface Shown<Told> {
  readonly told: Told;
  readonly fetchedAt: Instant;
  /** It was fetched just now, and is not what was kept from before. */
  readonly isFresh: boolean;
}

export interface Briefing {
  readonly crime?: Shown<RecordedCrime> | undefined;
  readonly people?: Shown<readonly RecordedPerson[]> | undefined;
  readonly log?: Shown<RecordedLog['entries']> | undefined;
  /** The victim among the people of the crime. */
  readonly person?: RecordedPerson | undefined;
  readonly suspects: readonly RecordedPerson[];
  readonly missing: readonly Missing[];
}

const parts = ['crime', 'people', 'log'] as const;
type Part = (typeof parts)[number];

/**
 * What the records system knows about a case, asked for now. What cannot be fetched is shown as it was kept, with its
 * time; what is not known is named. Throws DatabaseAway.
 */
export async function briefingOf(engine: Engine, about: CaseSummary, now: Instant): Promise<Briefing> {
  const { briefings, crimeReports, persons } = engine.database;
  const { caseId, personId, reportId } = about;
  const reference = await crimeReports.crimeReferenceOf(reportId);
  const records = engine.recordsSystem;
  const missing: Missing[] = [];
  const freshParts = new Set<Part>();

  if (records && reference !== undefined) {
    const asked = await Promise.allSettled(parts.map((part) => records[part](reference)));
    let away: Instant | undefined;
    for (const [at, answer] of asked.entries()) {
      const part = parts[at] as Part;
      if (answer.status === 'fulfilled') {
        await briefings.keep(caseId, personId, part, { fetchedAt: now, told: answer.value ?? null });
        freshParts.add(part);
      } else if (answer.reason instanceof SystemAway) {
        away ??= await briefings.markAway(caseId, personId, now);
        missing.push({ what: part, because: 'systemAway', since: away });
      } else if (answer.reason instanceof AnswerNotUnderstood)
        missing.push({ what: part, because: 'answerNotUnderstood' });
      else throw answer.reason;
    }
    if (away === undefined) await briefings.markAnswering(caseId);
  } else {
    missing.push({ what: 'crime', because: records ? 'noCrimeReference' : 'notConnected' });
  }

  const kept = await briefings.read(caseId, personId);
  const shown = <Told>(part: Part): Shown<Told> | undefined => {
    const found = kept.parts[part];
    if (!found) return undefined;
    if (found.told === null) {
      missing.push({ what: part, because: 'notKnownThere' });
      return undefined;
    }
    return { told: found.told as Told, fetchedAt: found.fetchedAt, isFresh: freshParts.has(part) };
  };
  const crime = shown<RecordedCrime>('crime');
  const people = shown<RecordedPerson[]>('people');
  const log = shown<RecordedLog['entries']>('log');
  const details = people && (await persons.readPerson(personId));
  const person = people?.told.find((each) => isSame(each, details));
  const suspects = people?.told.filter(({ roles }) => roles.includes('suspect')) ?? [];

  for (const what of ['officerInCase', 'links', 'soleCallers'] as const) {
    if (crime && crime.told[what] === null) missing.push({ what, because: 'notHeldThere' });
  }
  if (people && !person) missing.push({ what: 'person', because: 'notMatched' });
  if (person) missing.push(...notHeld('person', person));
  if (people && suspects.length === 0) missing.push({ what: 'suspects', because: 'notKnownThere' });
  for (const [at, each] of suspects.entries()) missing.push(...notHeld(`suspects/${at}`, each));
  return { crime, people, log, person, suspects, missing };
}

function notHeld(what: string, { warningMarkers, history }: RecordedPerson): Missing[] {
  return [
    ...(warningMarkers === null ? [{ what: `${what}/warningMarkers`, because: 'notHeldThere' as const }] : []),
    ...(history === null ? [{ what: `${what}/history`, because: 'notHeldThere' as const }] : []),
  ];
}

const folded = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The same name and no other day of birth: markers of somebody else would be worse than none. */
function isSame(
  one: RecordedPerson,
  known: { readonly name: string; readonly dateOfBirth?: string | undefined } | undefined
): boolean {
  if (!known || folded(one.name) !== folded(known.name)) return false;
  return !one.dateOfBirth || !known.dateOfBirth || one.dateOfBirth === known.dateOfBirth;
}
