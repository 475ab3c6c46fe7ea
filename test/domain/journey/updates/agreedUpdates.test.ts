import type { FactData } from '../../../../domain/fact';
import { endOfDayAfter, startOfLondonDay } from '../../../../domain/time/londonTime';
import { PureCase } from '../../../support/caseBuilder';
import { after } from '../../after';
import { openOf } from '../../openOf';

const s1 = { suspects: ['s1'] };

function agreed(terms: Partial<FactData['victimContractAgreed']>, day = 1) {
  const data = { channel: 'text', everyDays: 14, ...terms } as const;
  return PureCase.open({ suspects: ['s1'] }).record('victimContractAgreed', data, after(day));
}

/** The first instant of a day on which the task of the next update is open; the case begins on Tuesday 3 March 2026. */
function appearsOn(victim: PureCase): string | undefined {
  for (let day = 3; day < 31; day += 1) {
    const on = `2026-03-${String(day).padStart(2, '0')}`;
    if (startOfLondonDay(on) < after(1)) continue;
    if (openOf(victim.at(startOfLondonDay(on)), 'giveVictimUpdate').length > 0) return on;
  }
  return undefined;
}

describe('updates that follow the Victim Contract', () => {
  it('appear on a day on which the victim agreed to hear, though that is earlier than the force wants to see them', () => {
    // Agreed on a Wednesday: due a fortnight later, on Wednesday 18 March; three days before is a Sunday.
    expect(appearsOn(agreed({}))).toBe('2026-03-15');
    expect(appearsOn(agreed({ days: ['sat'] }))).toBe('2026-03-14');
    expect(appearsOn(agreed({ days: ['fri'] }))).toBe('2026-03-13');
    expect(appearsOn(agreed({ days: ['thu'] }))).toBe('2026-03-12');
  });

  it('appear as early as the force wants to see them, where an agreed day still comes', () => {
    expect(appearsOn(agreed({ days: ['tue'] }))).toBe('2026-03-15');
    expect(appearsOn(agreed({ days: ['fri', 'wed'] }))).toBe('2026-03-15');
  });

  it('ask the officer in the case before that day', () => {
    const victim = agreed({ days: ['thu'] }).record(
      'reportAmended',
      { amendment: 1, changed: ['officerInCase'], officerInCase: 'officer-9' },
      after(2)
    );
    const asked = victim.at(startOfLondonDay('2026-03-11')).openTask('askOfficer');
    expect(asked.dueAt).toBe(startOfLondonDay('2026-03-12'));
  });

  it('rest for who named news alone, and come all the same for who wants to hear that nothing is new', () => {
    const named = (hearAbout: FactData['victimContractAgreed']['hearAbout']) =>
      agreed({ hearAbout }).at(after(30)).openKinds();
    expect(named(['chargeDecision'])).not.toContain('giveVictimUpdate');
    expect(named(['chargeDecision', 'noNewsToo'])).toContain('giveVictimUpdate');
  });

  it('come at the new pace from the day on which it was changed, slower or faster', () => {
    const victim = agreed({ everyDays: 56 }).record(
      'victimContractAgreed',
      { channel: 'text', everyDays: 7 },
      after(20)
    );
    expect(victim.at(after(26)).openTask('giveVictimUpdate').dueAt).toBe(endOfDayAfter(after(20), 7));
    victim.record('victimContractAgreed', { channel: 'text', everyDays: 28 }, after(26));
    expect(victim.openKinds()).not.toContain('giveVictimUpdate');
    expect(victim.at(after(53)).openTask('giveVictimUpdate').dueAt).toBe(endOfDayAfter(after(26), 28));
  });

  it('never hold back news: it is owed in its own time, whatever the days and the pace', () => {
    const victim = agreed({ everyDays: 365, days: ['sun'], hearAbout: [], inQuietTimes: 'onlyNews' });
    const free = PureCase.open({ suspects: ['s1'] });
    for (const each of [victim, free]) each.record('suspectCharged', { how: 'charged' }, after(5), s1);
    expect(victim.openTask('tellVictim').dueAt).toBe(free.openTask('tellVictim').dueAt);
  });

  it('stop for who wants no contact, while each release and bail still reaches a person', () => {
    const victim = agreed({}).record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(2));
    victim.record('suspectArrested', {}, after(3), s1);
    expect(victim.openKinds()).not.toContain('tellVictim');
    victim.record('suspectBailed', { conditions: true }, after(4), s1);
    victim.record('bailChanged', { change: 'conditionsChanged' } as never, after(5), s1);
    victim.record('suspectReleasedUnderInvestigation', {}, after(6), s1);
    expect(openOf(victim, 'tellVictim')).toHaveLength(3);
    expect(victim.at(after(60)).openKinds()).not.toContain('giveVictimUpdate');
  });

  it('come again from the day on which they want contact after all, by what was agreed before', () => {
    const victim = agreed({}).record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(2));
    victim.record('stanceChanged', { stance: 'wantsContact', answer: 'yes' }, after(40));
    expect(victim.at(after(53)).openTask('giveVictimUpdate').dueAt).toBe(endOfDayAfter(after(40), 14));
  });
});
