import { compliancePath, type ComplianceOptions } from '../complianceOptions';
import type { Reader } from '../service/readOnly';
import { readLaw } from './law';
import { listedCases, readLife, type Life } from './life';
import { recountCase, type Recounted } from './recount';
import { Rows } from './rows';
import { differences, numbersIn, rowsSaid, type ComplianceFiguresSaid } from './said';

export interface Verified {
  readonly cases: number;
  readonly duties: number;
  readonly numbers: number;
  /** How many more duties the report counts as due, of restricted cases that do not name who asks: nobody recounts them. */
  readonly dueInRestrictedCases: number;
  readonly differences: readonly string[];
  /** Duties that the ledger shows otherwise than the facts say, to find where a difference comes from. */
  readonly dutiesThatDiffer: readonly string[];
}

const atOnce = 8;
const mostShown = 50;

/** Asks for the report on the cases that the caller may open, recounts all of it from the facts of each, and compares. */
export async function verifyCompliance(reader: Reader, options: ComplianceOptions): Promise<Verified> {
  const whole = await reader.json<ComplianceFiguresSaid>(compliancePath(options));
  const said = await reader.json<ComplianceFiguresSaid>(compliancePath(options, 'ifNamed'));
  const law = await readLaw(reader);
  const rows = new Rows(said);
  const dutiesThatDiffer: string[] = [];
  let [cases, duties] = [0, 0];
  const count = (life: Life): void => {
    const recounted = recountCase(life, law, said.asOf);
    cases += 1;
    duties += recounted.length;
    for (const duty of recounted) rows.add(duty, life.owningTeam);
    if (dutiesThatDiffer.length < mostShown) dutiesThatDiffer.push(...unlikeTheLedger(life, recounted));
  };
  for await (const listed of listedCases(reader, options)) {
    for (let next = 0; next < listed.length; next += atOnce) {
      const lives = listed.slice(next, next + atOnce).map((each) => readLife(reader, each));
      (await Promise.all(lives)).forEach(count);
    }
  }
  const [told, found] = [rowsSaid(said), rows.rows()];
  const dueInRestrictedCases = whole.total.due - said.total.due;
  const differ = differences(told, found);
  return { cases, duties, numbers: numbersIn(told), dueInRestrictedCases, differences: differ, dutiesThatDiffer };
}

function unlikeTheLedger({ caseId, ledger }: Life, recounted: readonly Recounted[]): string[] {
  const shown = new Map(ledger.map((line) => [line.dutyId, line.standing]));
  const unlike = recounted
    .filter(({ dutyId, standing }) => shown.get(dutyId) !== standing)
    .map(({ dutyId, standing }) => `${caseId} ${dutyId}: ${shown.get(dutyId) ?? 'absent'}, by the facts ${standing}`);
  const known = new Set(recounted.map(({ dutyId }) => dutyId));
  const extra = ledger.filter(({ dutyId }) => !known.has(dutyId));
  return [...unlike, ...extra.map(({ dutyId, standing }) => `${caseId} ${dutyId}: ${standing}, by the facts absent`)];
}
