import { z } from 'zod';
import { withoutContactPointIds } from '../../database/people/contactPointIds';
import {
  preferredChannel,
  safeChannels,
  type ContactPoint,
  type PersonDetails,
} from '../../database/people/personDetails';
import { personDetailsOf, type Person } from '../../database/people/person';
import { type Persons } from '../../database/people/persons';
import { canonicalJson } from '../../database/encryption/searchHashes';
import type { SecurityQuestions } from '../../database/contact/securityQuestions';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import { personKinds } from '../../domain/vocabulary';
import type { CasesInScope } from '../access/casesInScope';
import type { CommandCalls } from '../http/commandCalls';
import { endpoint, type Asked, type Endpoint } from '../http/endpoint';
import { notFound, Problem } from '../http/errors';
import { newFact } from '../facts/factContracts';
import { sideOf } from '../facts/side';
import { uuidOf } from '../../commands/uuidOf';
import { personChanges, personDetailsShape, type KnownContactPoint, type PersonChanges } from './personContract';
import { etag, requiredVersion } from '../http/preconditions';
import { shownPerson } from './shownPerson';
import { casePath } from '../http/values';

const personShape = z
  .object({ personId: z.string(), version: z.int(), kind: z.enum(personKinds), ...personDetailsShape })
  .meta({ id: 'Person' });

interface Parts {
  readonly persons: Persons;
  readonly inScope: CasesInScope;
  readonly commands: CommandCalls;
  readonly securityQuestions: SecurityQuestions;
  /** The cases that must hear of a change of a person. */
  readonly casesToTell: (about: CaseSummary) => Promise<readonly CaseSummary[]>;
  /** Has what is queued for a person look again: a changed route dies in every queue at once. */
  readonly wakeMessages: (personId: string) => Promise<void>;
}

/** The person of a case. They are one record, however many cases they have. */
export function persons({
  persons,
  casesToTell,
  inScope,
  commands,
  securityQuestions,
  wakeMessages,
}: Parts): Endpoint[] {
  /** The new version, also where this same change was made a moment ago and its answer was lost. */
  async function corrected(asked: Asked<unknown, unknown, PersonChanges>, personId: string): Promise<Person> {
    const current = await persons.readPerson(personId);
    if (!current) throw notFound();
    const seen = requiredVersion(asked, current.version);
    const details = changedDetails(current, asked.body, seen);
    if (current.version === seen + 1 && sameDetails(details, current)) return current;
    const after = await persons.correct(personId, seen, details, asked.caller.id, asked.now);
    if (after === undefined) throw notFound();
    if (after === 'changed') {
      throw new Problem('personChanged', 'The person has changed since you read them. Read them again.');
    }
    return after;
  }

  /** A changed address counts in every case of the person at once. */
  async function tellCases(asked: Asked<unknown, unknown, PersonChanges>, about: CaseSummary, person: Person) {
    const { contactPoints } = person;
    const preferred = preferredChannel(contactPoints);
    const data = {
      changed: Object.keys(asked.body).sort(),
      safeChannels: safeChannels(person),
      ...(preferred === undefined ? {} : { preferredChannel: preferred }),
    };
    const fact = newFact('personChanged', data, {}, { source: sideOf(asked), now: asked.now });
    const telling = (await casesToTell(about)).map(({ caseId }) =>
      commands.tell(asked, uuidOf(`person ${person.personId} ${person.version} ${caseId}`), caseId, fact)
    );
    await Promise.all(telling);
    await wakeMessages(person.personId);
  }

  return [
    endpoint({
      method: 'get',
      path: '/cases/{caseId}/person',
      summary: 'The person of a case, in clear',
      params: casePath,
      etag: true,
      answers: { 200: { description: 'The person as they are known now.', schema: personShape } },
      async handle(asked) {
        const about = await inScope.find(asked, asked.params.caseId);
        const person = await persons.readPerson(about.personId);
        if (!person) throw notFound();
        return { status: 200, body: shownPerson(person, about, asked.now), headers: etag(person.version) };
      },
    }),
    endpoint({
      method: 'patch',
      path: '/cases/{caseId}/person',
      summary: 'Correct what is known of a person; every case of theirs that goes on is told',
      params: casePath,
      body: personChanges,
      ifMatch: 'required',
      etag: true,
      answers: { 200: { description: 'The person as corrected.', schema: personShape } },
      async handle(asked) {
        const about = await inScope.find(asked, asked.params.caseId);
        const person = await corrected(asked, about.personId);
        const { securityQuestions: questions } = asked.body;
        if (questions) await securityQuestions.setQuestions(about.personId, questions, asked.caller.id, asked.now);
        await tellCases(asked, about, person);
        return { status: 200, body: shownPerson(person, about, asked.now), headers: etag(person.version) };
      },
    }),
  ];
}

function sameDetails(details: PersonDetails, person: Person): boolean {
  const written = (each: PersonDetails) => canonicalJson(withoutContactPointIds(each));
  return written(details) === written(personDetailsOf(person));
}

/** What is named by its id keeps its value, and what is known of it. */
function pointsOf(
  { contactPoints }: Pick<Person, 'contactPoints'>,
  points: readonly KnownContactPoint[],
  pointer = ''
): ContactPoint[] {
  return points.map(({ contactPointId, ...point }, index) => {
    const known = contactPoints.find((each) => each.contactPointId === contactPointId);
    const value = point.value ?? known?.value;
    if (value === undefined) {
      const errors = [
        {
          pointer: `${pointer}/contactPoints/${index}/contactPointId`,
          message: 'The person has no such contact point',
        },
      ];
      throw new Problem('invalidBody', 'The body is not as it should be.', { errors });
    }
    const wasUndeliverable = known?.value === value && known.undeliverable === true;
    const { undeliverable = wasUndeliverable, ...told } = point;
    const kept = known?.value === value ? agreedOf(known) : {};
    return { ...asKept(kept, told), value, ...(undeliverable ? { undeliverable } : {}) };
  });
}

const agreed = ['safeDays', 'safeFrom', 'safeTo', 'whoMayAnswer', 'mayLeaveMessage', 'instruction'] as const;

/** What was agreed about the safety of a way of contact: silence about it does not take it away. */
function agreedOf(known: ContactPoint): Partial<ContactPoint> {
  return Object.fromEntries(agreed.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]]])));
}

function asKept(
  kept: Partial<ContactPoint>,
  told: Omit<KnownContactPoint, 'contactPointId' | 'value' | 'undeliverable'>
) {
  const said = Object.entries(told).filter(([, value]) => value !== undefined);
  const all = Object.entries({ ...kept, ...Object.fromEntries(said) });
  return Object.fromEntries(all.filter(([, value]) => value !== null)) as Omit<ContactPoint, 'value'>;
}

function changedDetails(person: Person, changes: PersonChanges, seen: number): PersonDetails {
  const { representatives, dateOfBirth, language, contactPoints, securityQuestions: _apart, ...others } = changes;
  const details = personDetailsOf(person);
  return {
    ...details,
    ...others,
    contactPoints: contactPoints ? pointsOf(person, contactPoints) : details.contactPoints,
    dateOfBirth: dateOfBirth === undefined ? details.dateOfBirth : (dateOfBirth ?? undefined),
    language: language === undefined ? details.language : (language ?? undefined),
    representatives: representatives
      ? representatives.map(({ representativeId, contactPoints: points, ...each }, index) => {
          const known = person.representatives.find((other) => other.representativeId === representativeId);
          return {
            representativeId: representativeId ?? uuidOf(`representative ${person.personId} ${seen} ${index}`),
            ...each,
            contactPoints: pointsOf(known ?? { contactPoints: [] }, points, `/representatives/${index}`),
          };
        })
      : details.representatives,
  } as PersonDetails;
}
