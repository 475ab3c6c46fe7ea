import {
  editionById,
  editionInForce,
  editionOf,
  editions,
  lastDayOf,
  obligationById,
  publishedEditions,
} from '../../../domain/code/editions';
import { schemes, type Obligation } from '../../../domain/code/obligation';
import type { FactKind } from '../../../domain/fact';
import { addCalendarDays } from '../../../domain/time/londonTime';
import { caseRoles, type CaseRole } from '../../../domain/vocabulary';

const today = '2026-11-22';

describe('the editions of a scheme', () => {
  it.each(schemes)('of %s follow each other without gap or overlap, and the last one is open', (scheme) => {
    const published = publishedEditions(scheme);
    expect(published.length).toBeGreaterThan(0);
    const starts = published.map(({ inForceFrom }) => inForceFrom as string);
    expect([...new Set(starts)].sort()).toEqual(starts);
    published.forEach((edition, place) => {
      const next = starts[place + 1];
      expect(edition.inForceUntil).toBeUndefined();
      expect(lastDayOf(edition)).toBe(next && addCalendarDays(next, -1));
      expect(editionInForce(scheme, starts[place] as string, today)).toBe(edition);
      expect(editionInForce(scheme, addCalendarDays(starts[place] as string, -1), today)).toBe(published[place - 1]);
    });
    expect(editionInForce(scheme, '2999-12-31', today)).toBe(published.at(-1));
  });

  it('have the days on which the Code changed', () => {
    const codeOn = (on: string) => editionInForce('victimsCode', on, today)?.id;
    expect(codeOn('2013-12-09')).toBeUndefined();
    expect(codeOn('2013-12-10')).toBe('victims-code-2013');
    expect(codeOn('2015-11-15')).toBe('victims-code-2013');
    expect(codeOn('2015-11-16')).toBe('victims-code-2015');
    expect(codeOn('2021-03-31')).toBe('victims-code-2015');
    expect(codeOn('2021-04-01')).toBe('victims-code-2020');
  });
});

describe('a draft', () => {
  const drafts = editions.filter(({ status }) => status === 'draft');

  it('has no day from which it counts, and no case is held to it', () => {
    expect(drafts.map(({ id }) => id)).toContain('victims-code-next');
    for (const draft of drafts) {
      expect([draft.id, draft.inForceFrom, draft.inForceUntil]).toEqual([draft.id, undefined, undefined]);
      expect(publishedEditions(draft.scheme)).not.toContain(draft);
      expect(editionInForce(draft.scheme, '2999-12-31', today)).not.toBe(draft);
    }
  });

  it('keeps victims at 28 days for an unduly lenient sentence until six months are confirmed', () => {
    const inForce = editionInForce('undulyLenientSentence', today, today);
    expect(inForce?.obligations.map(({ limit }) => limit)).toEqual([{ n: 28, unit: 'calendarDays' }]);
    expect(obligationById('uls-6m').limit).toEqual({ n: 6, unit: 'months' });
    expect(editionOf('uls-6m').status).toBe('draft');
  });

  it('is the only edition without a first day', () => {
    for (const { id, status, inForceFrom } of editions)
      expect([id, inForceFrom === undefined]).toEqual([id, status === 'draft']);
  });
});

describe('an obligation', () => {
  const all = editions.flatMap(({ obligations }) => obligations);

  it('has an id that no other has in any edition, and so has an edition', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(editions.map(({ id }) => id)).size).toBe(editions.length);
    for (const each of all) {
      expect(obligationById(each.id)).toBe(each);
      expect(each.id).toMatch(/^[a-z0-9-]{2,60}$/);
    }
    expect(editionOf('c15-arrest')).toBe(editionById('victims-code-2015'));
  });

  it('is looked up by nothing else', () => {
    expect(() => obligationById('c20-r6')).toThrow('There is no obligation c20-r6.');
    expect(() => editionById('toString')).toThrow('There is no edition toString.');
  });

  it('reads on in a sentence', () => {
    for (const { event, owed } of all) {
      expect(`After ${event}, the police must ${owed}.`).toMatch(/^After [a-z][^.]+, the police must [a-z][^.]+\.$/u);
    }
  });

  it('has a shorter or equal limit under Enhanced Rights only where it has one at all', () => {
    for (const { limit, enhancedLimit } of all) {
      if (!enhancedLimit) continue;
      expect(limit?.unit).toBe(enhancedLimit.unit);
      expect(enhancedLimit.n).toBeLessThan(limit?.n ?? 0);
    }
  });

  it('of the courts is met by receipt, and nobody else has such a clock', () => {
    for (const { id, arises, dutyHolder, clockFrom } of all) {
      if (arises?.metBy !== 'receipt') continue;
      expect([id, dutyHolder, clockFrom]).toEqual([id, 'courts', 'happening']);
    }
  });
});

/** Rows that make somebody tell a person in this role of such a fact. */
function telling(obligations: readonly Obligation[], kind: FactKind, role: CaseRole): Obligation[] {
  return obligations.filter(
    ({ arises }) =>
      arises?.metBy === 'telling' &&
      arises.from !== 'report' &&
      arises.from.includes(kind) &&
      (arises.roles ?? caseRoles).includes(role)
  );
}

const exclude = (one: Obligation, other: Obligation): boolean =>
  Object.entries(one.arises?.where ?? {}).some(([field, values]) => {
    const others = other.arises?.where?.[field];
    return others !== undefined && !values.some((value) => others.includes(value));
  });

const told = editions.flatMap(({ obligations }) =>
  obligations.flatMap(({ arises }) => (arises?.metBy === 'telling' && arises.from !== 'report' ? arises.from : []))
);
const newsKinds = [...new Set(told)].sort();

describe('the news of one fact', () => {
  const days = ['2014-06-02', '2018-06-04', '2021-03-31', '2022-06-01', '2024-06-03', today];

  it.each(days)('is owed once to each person, over all that is in force on %s', (on) => {
    const inForce = schemes.flatMap((scheme) => editionInForce(scheme, on, today)?.obligations ?? []);
    for (const kind of newsKinds) {
      for (const role of caseRoles) {
        const rows = telling(inForce, kind, role);
        const twice = rows.flatMap((one, place) => rows.slice(place + 1).filter((other) => !exclude(one, other)));
        expect([kind, role, ...twice.map(({ id }) => id)]).toEqual([kind, role]);
      }
    }
  });

  const toWitnesses: readonly FactKind[] = [
    'suspectCharged',
    'chargedInAnotherCase',
    'hearingListed',
    'hearingMoved',
    'hearingVacated',
    'courtBailDecided',
    'pleaEntered',
    'sentToCrownCourt',
    'specialMeasuresConsidered',
    'specialMeasuresDecided',
    'specialMeasuresVaried',
    'verdictGiven',
    'witnessRequired',
    'sentencePassed',
    'prosecutionStopped',
    'appealLodged',
    'appealDecided',
  ];

  it('reaches every victim, and witnesses as far as the court is concerned', () => {
    const inForce = schemes.flatMap((scheme) => editionInForce(scheme, today, today)?.obligations ?? []);
    for (const kind of newsKinds) {
      expect([kind, telling(inForce, kind, 'victim').length > 0]).toEqual([kind, true]);
      expect([kind, telling(inForce, kind, 'victimAndWitness').length > 0]).toEqual([kind, true]);
      expect([kind, telling(inForce, kind, 'witness').length > 0]).toEqual([kind, toWitnesses.includes(kind)]);
    }
  });

  it('of a release or of bail is never silenced', () => {
    const safety = (kind: FactKind) => {
      const rows = editions.flatMap(({ obligations }) => telling(obligations, kind, 'victim'));
      return rows.length > 0 && rows.every(({ arises }) => arises?.safety === true);
    };
    const releases: FactKind[] = [
      'suspectBailed',
      'bailChanged',
      'suspectReleasedUnderInvestigation',
      'suspectReleasedWithoutCharge',
      'courtBailDecided',
      'rearrestHeard',
      'releasePlanned',
    ];
    for (const kind of releases) expect([kind, safety(kind)]).toEqual([kind, true]);
    expect(safety('suspectArrested')).toBe(false);
  });
});
