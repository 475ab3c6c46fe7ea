import { agenda, meetingAgenda } from '../../../../domain/court/witnesses/agenda';
import { readinessPage } from '../../../../domain/court/witnesses/readinessPage';
import type { ListedTrial } from '../../../../domain/court/witnesses/trialList';

const witnesses = Array.from({ length: 40 }, (_, number) => `case-${String(number).padStart(2, '0')}`);
const trial: ListedTrial = {
  ...{ hearingId: 't', on: '2026-03-09', untilOn: '2026-03-13', daysLeft: 4, court: 'luton-crown' },
  ...{ urns: ['41AA1000001'], witnesses: 40, ready: 0 },
  missing: [
    { item: 'warned', owes: 'witness-care-officer', caseIds: witnesses },
    { item: 'statement', owes: 'officer-in-case', caseIds: witnesses.slice(0, 3) },
  ],
};

describe('the agenda of a readiness meeting', () => {
  it('names each case of what one owes, and says "all of them" where it is all', () => {
    const text = agenda(trial);
    expect(text).toContain('trial of 9 March 2026 to 13 March 2026, 4 days left\nProsecution: 41AA1000001\n');
    expect(text).toContain(
      '1. Told that they are needed: Witness Care Unit, 40 of 40\n   for all of them\n   Decision: '
    );
    expect(text).toContain('2. Statement refreshed: officer in the case, 3 of 40\n   case-00  case-01\n   case-02\n');
    expect(text.match(/case-39/g)).toHaveLength(1);
  });

  it('of forty witnesses is one page long', () => {
    expect(agenda(trial).split('\n').length).toBeLessThan(40);
  });

  it('says "now" of a trial that has begun, on paper and on the page', () => {
    const running = { ...trial, daysLeft: 0 };
    expect(meetingAgenda([running], 'luton-crown')).toContain('9 March 2026 to 13 March 2026, now');
    expect(readinessPage([running], 'luton-crown')).toContain('9 March 2026 to 13 March 2026, luton-crown: now');
  });

  it('of a trial for which nothing is missing says so', () => {
    expect(agenda({ ...trial, ready: 40, missing: [] })).toContain('Nothing is missing.');
  });
});
