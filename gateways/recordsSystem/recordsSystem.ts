import { putOnce } from '../putOnce';
import { callSystem, pathOf, SystemAway, understood, type SystemAddress } from '../systemCall';
import {
  recordedCrime,
  recordedLog,
  recordedPeople,
  type NewLogEntry,
  type RecordedCrime,
  type RecordedLog,
  type RecordedPerson,
} from './recordsContract';

/** A police records system. Each throws SystemAway or AnswerNotUnderstood; undefined is a crime that it does not know. */
export interface RecordsSystem {
  crime(reference: string): Promise<RecordedCrime | undefined>;
  people(reference: string): Promise<readonly RecordedPerson[] | undefined>;
  /** Newest first. */
  log(reference: string): Promise<RecordedLog['entries'] | undefined>;
  /** Files an entry under an id of ours: the same again files nothing. */
  addEntry(
    reference: string,
    entryId: string,
    entry: NewLogEntry
  ): Promise<'taken' | 'crimeUnknown' | 'anotherUnderThisId' | 'refused'>;
}

/** The records system at an address, by its HTTP interface. */
export function recordsSystem(address: SystemAddress): RecordsSystem {
  async function read<Shape extends Parameters<typeof understood>[0]>(shape: Shape, ...parts: string[]) {
    const { status, answer } = await callSystem(address, { method: 'GET', path: pathOf('crimes', ...parts) });
    if (status === 404) return undefined;
    // A key that is not accepted is mended at the other side or in our settings; until then it is away.
    if (status !== 200) throw new SystemAway(`It answers ${status}`);
    return understood(shape, answer);
  }

  return {
    crime: async (reference) => (await read(recordedCrime, reference)) as RecordedCrime | undefined,
    people: async (reference) =>
      ((await read(recordedPeople, reference, 'people')) as { people: RecordedPerson[] } | undefined)?.people,
    log: async (reference) => ((await read(recordedLog, reference, 'log')) as RecordedLog | undefined)?.entries,
    addEntry: (reference, entryId, entry) =>
      putOnce(address, { at: ['crimes', reference, 'log', entryId], body: entry, unknown: 'crimeUnknown' }),
  };
}
