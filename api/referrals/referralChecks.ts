import type { Timeline } from '../../database/cases/caseEvents';
import type { Cases } from '../../database/cases/cases';
import type { CrimeReports } from '../../database/intake/crimeReports';
import type { SecurityQuestions } from '../../database/contact/securityQuestions';
import type { Persons } from '../../database/people/persons';
import type { SupportServices } from '../../database/referrals/supportServices';
import type { FactData, FactKind } from '../../domain/fact';
import { londonDay, type CalendarDay, type Instant } from '../../domain/time/londonTime';
import { fitOf } from '../cases/factFits';
import { Problem } from '../http/errors';

/** A fact about to be told, with what is known better here than by whoever tells it. */
export interface Checked {
  readonly data: object;
  /** Throws where it names what is not there: a support service, a representative, a report. */
  readonly precondition?: () => void;
}

/**
 * What is asked before a fact is told to a case: a referral and a signposting of the directory, others of what they
 * name. `pointer` is where its data stand.
 */
export interface ReferralChecks {
  check(caseId: string, kind: FactKind, data: object, asked: { at: Instant; pointer: string }): Promise<Checked>;
}

interface Stores {
  readonly cases: Cases;
  readonly persons: Persons;
  readonly supportServices: SupportServices;
  readonly crimeReports: CrimeReports;
  readonly securityQuestions: SecurityQuestions;
  readonly timeline: Timeline;
}

export function referralChecks(stores: Stores): ReferralChecks {
  const { cases, persons, supportServices } = stores;

  async function wrongService(forces: readonly string[], codes: readonly string[]): Promise<Problem | undefined> {
    for (const code of codes) {
      const service = await supportServices.findService(forces, code);
      if (service === 'noDirectory') return undefined;
      if (!service) return new Problem('serviceUnknown', `The directory has no support service ${code}.`);
      if (!service.open) return new Problem('serviceClosed', `The support service ${code} is closed.`);
    }
    return undefined;
  }

  return {
    async check(caseId, kind, data, { at, pointer }) {
      const about = await cases.findCase(caseId);
      if (!about) return { data };
      if (kind !== 'referralMade' && kind !== 'signposted') {
        return { data, precondition: await fitOf(stores, about, { kind, data, pointer, at }) };
      }
      const codes =
        kind === 'signposted'
          ? (data as FactData['signposted']).supportServices
          : [(data as FactData['referralMade']).supportService];
      const wrong = await wrongService([about.homeForce, about.investigatingForce], codes);
      const precondition = () => {
        if (wrong) throw wrong;
      };
      if (kind === 'signposted') return { data, precondition };
      const victimIs = ageOf(await persons.readPerson(about.personId), londonDay(at));
      return { data: victimIs === undefined ? data : { ...data, victimIs }, precondition };
    },
  };
}

interface Aged {
  readonly dateOfBirth?: CalendarDay | undefined;
  readonly under18?: boolean | undefined;
}

/** Child or adult on a day; undefined where nobody has said how old they are. */
export function ageOf(person: Aged | undefined, on: CalendarDay): 'child' | 'adult' | undefined {
  if (person?.dateOfBirth !== undefined) return eighteenOn(person.dateOfBirth) > on ? 'child' : 'adult';
  return person?.under18 === undefined ? undefined : person.under18 ? 'child' : 'adult';
}

/** Who was born on 29 February comes of age on 1 March where the year has no such day: no text lies between. */
function eighteenOn(dateOfBirth: CalendarDay): string {
  return `${Number(dateOfBirth.slice(0, 4)) + 18}${dateOfBirth.slice(4)}`;
}
