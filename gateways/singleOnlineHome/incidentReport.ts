import type { ContactPoint } from '../../database/people/personDetails';
import type { NewReport, ReportedPerson } from '../../database/intake/reportContent';
import type { WhyWaiting } from '../../database/corporate/inboundMessage';
import type { Instant } from '../../domain/time/londonTime';
import type { CaseRole } from '../../domain/vocabulary';
import { forceIntake, meaningOf, type ForceIntake } from '../forceIntake';
import { resourcesOf, type IncidentDocument, type PersonResource, type Submission } from './incidentDocument';

export type ReadIncident = { readonly report: NewReport } | { readonly triage: WhyWaiting };

/** What a form is about, however often it is sent: the reference of whoever filled it in, else its own id. */
export function referenceOf({ externalReferenceId, customerReferenceNumber, submissionId }: Submission): string {
  return externalReferenceId ?? customerReferenceNumber ?? submissionId;
}

export function submissionOf(document: IncidentDocument): Submission {
  const [submission] = resourcesOf(document, 'submission').values();
  if (!submission) throw new RangeError('A form without a submission is never stored');
  return submission.attributes as Submission;
}

/** Whether the form is marked as one of a police employee or a well-known person. */
export function isMarkedRestricted({ data }: IncidentDocument, force: string): boolean {
  return saysYes(data.attributes.restrictedAccess, forceIntake(force));
}

/** A full form as a crime report; whatever cannot become one without guessing waits in the triage queue, and why. */
export function readIncident(document: IncidentDocument, force: string, receivedAt: Instant): ReadIncident {
  const intake = forceIntake(force);
  const submission = submissionOf(document);
  const { attributes } = document.data;
  const category = meaningOf(intake.offences, submission.categorySubcode);
  const occurredAt = attributes.incidentStartDateTime?.dateFrom;
  const everybody = peopleOf(document, intake);

  if (resourcesOf(document, 'person').size === 0) return triage('textOnly');
  const unknown = [
    ...(category === undefined ? ['/included/submission/attributes/categorySubcode'] : []),
    ...(everybody === undefined ? ['/data/attributes/incidentInvolvement'] : []),
  ];
  if (!category || !everybody) return triage('codeUnknown', unknown);
  const people = everybody.filter((person) => person.name !== '');
  if (everybody.length === 0) return triage('noVictimNamed');
  if (people.length < everybody.length) return triage('nameMissing');
  if (occurredAt === undefined) return triage('timeMissing', ['/data/attributes/incidentStartDateTime']);
  if (occurredAt > submission.submitTime || submission.submitTime > receivedAt) return triage('timesDoNotFit');

  const { submitTime: reportedAt } = submission;
  const isHateCrime = saysYes(attributes.subjectedToHateCrime, intake);
  return {
    report: {
      source: 'singleOnlineHome',
      sourceReference: referenceOf(submission),
      crimeReference: attributes.incidentReportedAlreadyReference,
      occurredAt,
      reportedAt,
      receivedAt,
      offence: { category },
      circumstances: isHateCrime ? ['hateCrime'] : [],
      suspects: suspectsOf(document, submission),
      investigatingForce: force,
      homeForce: force,
      owningTeam: intake.owningTeam,
      people,
      officerActions: [],
      note: attributes.incidentDescription ?? submission.submissionContent,
    },
  };
}

function triage(code: string, pointers: readonly string[] = []): ReadIncident {
  const faults = pointers.map((pointer) => ({ pointer, message: 'A person is to read this' }));
  return { triage: { code, ...(faults.length > 0 ? { faults } : {}) } };
}

/** Undefined where the form does not say in words that we know who is who. A person can have several roles. */
function peopleOf(document: IncidentDocument, intake: ForceIntake): ReportedPerson[] | undefined {
  const persons = resourcesOf(document, 'person') as Map<string, PersonResource>;
  const named = (role: string) => idsOf(document.data.relationships[role]?.data);
  const [victims, witnesses, reporters] = [named('victim'), named('witness'), named('reporter')];
  const code = document.data.attributes.incidentInvolvement;
  const involvement = meaningOf(intake.involvement, code);
  if (code !== undefined && involvement === undefined) return undefined;
  if (involvement === 'victim' || involvement === 'victimAndWitness') victims.push(...reporters);
  if (involvement === 'witness' || involvement === 'victimAndWitness') witnesses.push(...reporters);
  const ids = [...new Set([...victims, ...witnesses])];
  return ids.flatMap((id) => {
    const person = persons.get(id);
    if (!person) return [];
    const [isVictim, isWitness] = [victims.includes(id), witnesses.includes(id)];
    const role: CaseRole = isVictim && isWitness ? 'victimAndWitness' : isVictim ? 'victim' : 'witness';
    return [personOf(person, role, document, intake)];
  });
}

function personOf(
  { attributes, relationships }: PersonResource,
  role: CaseRole,
  document: IncidentDocument,
  { contactPreferences }: ForceIntake
): ReportedPerson {
  const { givenName, middleName, surname, dateOfBirth, under18, communicationNeeds, contactPreference } = attributes;
  const preferred = meaningOf(contactPreferences, contactPreference);
  const valuesOf = (relation: string, type: string, field: string) =>
    idsOf(relationships[relation]?.data).flatMap((id) => {
      const found = resourcesOf(document, type).get(id)?.attributes as Record<string, unknown> | undefined;
      return found === undefined ? [] : [String(found[field])];
    });
  const points: ContactPoint[] = [
    // Whoever fills a form in says how they like to be reached, not that it is safe: that is asked for.
    ...valuesOf('personalTelephone', 'telephone', 'telephoneNumber').map((value) => pointAt('phone', value)),
    ...valuesOf('personalEmail', 'email', 'emailAddress').map((value) => pointAt('email', value)),
    ...valuesOf('currentAddress', 'address', 'fullAddress').map((value) => pointAt('letter', value)),
  ];
  const first = points.findIndex(({ channel }) => channel === (preferred === 'text' ? 'phone' : preferred));
  return {
    role,
    kind: 'person',
    name: surname === undefined ? '' : [...givenName, ...middleName, surname].join(' '),
    dateOfBirth,
    under18,
    contactPoints: points.map((point, at) => (at === first ? { ...point, preferred: true } : point)),
    representatives: [],
    needs: communicationNeeds,
    stances: {},
  };
}

function pointAt(channel: ContactPoint['channel'], value: string): ContactPoint {
  return { channel, value, safe: 'unknown' };
}

/** Ids of suspects are the form's own, made unlike those of any other form. */
function suspectsOf(document: IncidentDocument, { submissionId }: Submission) {
  const persons = resourcesOf(document, 'person') as Map<string, PersonResource>;
  return idsOf(document.data.relationships.suspect?.data).flatMap((id) => {
    const attributes = persons.get(id)?.attributes;
    if (!attributes) return [];
    const name = [...attributes.givenName, attributes.surname].filter(Boolean).join(' ');
    const suspectId = `${submissionId}-${id}`.replace(/[^A-Za-z0-9-]/g, '-').slice(-64);
    return [{ suspectId, ...(name ? { name } : {}) }];
  });
}

function idsOf(data: { id: string } | { id: string }[] | null | undefined): string[] {
  if (!data) return [];
  return Array.isArray(data) ? data.map(({ id }) => id) : [data.id];
}

function saysYes(value: boolean | string | undefined, { yes }: ForceIntake): boolean {
  return typeof value === 'string' ? yes.includes(value) : value === true;
}
