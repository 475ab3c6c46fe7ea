import { z } from 'zod';
import { deskFor } from '../../config/dutyDesks';
import type { Engine } from '../../commands/engine';
import { rungRoles } from '../../domain/answers/dutyAlert';
import { outboxStates } from '../../domain/messages/outbox';
import { roles } from '../../domain/vocabulary';
import { instantText } from '../http/answerShapes';
import { endpoint, type Endpoint } from '../http/endpoint';

const desksShape = z.object({
  missing: z.array(z.enum(roles)).meta({ description: 'Roles that must answer for danger and that nothing calls.' }),
  items: z.array(
    z.object({
      itemId: z.string(),
      caseId: z.string().optional(),
      role: z.string(),
      state: z.enum(outboxStates),
      because: z.string().optional(),
      queuedAt: instantText,
      changedAt: instantText,
    })
  ),
});

const mostShown = 200;

/** Who is called when an escalation climbs, and whether the calls arrived. */
export function dutyDeskCalls({ database: { outbox }, dutyDesks = {} }: Engine): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/operations/duty-desks',
      summary: 'Which roles of your force have no duty desk to call, and what became of the last calls',
      answers: { 200: { description: 'At most 200 calls, newest first. No address is shown.', schema: desksShape } },
      async handle({ caller: { force } }) {
        const missing = rungRoles.filter((role) => deskFor(dutyDesks, [force], role) === undefined);
        const items = (await outbox.newestOfKind('dutyAlert', force, mostShown)).map(
          ({ itemId, caseId, about, state, because, queuedAt, changedAt }) => ({
            ...{ itemId, caseId, role: about.role ?? '', state, because, queuedAt, changedAt },
          })
        );
        return { status: 200, body: { missing, items } };
      },
    }),
  ];
}
