import { mayRecord } from '../../../domain/mayCarryOut';
import { careState } from '../../../domain/careState';
import { ledger } from '../../../domain/code/ledger';
import { standingOf } from '../../../domain/code/standing';
import type { FactData } from '../../../domain/fact';
import { aFact, PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { openOf } from '../openOf';

const s1 = { suspects: ['s1'] };
const arrestDuty = '1.c20-r6-arrest';

/** A case in which nothing has happened but the acknowledgement. */
function untold(): PureCase {
  return PureCase.open().record('reportAcknowledged', { channel: 'email', route: 'written' }, after(0, 1));
}

function standing(victim: PureCase, id: string, days: number) {
  const duty = ledger(victim.careRecord, careState(victim.careRecord)).find((each) => each.id === id);
  if (!duty) throw new Error(`There is no duty ${id}`);
  return standingOf(duty, after(days));
}

describe('a duty that was missed', () => {
  const missed = () => PureCase.open().record('suspectArrested', {}, after(1), s1).at(after(9));
  const reasonsFor = (victim: PureCase, duty: string) =>
    victim.careRecord.tasks.filter((task) => task.kind === 'explainMissedDuty' && task.duty === duty && !task.closed);

  it('asks a supervisor for the reason, once, while the news stays owed', () => {
    const victim = missed();
    expect(reasonsFor(victim, arrestDuty)).toHaveLength(1);
    expect(openOf(victim, 'tellVictim')).toHaveLength(1);
    expect(reasonsFor(victim.at(after(40)), arrestDuty)).toHaveLength(1);
  });

  it('is missed with good reason when the supervisor finds one, and missed when not', () => {
    for (const [goodReason, expected] of [
      [true, 'missedWithGoodReason'],
      [false, 'missed'],
    ] as const) {
      const victim = missed();
      const data: FactData['dutyReasonGiven'] = { duty: arrestDuty, cause: 'noAnswer', goodReason };
      victim.record('dutyReasonGiven', data, after(9, 1));
      expect(reasonsFor(victim, arrestDuty)).toEqual([]);
      expect(standing(victim, arrestDuty, 10)).toBe(expected);
    }
  });

  it('owes a reason when the victim was told late, too', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1), s1).at(after(8));
    victim.record('victimTold', { channel: 'phone', about: [1] }, after(9));
    expect(standing(victim, arrestDuty, 9)).toBe('metLate');
    expect(reasonsFor(victim, arrestDuty)).toHaveLength(1);
  });

  it('owes none when it was met in time and only written down late', () => {
    const victim = missed();
    victim.record('victimTold', { channel: 'phone', about: [1] }, after(2), { now: after(9, 1) });
    expect(standing(victim, arrestDuty, 9)).toBe('met');
    expect(reasonsFor(victim, arrestDuty)).toEqual([]);
  });

  it('is not to be explained where the ledger has no such duty', () => {
    const fact = aFact('dutyReasonGiven', { duty: '7.c20-r6-arrest', cause: 'noAnswer', goodReason: true }, after(1));
    const refused = mayRecord(untold().careRecord, { commandId: 'c', by: 'supervisor-1', fact });
    expect(refused?.code).toBe('dutyUnknown');
  });
});
