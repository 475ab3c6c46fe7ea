import type { InboundSource } from '../../database/corporate/inboundMessage';
import { fraudReferral, fraudReport, type FraudReferral } from '../../gateways/reportFraud/fraudReferral';
import { incidentDocument, type IncidentDocument } from '../../gateways/singleOnlineHome/incidentDocument';
import {
  isMarkedRestricted,
  readIncident,
  referenceOf,
  submissionOf,
} from '../../gateways/singleOnlineHome/incidentReport';
import { courtMessages } from '../court/courtMessages';
import { fileOrAmend } from './fileReport';
import { numbered, type InboundWay } from './inboundWay';
import { portalMessages } from './portalMessages';
import { prosecutionMessages } from './prosecutionMessages';

const incidents: InboundWay<IncidentDocument> = {
  schemaVersions: ['1'],
  contract: incidentDocument,
  subject(document, { source, force }) {
    const submission = submissionOf(document);
    return { source, force, reference: referenceOf(submission), version: submission.submitTime };
  },
  async carryOut(engine, message, document) {
    const isMarked = isMarkedRestricted(document, message.force);
    // Before it is read: what is text alone would wait where the whole team reads it.
    if (isMarked && !message.restrictedTo) return { state: 'parked', because: { code: 'restricted' } };
    const read = readIncident(document, message.force, message.receivedAt);
    if ('triage' in read) return { state: 'triage', because: read.triage };
    return fileOrAmend(engine, message, read.report);
  },
};

const fraudReferrals: InboundWay<FraudReferral> = {
  schemaVersions: ['1'],
  contract: fraudReferral,
  subject: ({ reference, version }, { source, force }) => ({ source, force, reference, version: numbered(version) }),
  async carryOut(engine, message, referral) {
    if (referral.reportedAt > message.receivedAt) {
      const faults = [{ pointer: '/reportedAt', message: 'It lies after the day of arrival' }];
      return { state: 'parked', because: { code: 'timesDoNotFit', faults } };
    }
    return fileOrAmend(engine, message, fraudReport(referral, message.force, message.receivedAt), {
      isMarked: referral.restricted,
    });
  },
};

/** Every source of messages, and how its messages are read. */
export const inboundWays: { readonly [Source in InboundSource]: InboundWay<never> } = {
  singleOnlineHome: incidents as unknown as InboundWay<never>,
  reportFraud: fraudReferrals as unknown as InboundWay<never>,
  court: courtMessages as unknown as InboundWay<never>,
  trackMyCrime: portalMessages as unknown as InboundWay<never>,
  prosecution: prosecutionMessages as unknown as InboundWay<never>,
};
