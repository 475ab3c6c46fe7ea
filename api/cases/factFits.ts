import type { CrimeReports } from '../../database/intake/crimeReports';
import type { Timeline } from '../../database/cases/caseEvents';
import type { SecurityQuestions } from '../../database/contact/securityQuestions';
import type { Persons } from '../../database/people/persons';
import { conversationOfFacts } from '../../domain/care/conversationOfFacts';
import { isIdentityOpen, type IdentityStanding } from '../../domain/care/identity';
import type { FactData, FactKind } from '../../domain/fact';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { Instant } from '../../domain/time/londonTime';
import { allFacts } from './timeline';
import { Problem, type Fault } from '../http/errors';

/** What a fact is held against. */
export interface FactStores {
  readonly persons: Pick<Persons, 'readPerson' | 'idsOf'>;
  readonly securityQuestions: Pick<SecurityQuestions, 'questionsOf'>;
  readonly timeline: Timeline;
  readonly crimeReports: Pick<CrimeReports, 'findReport'>;
}

/** A fact about to be told; `pointer` is where its data stand in the body, `at` when it happened. */
interface Told {
  readonly at: Instant;
  readonly kind: FactKind;
  readonly data: object;
  readonly pointer: string;
}

/**
 * Throws where a fact names what this case has not: a stranger, a report that is not there, another's statement. To be
 * asked only of what is new: what was told before is answered as it was then.
 */
export async function fitOf(stores: FactStores, about: CaseSummary, told: Told): Promise<() => void> {
  const errors = await misfits(stores, about, told);
  return () => {
    if (errors.length > 0) throw new Problem('invalidBody', 'The body is not as it should be.', { errors });
  };
}

async function misfits(stores: FactStores, about: CaseSummary, told: Told): Promise<Fault[]> {
  const { persons, crimeReports } = stores;
  const { kind, data, pointer, at } = told;
  const strangers = async (named: readonly { id: string; pointer: string }[]) => {
    const person = named.length === 0 ? undefined : await persons.readPerson(about.personId);
    const known = new Set(person?.representatives.map(({ representativeId }) => representativeId));
    const wrong = named.filter(({ id }) => !known.has(id));
    return wrong.map((each) => ({ pointer: each.pointer, message: 'The person has no such representative' }));
  };
  switch (kind) {
    case 'victimContractAgreed': {
      const { mayAlsoTell = [] } = data as FactData['victimContractAgreed'];
      return strangers(mayAlsoTell.map((id, index) => ({ id, pointer: `${pointer}/mayAlsoTell/${index}` })));
    }
    case 'representativeAppointed': {
      const { representativeId: id } = data as FactData['representativeAppointed'];
      return strangers([{ id, pointer: `${pointer}/representativeId` }]);
    }
    case 'statementMade': {
      const { statement } = data as FactData['statementMade'];
      const isBusiness = about.personKind === 'business';
      if ((statement === 'businessImpact') === isBusiness) return [];
      const message = isBusiness
        ? 'A business makes an Impact Statement'
        : 'Only a business makes an Impact Statement for Business';
      return [{ pointer: `${pointer}/statement`, message }];
    }
    case 'victimTold':
    case 'victimUpdateGiven': {
      const shared = { ...(data as FactData['victimTold']), at };
      if (!isIdentityOpen(shared, await identityStanding(stores, about))) return [];
      const message =
        'Ask a security question first (POST /cases/{caseId}/identity-checks), or say by what else the person was known';
      return [{ pointer: `${pointer}/identityKnownBy`, message }];
    }
    case 'separateOfficerNamed': {
      const { officer } = data as FactData['separateOfficerNamed'];
      if (officer !== about.officerInCase) return [];
      return [{ pointer: `${pointer}/officer`, message: 'The officer in this case is not a separate one' }];
    }
    case 'disclosedCrimeRecorded': {
      const { reportId } = data as FactData['disclosedCrimeRecorded'];
      const report = reportId === about.reportId ? undefined : await crimeReports.findReport(reportId);
      if (report) return [];
      return [{ pointer: `${pointer}/reportId`, message: 'There is no such report of another crime. File it first' }];
    }
    default:
      return [];
  }
}

async function identityStanding(
  { persons, securityQuestions, timeline }: FactStores,
  { caseId, personId }: CaseSummary
): Promise<IdentityStanding> {
  const [first = personId, ...others] = await persons.idsOf(personId);
  const questions = await securityQuestions.questionsOf([first, ...others]);
  if (questions.length === 0) return { hasQuestions: false };
  const { identityPassedAt: passedAt, identityFailedAt: failedAt } = conversationOfFacts(
    caseId,
    await allFacts(timeline, caseId)
  );
  return { hasQuestions: true, passedAt, failedAt };
}
