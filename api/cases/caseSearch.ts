import { z } from 'zod';
import type { Cases } from '../../database/cases/cases';
import type { CrimeReports } from '../../database/intake/crimeReports';
import type { Persons } from '../../database/people/persons';
import { isInScope } from '../../database/store/scope';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import { reportSources } from '../../domain/vocabulary';
import { caseShape } from './caseShape';
import { pageOf } from '../http/answerShapes';
import { shownCase } from './cases';
import { endpoint, type Endpoint } from '../http/endpoint';
import { Problem } from '../http/errors';
import { scopesOf } from '../access/scopes';
import { shortText } from '../http/values';

const searchBody = z
  .strictObject({
    crimeReference: shortText.optional(),
    operationReference: shortText.optional(),
    phone: shortText.optional(),
    email: shortText.optional(),
    surname: shortText.optional(),
    source: z.enum(reportSources).optional(),
    sourceReference: shortText.optional(),
  })
  .refine(({ source, sourceReference }) => (source === undefined) === (sourceReference === undefined), {
    error: 'Name source and sourceReference together',
    path: ['sourceReference'],
  })
  .refine(({ source: _source, ...by }) => Object.keys(by).length === 1, 'Search by one thing at a time')
  .meta({ id: 'CaseSearch' });

const mostFound = 100;

interface Stores {
  readonly cases: Cases;
  readonly crimeReports: CrimeReports;
  readonly persons: Persons;
}

/** Search by what must not stand in an address: a POST that changes nothing. */
export function caseSearch({ cases, crimeReports, persons }: Stores): Endpoint[] {
  async function found(by: z.output<typeof searchBody>): Promise<readonly CaseSummary[]> {
    if (by.crimeReference !== undefined) {
      return cases.findCases(await crimeReports.casesByCrimeReference(by.crimeReference));
    }
    if (by.operationReference !== undefined) {
      return cases.findCases(await crimeReports.casesByOperation(by.operationReference));
    }
    if (by.source !== undefined && by.sourceReference !== undefined) {
      const report = await crimeReports.findBySource(by.source, by.sourceReference);
      return report ? cases.findCases(report.people.map(({ caseId }) => caseId)) : [];
    }
    const { phone, email, surname = '' } = by;
    const search = phone !== undefined ? { phone } : email !== undefined ? { email } : { surname };
    return cases.casesOfPersons(await persons.findPersons(search, mostFound), mostFound);
  }

  return [
    endpoint({
      method: 'post',
      path: '/cases/search',
      summary: 'Find cases by a reference, or by a person',
      body: searchBody,
      answers: { 200: { description: 'At most 100 cases, newest first.', schema: pageOf(caseShape) } },
      async handle(asked) {
        const { phone, email, surname } = asked.body;
        const isByPerson = [phone, email, surname].some((each) => each !== undefined);
        if (isByPerson && asked.roles.every((role) => role === 'reporting-system')) {
          throw new Problem('notAllowed', 'A reporting system searches by references alone.');
        }
        const scopes = scopesOf(asked);
        const inScope = (await found(asked.body)).filter((each) => scopes.some((scope) => isInScope(each, scope)));
        const newestFirst = [...inScope].sort((one, other) => (one.openedAt < other.openedAt ? 1 : -1));
        return { status: 200, body: { items: newestFirst.slice(0, mostFound).map(shownCase) } };
      },
    }),
  ];
}
