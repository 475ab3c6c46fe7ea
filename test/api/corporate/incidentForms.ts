import { randomUUID } from 'node:crypto';

const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();

interface FormChanges {
  readonly submission?: Record<string, unknown>;
  readonly incident?: Record<string, unknown>;
  readonly person?: Record<string, unknown>;
}

/** A crime form of Single Online Home: a theft that its victim reported two minutes ago. All of it invented. */
export function aForm({ submission, incident, person }: FormChanges = {}) {
  return {
    data: {
      type: 'incident',
      attributes: {
        incidentStartDateTime: { dateFrom: at(300) },
        incidentDescription: 'A bicycle was taken from the invented yard.',
        incidentInvolvement: 'IVLD_0001',
        ...incident,
      },
      relationships: {
        submission: { data: { type: 'submission', id: 'sub-1' } },
        reporter: { data: { type: 'person', id: 'person-1' } },
      },
    },
    included: [
      aSubmission(submission),
      {
        type: 'person',
        id: 'person-1',
        attributes: {
          givenName: ['Quentina'],
          surname: 'Formfiller',
          dateOfBirth: '1990-04-05',
          contactPreference: 'CPNC_0002',
          ...person,
        },
        relationships: {
          personalTelephone: { data: { type: 'telephone', id: 'tel-1' } },
          personalEmail: { data: { type: 'email', id: 'mail-1' } },
        },
      },
      { type: 'telephone', id: 'tel-1', attributes: { telephoneNumber: '07700 900456' } },
      { type: 'email', id: 'mail-1', attributes: { emailAddress: 'quentina@example.org' } },
    ],
  };
}

/** A form that holds nothing but words. */
export function aSkeleton(submission: Record<string, unknown> = {}) {
  const content = 'Somebody took the invented garden gnome of Quentina Formfiller.';
  return {
    data: { type: 'incident', attributes: {} },
    included: [aSubmission({ submissionContent: content, ...submission })],
  };
}

function aSubmission(changes: Record<string, unknown> = {}) {
  return {
    type: 'submission',
    id: 'sub-1',
    attributes: {
      submissionId: `SOH-${randomUUID()}`,
      forceIdentifier: 'hertfordshire',
      category: 'OCR',
      categorySubcode: 'THEFT',
      submitTime: at(2),
      ...changes,
    },
  };
}

/** A referral of Report Fraud that arrives seven weeks after the victim told them. */
export function aReferral(payload: Record<string, unknown> = {}, envelope: Record<string, unknown> = {}) {
  const reference = `RF-${randomUUID().slice(0, 8)}`;
  return {
    sourceMessageId: `${reference}-${randomUUID()}`,
    schemaVersion: '1.0',
    occurredAt: at(60),
    payload: {
      reference,
      version: 1,
      occurredAt: at(60 * 24 * 60),
      reportedAt: at(60 * 24 * 49),
      fraudCode: 'NFIB3A',
      victim: {
        name: 'Barnaby Swindled',
        contactPoints: [{ channel: 'phone', value: '07700 900777', safe: 'yes' }],
      },
      ...payload,
    },
    ...envelope,
  };
}

export function aPortalMessage(crimeReference: string, text = 'When will I hear from you?') {
  return {
    sourceMessageId: `TMC-${randomUUID()}`,
    schemaVersion: '1.0',
    occurredAt: at(5),
    payload: { crimeReference, text },
  };
}
