import { randomUUID } from 'node:crypto';
import type { CaseOpening } from '../../../domain/careRecord';
import { addHours, type Instant } from '../../../domain/time/londonTime';
import { daysOfTheMorning } from '../../../domain/morning/dutiesOfTheDay';
import { morningNumbers, sectionNames, type SectionName } from '../../../domain/morning/morningNumbers';
import { casesToAskAbout, safetyIds } from '../../../domain/morning/safety';
import type { Section } from '../../../domain/morning/section';
import { nothingProjected, projectionOf, type Projection } from '../../../domain/projection/projection';
import { takeStock } from '../../../domain/takeStock';
import { calendar, PureCase } from '../../support/caseBuilder';

/** Thursday 5 March 2026, seven in the morning in London. */
const sevenAm: Instant = '2026-03-05T07:00:00.000Z';
const nobodySilent = { count: 0, items: [] };

function aVictim(receivedAt: Instant, changes: Partial<CaseOpening> = {}): PureCase {
  return PureCase.open({ caseId: randomUUID(), receivedAt, openedAt: receivedAt, ...changes });
}

function shown({ careRecord }: PureCase, at: Instant): Projection {
  const { record, wakeAt } = takeStock(careRecord, at);
  return projectionOf(record, nothingProjected, wakeAt);
}

/** The numbers of a team with these cases, as the API reads them from MongoDB. */
function morningOf(
  cases: readonly PureCase[],
  asOf: Instant = sevenAm,
  hidden: ReadonlySet<string> = new Set()
): Readonly<Record<SectionName, Section>> {
  const all = cases.map((each) => shown(each, asOf));
  const tasks = all.flatMap((each) => each.tasks).filter(({ closed }) => !closed);
  const { from, until } = daysOfTheMorning(asOf, calendar);
  const duties = all.flatMap((each) => each.duties);
  const asked = casesToAskAbout(tasks);
  return morningNumbers(
    {
      asOf,
      calendar,
      hidden,
      cases: all.map(({ summary }) => summary),
      tasks,
      duties: duties.filter(({ dueBy = '' }) => dueBy >= from && dueBy <= until),
      unsettledSafety: duties
        .filter(
          ({ caseId, obligation, settled }) => asked.includes(caseId) && safetyIds.includes(obligation) && !settled
        )
        .map(({ caseId, id }) => `${caseId}.${id}`),
    },
    nobodySilent
  );
}

const caseIds = ({ items }: Section) => items.map(({ caseId }) => caseId);
const idOf = ({ careRecord }: PureCase) => careRecord.opening.caseId;

describe('a supervisor at seven in the morning', () => {
  it('sees the victims whom nobody has reached, Enhanced Rights first, then by the hours left or over', () => {
    const late = aVictim('2026-03-03T20:00:00.000Z');
    const fresh = aVictim('2026-03-04T22:00:00.000Z');
    const grave = aVictim('2026-03-05T06:00:00.000Z', { circumstances: ['domesticAbuse'] });
    const reached = aVictim('2026-03-04T22:00:00.000Z', {
      officerActions: [{ action: 'victimContacted', at: sevenAm }],
    });
    const { notReached } = morningOf([fresh, late, reached, grave]);
    expect(caseIds(notReached)).toEqual([grave, late, fresh].map(idOf));
    expect(notReached.items.map(({ tier }) => tier)).toEqual(['enhanced', 'standard', 'standard']);
    expect(notReached.items.slice(1).map(({ hoursLeft }) => hoursLeft)).toEqual([-11, 15]);
    expect(notReached).toMatchObject({ count: 3, oldestHours: 35 });
    expect(notReached.items[1]?.why).toMatch(
      /^After the crime report on .* a standard of the force gives the police 24 hours to speak with the victim/
    );
  });

  it('sees apart the victims whom it is unsafe to contact, who are out of reach, or have no safe way', () => {
    const unsafe = aVictim('2026-03-03T10:00:00.000Z').complete(
      'makeFirstContact',
      'contactImpossible',
      { reason: 'unsafeToContact' },
      '2026-03-03T12:00:00.000Z'
    );
    const away = aVictim('2026-03-02T10:00:00.000Z').complete(
      'makeFirstContact',
      'contactImpossible',
      { reason: 'unreachable' },
      '2026-03-03T09:00:00.000Z'
    );
    const declined = aVictim('2026-03-02T10:00:00.000Z').complete(
      'makeFirstContact',
      'contactImpossible',
      { reason: 'declined' },
      '2026-03-03T09:00:00.000Z'
    );
    const noRoute = aVictim('2026-03-04T10:00:00.000Z', { safeChannels: [] });
    const { notReached, noSafeWay } = morningOf([unsafe, noRoute, declined, away]);
    expect(notReached.count).toBe(0);
    expect(caseIds(noSafeWay)).toEqual([away, unsafe, noRoute].map(idOf));
    expect(noSafeWay.items.map(({ why }) => why.slice(0, 26))).toEqual([
      'The victim was found to be',
      'It was found unsafe to con',
      'Nobody has reached the vic',
    ]);
    expect(noSafeWay.oldestHours).toBe(69);

    const found = unsafe.record('contactMade', { channel: 'phone', with: 'victim' }, '2026-03-05T06:00:00.000Z');
    const safeNow = noRoute.record(
      'personChanged',
      { changed: [], safeChannels: ['phone'] },
      '2026-03-05T06:00:00.000Z'
    );
    expect(morningOf([found, safeNow])).toMatchObject({ noSafeWay: { count: 0 }, notReached: { count: 1 } });
  });

  it('sees what was escalated and nobody has received, each once however far it has climbed, longest waiting first', () => {
    const concern = { level: 'immediate', concern: 'childAtRisk', to: 'safeguarding-officer' } as const;
    const climbed = aVictim('2026-03-02T10:00:00.000Z').record('concernRaised', concern, '2026-03-05T03:00:00.000Z');
    climbed.at('2026-03-05T03:06:00.000Z').at('2026-03-05T06:00:00.000Z');
    const breach = { of: 'bailConditions', danger: 'notImmediate' } as const;
    const fresh = aVictim('2026-03-02T10:00:00.000Z').record('breachReported', breach, '2026-03-05T06:55:00.000Z');
    const { escalations } = morningOf([fresh, climbed]);
    expect(caseIds(escalations)).toEqual([idOf(climbed), idOf(fresh)]);
    expect(escalations).toMatchObject({ count: 2, items: [{ hoursLeft: -3.9 }, { hoursLeft: 0.2 }] });
    climbed.record('concernReceived', { about: 1 }, '2026-03-05T06:56:00.000Z');
    expect(morningOf([climbed]).escalations).toEqual({ count: 0, items: [] });
  });

  it('sees suspects who are out or on other bail of which the victim has not been told, and who told is gone', () => {
    const bailed = aVictim('2026-03-02T10:00:00.000Z', { suspects: ['s1'] })
      .record('suspectArrested', {}, '2026-03-04T10:00:00.000Z', { suspects: ['s1'] })
      .record('suspectBailed', { conditions: true } as never, '2026-03-04T18:00:00.000Z', { suspects: ['s1'] });
    const { releaseNewsUntold, escalations } = morningOf([bailed, aVictim('2026-03-04T10:00:00.000Z')]);
    expect(caseIds(releaseNewsUntold)).toEqual([idOf(bailed)]);
    expect(releaseNewsUntold.items[0]?.why).toMatch(/^The victim has not been told of .*bail/);
    expect(escalations).toEqual({ count: 0, items: [] });

    const task = bailed.careRecord.tasks.find(({ kind, about }) => kind === 'tellVictim' && about?.[0] === 2);
    bailed.record('victimTold', { about: task?.about ?? [], channel: 'phone' } as never, '2026-03-05T06:00:00.000Z');
    expect(morningOf([bailed]).releaseNewsUntold.count).toBe(0);
  });

  it('sees a release that was news before the case came to us and that nobody has told yet', () => {
    const openedAt = '2026-03-04T10:00:00.000Z';
    const old = PureCase.open({
      caseId: randomUUID(),
      receivedAt: '2026-01-10T10:00:00.000Z',
      openedAt,
      suspects: ['s1'],
    });
    const then = '2026-01-20T10:00:00.000Z';
    const told = { now: addHours(openedAt, 1), receivedAt: then, suspects: ['s1'] };
    old.record('suspectReleasedUnderInvestigation', {}, then, told);
    expect(old.openKinds()).not.toContain('tellVictim');
    const { releaseNewsUntold } = morningOf([old]);
    expect(caseIds(releaseNewsUntold)).toEqual([idOf(old)]);
    expect(releaseNewsUntold.items[0]?.why).toMatch(/release/);
  });

  it('sees who should be treated as at high risk and has not been assessed', () => {
    const grave = aVictim('2026-03-04T10:00:00.000Z', { circumstances: ['domesticAbuse'] });
    const assessed = aVictim('2026-03-04T10:00:00.000Z', { circumstances: ['domesticAbuse'] }).complete(
      'assessNeeds',
      'needsAssessed',
      { needs: [], riskLevel: 'high', enhancedRightsGrounds: ['vulnerable'] },
      '2026-03-04T12:00:00.000Z'
    );
    const { highRiskNotAssessed } = morningOf([aVictim('2026-03-04T10:00:00.000Z'), grave, assessed]);
    expect(caseIds(highRiskNotAssessed)).toEqual([idOf(grave)]);
  });

  it('sees by whose clock duties are due today, and were missed since the last working day without a reason', () => {
    const victim = aVictim('2026-02-26T10:00:00.000Z');
    const [due] = shown(victim, victim.careRecord.opening.openedAt)
      .duties.filter(({ dueBy, obligation }) => dueBy !== undefined && obligation !== 'force-first-contact')
      .sort((one, other) => ((one.dueBy ?? '') < (other.dueBy ?? '') ? -1 : 1));
    if (!due?.dueBy) throw new Error('A report brings duties');
    const onTheDay = morningOf([victim], `${due.dueBy.slice(0, 10)}T07:00:00.000Z`);
    const isThis = { caseId: idOf(victim), dueAt: due.dueBy, dutyHolder: expect.any(String) };
    expect(onTheDay.dutiesDueToday.items).toContainEqual(expect.objectContaining(isThis));
    const { count, byDutyHolder = {} } = onTheDay.dutiesDueToday;
    expect(Object.values(byDutyHolder).reduce((sum, each) => sum + each, 0)).toBe(count);

    const theNextDay = addHours(due.dueBy, 8);
    expect(morningOf([victim], theNextDay).dutiesMissed.items).toContainEqual(expect.objectContaining(isThis));
    victim.at(theNextDay);
    victim.record('dutyReasonGiven', { duty: due.id, cause: 'overlooked', goodReason: false }, theNextDay);
    expect(morningOf([victim], addHours(theNextDay, 1)).dutiesMissed.items).not.toContainEqual(
      expect.objectContaining(isThis)
    );
  });

  it('sees promised updates apart from other duties', () => {
    const victim = aVictim('2026-02-02T10:00:00.000Z');
    const update = shown(victim, '2026-02-02T10:00:00.000Z').duties.find(
      ({ obligation }) => obligation === 'force-update'
    );
    const day = update?.dueBy?.slice(0, 10) ?? '';
    const today = morningOf([victim], `${day}T07:00:00.000Z`);
    expect(caseIds(today.updatesDueToday)).toEqual([idOf(victim)]);
    expect(today.dutiesDueToday.items.map(({ why }) => why)).not.toContainEqual(expect.stringMatching(/update/));
    expect(caseIds(morningOf([victim], addHours(update?.dueBy ?? '', 8)).updatesMissed)).toEqual([idOf(victim)]);
  });

  it('counts a restricted case that they may not see, and shows nothing of it, however many there are', () => {
    const seen = aVictim('2026-03-04T10:00:00.000Z');
    const kept = Array.from({ length: 60 }, () => aVictim('2026-03-03T10:00:00.000Z'));
    const all = morningOf([...kept, seen]);
    const numbers = morningOf([...kept, seen], sevenAm, new Set(kept.map(idOf)));
    for (const name of sectionNames) {
      expect([name, numbers[name].count]).toEqual([name, all[name].count]);
      expect(numbers[name].items.filter(({ caseId }) => caseId !== idOf(seen))).toEqual([]);
    }
    expect(numbers.notReached.count).toBe(61);
    expect(caseIds(numbers.notReached)).toEqual([idOf(seen)]);
  });

  it('sees cases without an officer and tasks that nobody has taken', () => {
    const nobodys = aVictim('2026-03-04T10:00:00.000Z');
    const officers = aVictim('2026-03-04T10:00:00.000Z', { officerInCase: 'officer-7' });
    const { casesWithoutOfficer, tasksWithoutOwner } = morningOf([officers, nobodys]);
    expect(caseIds(casesWithoutOfficer)).toEqual([idOf(nobodys)]);
    expect(tasksWithoutOwner.count).toBe(10);
    const dueAt = tasksWithoutOwner.items.map((item) => item.dueAt ?? '');
    expect(dueAt).toEqual([...dueAt].sort());
  });

  it('sees a case that should have looked again by itself and has not', () => {
    const victim = aVictim('2026-03-04T10:00:00.000Z');
    const stuck = projectionOf(victim.careRecord, nothingProjected, '2026-03-05T05:00:00.000Z').summary;
    const nothing = { hidden: new Set<string>(), tasks: [], duties: [], unsettledSafety: [] };
    const read = { asOf: sevenAm, calendar, cases: [stuck], ...nothing };
    expect(morningNumbers(read, nobodySilent).casesWithoutNextDate).toMatchObject({
      count: 1,
      items: [{ caseId: idOf(victim), why: 'It should have looked again by itself and has not.' }],
    });
  });

  it('sees the trials of the next fourteen days that are not ready, with what is missing', () => {
    const charged = (on: string) =>
      aVictim('2026-02-02T10:00:00.000Z', { suspects: ['s1'] })
        .record('suspectCharged', {} as never, '2026-02-10T10:00:00.000Z', { suspects: ['s1'] })
        .record('hearingListed', { hearingId: 'h1', hearing: 'trial', on }, '2026-02-11T10:00:00.000Z');
    const today = charged('2026-03-05');
    const lastDay = charged('2026-03-19');
    const tooFar = charged('2026-03-20');
    const uncharged = aVictim('2026-02-02T10:00:00.000Z').record(
      'hearingListed',
      { hearingId: 'h1', hearing: 'trial', on: '2026-03-10' },
      '2026-02-11T10:00:00.000Z'
    );
    const vacated = charged('2026-03-12').record('hearingVacated', { hearingId: 'h1' }, '2026-02-12T10:00:00.000Z');
    const { trialsNotReady } = morningOf([tooFar, lastDay, vacated, uncharged, today]);
    expect(caseIds(trialsNotReady)).toEqual([today, uncharged, lastDay].map(idOf));
    expect(trialsNotReady.items.map(({ why }) => why)).toEqual([
      expect.stringMatching(/^Trial on 5 March 2026: .*dates to avoid not given; .*special measures not screened for/),
      expect.stringMatching(/^Trial on 10 March 2026: .*no charge on record\.$/),
      expect.stringMatching(/^Trial on 19 March 2026: .*told of the court date/),
    ]);

    const ready = charged('2026-03-12')
      .complete(
        'askAvailability',
        'availabilityGiven',
        { datesToAvoid: [], none: true } as never,
        '2026-02-12T10:00:00.000Z'
      )
      .complete(
        'screenSpecialMeasures',
        'specialMeasuresScreened',
        { wanted: false, measures: [] } as never,
        '2026-02-12T10:00:00.000Z'
      );
    while (ready.openKinds().includes('tellVictim')) {
      const { about = [] } = ready.openTask('tellVictim');
      ready.complete(
        'tellVictim',
        'victimTold',
        { about: [...about], channel: 'phone' } as never,
        '2026-02-12T11:00:00.000Z'
      );
    }
    expect(morningOf([ready]).trialsNotReady.count).toBe(0);
  });

  it('sees a count of all and fifty of them', () => {
    const many = Array.from({ length: 60 }, (_, n) => aVictim(addHours('2026-03-04T10:00:00.000Z', n / 10)));
    const { notReached } = morningOf(many);
    expect([notReached.count, notReached.items.length]).toEqual([60, 50]);
    expect(caseIds(notReached)).toEqual(many.slice(0, 50).map(idOf));
  });

  it('sees every section, empty or not', () => {
    expect(Object.keys(morningOf([])).sort()).toEqual([...sectionNames].sort());
  });
});

describe('the days of a morning', () => {
  it.each([
    ['on a Monday begin with Friday', '2026-03-09T07:00:00.000Z', '2026-03-06'],
    ['on the Tuesday after Easter begin with Maundy Thursday', '2026-04-07T06:00:00.000Z', '2026-04-02'],
    ['on a Sunday begin with Friday', '2026-03-08T07:00:00.000Z', '2026-03-06'],
    ['after Christmas begin with Christmas Eve', '2026-12-29T07:00:00.000Z', '2026-12-24'],
  ])('%s', (_title, asOf, missedSince) => {
    expect(daysOfTheMorning(asOf, calendar).missedSince).toBe(missedSince);
  });

  it('end with the London day, on the morning after the clocks went forward as on the one after they went back', () => {
    expect(daysOfTheMorning('2026-03-29T06:00:00.000Z', calendar)).toEqual({
      today: '2026-03-29',
      missedSince: '2026-03-27',
      from: '2026-03-27T00:00:00.000Z',
      until: '2026-03-29T22:59:59.999Z',
    });
    expect(daysOfTheMorning('2026-10-25T07:00:00.000Z', calendar)).toEqual({
      today: '2026-10-25',
      missedSince: '2026-10-23',
      from: '2026-10-22T23:00:00.000Z',
      until: '2026-10-25T23:59:59.999Z',
    });
  });

  it('are those of London just after midnight in summer', () => {
    expect(daysOfTheMorning('2026-07-01T23:30:00.000Z', calendar).today).toBe('2026-07-02');
  });

  it('count hours by the clock that runs through the night in which an hour is skipped', () => {
    const victim = aVictim('2026-03-28T19:00:00.000Z');
    const { notReached } = morningOf([victim], '2026-03-29T06:00:00.000Z');
    // Seven in summer time: eleven hours have passed, not twelve.
    expect(notReached.items[0]?.hoursLeft).toBe(13);
  });
});
