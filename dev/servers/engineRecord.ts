import { SetUpError } from '../failure';
import { readJson, writeJson } from '../writeFile';

/** Which program wrote the data of a server. */
export interface Engine {
  readonly engine: string;
  readonly version: string;
  readonly program: string;
}

type EngineRecord = Readonly<Record<string, Engine>>;

/**
 * Refuses data that another engine, or a later version of the same, has written; else remembers the present one.
 * `server` is its key in the record: `temporal` or `mongodb`.
 */
export function claimEngine(recordFile: string, server: string, found: Engine, variable: string): void {
  const record = readJson<EngineRecord>(recordFile) ?? {};
  const earlier = record[server];
  if (earlier && (earlier.engine !== found.engine || isOlder(found.version, earlier.version))) {
    throw new SetUpError(
      `The ${server} data in this folder was written by ${earlier.engine} ${earlier.version}, and ${found.engine} ${found.version} was found: ` +
        `set ${variable}=${earlier.program} to go on with the data, or run "npm run stack -- --clean" to begin anew.`
    );
  }
  if (earlier?.version !== found.version || earlier.program !== found.program) {
    writeJson(recordFile, { ...record, [server]: found });
  }
}

function isOlder(version: string, than: string): boolean {
  const [mine, theirs] = [version, than].map((text) => (text.match(/\d+/g) ?? []).map(Number));
  for (let place = 0; place < Math.max(mine?.length ?? 0, theirs?.length ?? 0); place += 1) {
    const difference = (mine?.[place] ?? 0) - (theirs?.[place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
