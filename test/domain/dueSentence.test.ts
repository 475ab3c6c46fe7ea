import { whyDue } from '../../domain/dueSentence';
import type { DueReason, TaskKind } from '../../domain/task';

const from = '2026-06-04T08:32:00.000Z';

describe('why a task is due', () => {
  it.each<[TaskKind, DueReason, string]>([
    [
      'makeFirstContact',
      { rule: 'firstContact', hours: 24, from, lateArrival: false },
      "First contact with the victim: within 24 hours of the report's receipt on 4 June 2026 at 9:32am.",
    ],
    [
      'makeFirstContact',
      { rule: 'firstContact', hours: 24, from, lateArrival: true },
      'First contact with the victim: within 24 hours of the case reaching us on 4 June 2026 at 9:32am; ' +
        'the limit from receipt had passed before.',
    ],
    [
      'assessNeeds',
      { rule: 'forceStandard', days: 10, from },
      'The needs assessment: within 10 days of 4 June 2026 at 9:32am, a standard of the force.',
    ],
    [
      'acknowledgeHandover',
      { rule: 'forceWorkingDays', days: 1, from },
      'The hand-over to another force is to be acknowledged: within one working day of 4 June 2026 at 9:32am, ' +
        'a standard of the force.',
    ],
    [
      'tellVictim',
      { rule: 'workingDays', days: 5, from, reference: 'c20-r6-arrest' },
      'News that must reach the victim: within 5 working days of 4 June 2026 at 9:32am ' +
        "(Victims' Code 2020, Right 6).",
    ],
    [
      'giveVictimUpdate',
      { rule: 'victimContract', days: 1, from },
      'The next update to the victim: every day under the Victim Contract, counted from 4 June 2026 at 9:32am.',
    ],
    [
      'giveVictimUpdate',
      { rule: 'defaultContract', days: 28, from },
      "The next update to the victim: every 28 days by the force's default, counted from 4 June 2026 at 9:32am.",
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
