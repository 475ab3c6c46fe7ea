import { whyDue } from '../../domain/dueSentence';
import type { DueReason, TaskKind } from '../../domain/task';

const from = '2026-06-04T08:32:00.000Z';

describe('why a task is due', () => {
  it.each<[TaskKind, DueReason, string]>([
    [
      'makeFirstContact',
      { rule: 'forceStandard', limit: { n: 24, unit: 'hours' }, from, passedBefore: true },
      'First contact with the victim: within 24 hours of 4 June 2026 at 9:32am, a standard of the force; ' +
        'the limit from receipt had passed before the case came here.',
    ],
    [
      'assessNeeds',
      { rule: 'forceStandard', limit: { n: 10, unit: 'calendarDays' }, from },
      'The needs assessment: within ten days (weekends and bank holidays included) of 4 June 2026 at 9:32am, ' +
        'a standard of the force.',
    ],
    [
      'acknowledgeHandover',
      { rule: 'forceStandard', limit: { n: 1, unit: 'workingDays' }, from },
      'The hand-over to another force is to be acknowledged: within one working day of 4 June 2026 at 9:32am, ' +
        'a standard of the force.',
    ],
    [
      'reviewMissedFirstContact',
      { rule: 'missed', from },
      'A supervisor is to look into a first contact that did not happen in time: the time passed on ' +
        '4 June 2026 at 9:32am.',
    ],
  ])('a %s under %o', (kind, why, sentence) => {
    expect(whyDue(kind, why)).toBe(sentence);
  });
});
