import { posted } from '../../activities/postings';
import type { NewOutboxItem } from '../../database/outbox';
import { nothingProjected, projectedBy, projectionOf } from '../../domain/projection/projection';
import { addHours } from '../../domain/time/londonTime';
import { dutyAlerts } from '../../gateways/dutyDesk/dutyAlertPosting';
import { PureCase } from '../support/caseBuilder';

/** Three in the night to a Sunday, with a bank holiday on the Monday after it. */
const night = '2026-05-03T02:00:00.000Z';

it('every rung of an escalation calls its desk once, in the night too, until somebody answers', async () => {
  const queued: NewOutboxItem[] = [];
  const post = posted([dutyAlerts], async (item) => {
    // As the outbox: the first under an id stays.
    if (!queued.some(({ itemId }) => itemId === item.itemId)) queued.push(item);
  });
  const victim = PureCase.open({ receivedAt: night });
  let projected = nothingProjected;
  const show = async () => {
    await post(projectionOf(victim.careRecord, projected));
    projected = projectedBy(victim.careRecord);
  };
  const concern = { level: 'immediate', concern: 'childAtRisk', to: 'safeguarding-officer' } as const;
  victim.record('concernRaised', concern, night, { now: night });
  await show();
  const roles = () => queued.map(({ about }) => about?.role);
  expect(roles()).toEqual(['safeguarding-officer']);
  for (let quarter = 1; quarter <= 24; quarter += 1) {
    victim.at(addHours(night, quarter / 4));
    await show();
  }
  expect(roles()).toEqual(['safeguarding-officer', 'supervisor', 'duty-inspector']);
  victim.record('concernReceived', {}, addHours(night, 7));
  victim.record('fearReported', { danger: 'immediate' }, addHours(night, 8));
  await show();
  expect(roles().slice(3).sort()).toEqual(['emergency-queue', 'supervisor']);
});
