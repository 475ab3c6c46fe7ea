import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { crimeTypeNamed, crimeTypes } from '../../cli/policeData/crimeTypes';
import { outcomeEvents, type KnownCase } from '../../cli/policeData/outcomeEvents';
import { outcomeMeanings, outcomeNamed } from '../../cli/policeData/outcomeMeanings';
import { forceIdOf } from '../../cli/policeData/policeForce';
import type { NewFact } from '../../domain/fact';
import { summaryOf } from '../../domain/projection/caseSummary';
import { offenceCategories } from '../../domain/vocabulary';
import { PureCase } from '../support/caseBuilder';

const until = '2026-11-22T07:00:00.000Z';

function record(victimCase: PureCase, { kind, data, happenedAt, source, suspects, receivedAt }: NewFact): void {
  victimCase.record(kind, data, happenedAt, { source, suspects, receivedAt, now: until });
}

/** A case that is told outcomes, one after the other, as the import tells them. */
function caseTold(...outcomes: readonly string[]): PureCase {
  const victimCase = PureCase.open({ receivedAt: '2026-01-05T10:00:00.000Z' });
  for (const [index, outcome] of outcomes.entries()) {
    const told = { crimeId: 'abc', outcome, month: `2026-0${index + 2}` };
    const known: KnownCase = summaryOf(victimCase.careRecord);
    for (const { body } of outcomeEvents(told, known, until)) record(victimCase, body as unknown as NewFact);
  }
  return victimCase;
}

describe('The table of crime types', () => {
  it('gives every type a category of the domain and an assumption in a sentence', () => {
    expect(crimeTypes).toHaveLength(14);
    for (const { category, assumption } of crimeTypes) {
      expect(offenceCategories).toContain(category);
      expect(assumption).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('knows no victim of anti-social behaviour, drugs and possession of weapons, and a business of shoplifting', () => {
    const named = (victim: string): string[] =>
      crimeTypes.filter((type) => type.victim === victim).map(({ name }) => name);
    expect(named('none')).toEqual(['Anti-social behaviour', 'Drugs', 'Possession of weapons']);
    expect(named('business')).toEqual(['Shoplifting']);
  });
});

describe('The table of outcomes', () => {
  it.each(outcomeMeanings.map(({ name }) => name))('records "%s" on a new case without parking a fact', (name) => {
    const { facts } = caseTold(name).careRecord;
    expect(facts.map(({ kind }) => kind)).toEqual((outcomeNamed(name)?.events ?? []).map(({ kind }) => kind));
    expect(facts.filter(({ parked }) => parked)).toEqual([]);
  });

  it.each([
    ['Suspect charged', 'court'],
    ['Awaiting court outcome', 'court'],
    ['Court result unavailable', 'court'],
    ['Suspect charged as part of another case', 'court'],
    ['Defendant sent to Crown Court', 'court'],
    ['Defendant found not guilty', 'closure'],
    ['Court case unable to proceed', 'closure'],
    ['Offender sent to prison', 'closure'],
    ['Unable to prosecute suspect', 'closure'],
    ['Local resolution', 'closure'],
    ['Investigation complete; no suspect identified', 'closure'],
    ['Under investigation', 'firstContact'],
  ])('takes a case by "%s" to the stage %s', (name, stage) => {
    expect(summaryOf(caseTold(name).careRecord).stage).toBe(stage);
  });

  it('opens no Right to Review where the reason of the police is not stated', () => {
    const reviewable = outcomeMeanings.filter(({ events }) =>
      events.some((event) => event.kind === 'noFurtherAction' && event.data.rightToReview)
    );
    expect(reviewable.map(({ name }) => name)).toEqual(['Formal action is not in the public interest']);
  });

  it('records one charge and one verdict, whichever outcomes imply them', () => {
    const { facts } = caseTold(
      'Suspect charged',
      'Awaiting court outcome',
      'Offender fined',
      'Offender sent to prison'
    ).careRecord;
    expect(facts.map(({ kind }) => kind)).toEqual([
      'suspectCharged',
      'verdictGiven',
      'sentencePassed',
      'sentencePassed',
    ]);
  });

  it('takes a case that was closed to court when a suspect is charged later', () => {
    const told = caseTold('Investigation complete; no suspect identified', 'Suspect charged');
    expect(summaryOf(told.careRecord).stage).toBe('court');
  });
});

describe('The id of a force', () => {
  it.each([
    ['Hertfordshire Constabulary', 'hertfordshire'],
    ['City of London Police', 'city-of-london'],
    ['Metropolitan Police Service', 'metropolitan'],
    ['Devon & Cornwall Police', 'devon-and-cornwall'],
    ['Police Service of Northern Ireland', 'northern-ireland'],
    ['British Transport Police', 'btp'],
    ['Dyfed-Powys Police', 'dyfed-powys'],
    ['Nowhere', undefined],
    ['', undefined],
  ])('of %s is %s', (name, id) => expect(forceIdOf(name)).toBe(id));
});

const realFolder = path.resolve(
  process.env.VICTIM_CASE_DATA ?? path.join(__dirname, '../../../shared/data'),
  'crime-reports'
);
const realFiles = existsSync(realFolder)
  ? readdirSync(realFolder, { recursive: true }).map((name) => path.join(realFolder, String(name)))
  : [];
if (realFiles.length === 0) console.warn(`Skipped: no crime reports in ${realFolder}. Set VICTIM_CASE_DATA.`);

(realFiles.length > 0 ? describe : describe.skip)('The real files', () => {
  it('hold no crime type, no outcome and no force that the tables do not have', () => {
    const seen = { 'Crime type': new Set<string>(), outcome: new Set<string>(), 'Reported by': new Set<string>() };
    for (const file of realFiles.filter((name) => name.endsWith('.csv.gz'))) {
      const [header = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').split(/\r?\n/);
      const columns = header.split(',');
      const outcomeColumn = columns.findIndex((name) => /^(Outcome type|Last outcome category)$/.test(name));
      for (const line of lines) {
        const cells = line.split(',');
        if (cells.length !== columns.length) continue;
        seen.outcome.add(cells[outcomeColumn] ?? '');
        seen['Crime type'].add(cells[columns.indexOf('Crime type')] ?? '');
        seen['Reported by'].add(cells[columns.indexOf('Reported by')] ?? '');
      }
    }
    expect([...seen['Crime type']].filter((name) => name && !crimeTypeNamed(name))).toEqual([]);
    expect([...seen.outcome].filter((name) => name && !outcomeNamed(name))).toEqual([]);
    expect([...seen['Reported by']].filter((name) => !forceIdOf(name))).toEqual([]);
    expect(seen['Crime type'].size).toBeGreaterThan(10);
  });
});
