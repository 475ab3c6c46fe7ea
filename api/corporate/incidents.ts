import { z } from 'zod';
import { inboundStates } from '../../database/corporate/inboundMessage';
import { forceIntake } from '../../gateways/forceIntake';
import { incidentEnvelope } from '../../gateways/singleOnlineHome/incidentDocument';
import { instantText } from '../http/answerShapes';
import { basePath, endpoint, type Endpoint } from '../http/endpoint';
import { Problem } from '../http/errors';
import type { InboundCalls } from './inboundCalls';
import { jsonApiType } from '../http/jsonApi';

const takenShape = z
  .object({
    data: z.object({
      type: z.literal('incident'),
      id: z.string(),
      attributes: z.object({ state: z.enum(inboundStates), receivedAt: instantText }),
    }),
  })
  .meta({ id: 'IncidentTaken' });

const description = [
  'The one operation of the iHub Standard API: a JSON:API document of type `incident` with its submission, persons and',
  'their contact points in `included`. 201 only once it is stored. The same submission again gives the same answer; an',
  'older version of a form never takes the place of a newer one. A form that is text alone waits in the triage queue.',
  'Errors have the form of JSON:API; `meta.kind` tells the business ones from those of the system.',
].join(' ');

/** Crime forms of Single Online Home. */
export function incidents(inbound: InboundCalls): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/incidents',
      summary: 'Take in a crime form of Single Online Home',
      description,
      body: incidentEnvelope,
      answers: { 201: { description: 'Stored.', schema: takenShape } },
      async handle(asked) {
        const { body, caller, sent } = asked;
        if (!forceIntake(caller.force).forceIdentifiers.includes(body.forceIdentifier)) {
          throw new Problem('notAllowed', 'You may send the forms of your own force.');
        }
        const { message } = await inbound.receive(asked, {
          source: 'singleOnlineHome',
          sourceMessageId: body.submissionId,
          schemaVersion: '1',
          occurredAt: body.submitTime,
          payload: sent,
        });
        if (message.state === 'parked' && message.because?.code !== 'restricted') {
          throw new Problem('invalidBody', 'The form is not as agreed.', { errors: message.because?.faults ?? [] });
        }
        const { messageId: id, receivedAt } = message;
        return {
          status: 201,
          // What the sender is told stays the same, whatever people decide about the form later.
          body: { data: { type: 'incident', id, attributes: { state: 'received', receivedAt } } },
          headers: { 'content-type': jsonApiType, location: `${basePath}/incidents/${id}` },
        };
      },
    }),
  ];
}
