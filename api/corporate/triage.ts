import { z } from 'zod';
import type { Database } from '../../database/openDatabase';
import type { InboundMessage } from '../../database/corporate/inboundMessage';
import { incidentDocument, type Submission } from '../../gateways/singleOnlineHome/incidentDocument';
import { referenceOf, submissionOf } from '../../gateways/singleOnlineHome/incidentReport';
import { instantText, pageOf } from '../http/answerShapes';
import { basePath, endpoint, type Endpoint } from '../http/endpoint';
import { notFound, Problem } from '../http/errors';
import type { Intake } from '../intake/intake';
import {
  handled,
  messagePath,
  messageShape,
  restrictedToValue,
  shownMessage,
  waitingMessages,
  waitingQuery,
} from './waitingMessages';
import { whyWaitingShape } from './inboundFeeds';
import { filedShape } from '../intake/reportAnswers';
import { reportedFields } from '../intake/reportContract';
import { shortText } from '../http/values';

const triagedFields = {
  messageId: z.string(),
  receivedAt: instantText,
  submittedAt: instantText.optional(),
  because: whyWaitingShape.optional().meta({ description: 'Why it did not become a crime report by itself.' }),
  category: z.string().optional(),
  text: z.string().optional().meta({ description: 'What the form says in words.' }),
};
const triagedShape = z.object(triagedFields).meta({ id: 'TriagedForm' });
const triagedFormShape = z.object({ ...triagedFields, form: z.unknown() }).meta({ id: 'WholeTriagedForm' });

/** What a person made of a form: a report without what the form itself tells: its source, and when it was sent. */
const triageReportBody = z
  .strictObject({ ...reportedFields, restrictedTo: restrictedToValue })
  .meta({ id: 'TriageReport' });

const rejectionBody = z
  .strictObject({
    reason: z.enum(['notACrime', 'duplicate', 'anotherForce', 'test', 'other']),
    note: shortText.optional(),
  })
  .meta({ id: 'TriageRejection' });

type Stores = Pick<Database, 'inboundMessages' | 'crimeReports'>;

/** Crime forms that are text alone, or that no table could read: a person makes a report of each, or says why not. */
export function triage({ inboundMessages, crimeReports }: Stores, intake: Intake): Endpoint[] {
  const { mine, page } = waitingMessages(inboundMessages, 'triage');

  async function formOf({
    messageId,
  }: InboundMessage): Promise<{ form: unknown; submission?: Submission | undefined }> {
    const form = (await inboundMessages.readPayload(messageId)) ?? null;
    const { data } = incidentDocument.safeParse(form);
    return { form, submission: data && submissionOf(data) };
  }

  return [
    endpoint({
      method: 'get',
      path: '/triage',
      summary: 'Crime forms that a person is to read, longest waiting first',
      query: waitingQuery,
      answers: { 200: { description: 'Of your force.', schema: pageOf(triagedShape) } },
      handle: (asked) => page(asked, async (each) => triaged(each, (await formOf(each)).submission)),
    }),
    endpoint({
      method: 'get',
      path: '/triage/{messageId}',
      summary: 'One form with everything that it says',
      params: messagePath,
      answers: { 200: { description: 'As it came.', schema: triagedFormShape } },
      async handle(asked) {
        const message = await mine(asked);
        const { form, submission } = await formOf(message);
        return { status: 200, body: { ...triaged(message, submission), form } };
      },
    }),
    endpoint({
      method: 'post',
      path: '/triage/{messageId}/report',
      summary: 'Make a crime report of a form; the same report again gives the same cases',
      params: messagePath,
      body: triageReportBody,
      answers: { 202: { description: 'Stored, and every case started.', schema: filedShape } },
      async handle(asked) {
        const message = await mine(asked);
        const { body, caller, now } = asked;
        const { submission } = await formOf(message);
        if (!submission) throw notFound();
        if (message.state !== 'triage' && message.reportId === undefined) throw handled();
        const homeForce = body.homeForce ?? body.investigatingForce;
        if (body.investigatingForce !== caller.force && homeForce !== caller.force) {
          throw new Problem(
            'notAllowed',
            'You may report crimes that your force investigates, or of people in its area.'
          );
        }
        const { receivedAt } = message;
        const reportedAt = submission.submitTime < receivedAt ? submission.submitTime : receivedAt;
        if (body.occurredAt > reportedAt) {
          const errors = [{ pointer: '/occurredAt', message: 'It was reported before it occurred' }];
          throw new Problem('invalidBody', 'The body is not as it should be.', { errors });
        }
        const from = { source: 'singleOnlineHome', sourceReference: referenceOf(submission) } as const;
        const { restrictedTo = message.restrictedTo, ...told } = body;
        const visibleTo = restrictedTo && { visibleTo: [...new Set([...restrictedTo, caller.id])].sort() };
        const report = { ...told, ...from, homeForce, reportedAt, receivedAt, ...visibleTo };
        const filed = await crimeReports.fileReport(report, caller.id, now, intake.sweptFrom(now));
        if (filed.kind === 'differs') throw handled();
        const { reportId, people, startedAt } = filed.report;
        const decided = { by: caller.id, at: now };
        const personIds = people.map(({ personId }) => personId);
        await inboundMessages.settle(message.messageId, ['triage'], { state: 'taken', reportId, decided, personIds });
        if (startedAt === undefined) await intake.start(filed.report);
        const cases = people.map(({ caseId, personId, role }) => ({ caseId, personId, role }));
        const headers = { location: `${basePath}/crime-reports/${reportId}` };
        return { status: 202, body: { reportId, cases, alreadyKnown: filed.alreadyKnown }, headers };
      },
    }),
    endpoint({
      method: 'post',
      path: '/triage/{messageId}/rejection',
      summary: 'Say why a form becomes no crime report',
      params: messagePath,
      body: rejectionBody,
      answers: { 200: { description: 'It is kept, with the reason.', schema: messageShape } },
      async handle(asked) {
        const { messageId } = await mine(asked);
        const { reason, note } = asked.body;
        const decided = {
          by: asked.caller.id,
          at: asked.now,
          reason: note === undefined ? reason : `${reason}: ${note}`,
        };
        const rejected = await inboundMessages.settle(messageId, ['triage'], { state: 'rejected', decided });
        if (!rejected) throw handled();
        return { status: 200, body: shownMessage(rejected) };
      },
    }),
  ];
}

function triaged({ messageId, receivedAt, because }: InboundMessage, submission: Submission | undefined) {
  return {
    messageId,
    receivedAt,
    ...(because ? { because } : {}),
    ...(submission ? { submittedAt: submission.submitTime } : {}),
    ...(submission?.categorySubcode ? { category: submission.categorySubcode } : {}),
    ...(submission?.submissionContent ? { text: submission.submissionContent } : {}),
  };
}
