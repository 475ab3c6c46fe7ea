import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { CourtEvent } from '../../../domain/court/courtEvent';
import { newsFor } from '../../../domain/court/courtNews';
import { tellingsOwed } from '../../../domain/court/tellings';
import { armstrong, barnes, linkedCase, PureCourtCase, said } from './courtBuilder';

/** The environment asks for more where a rare order is looked for. */
const runs = Number(process.env['SHUFFLES'] ?? 1_000);

const days = ['2026-05-04', '2026-06-01', '2026-09-07', '2026-10-12', '2027-01-18'] as const;
const day = fc.constantFrom(...days);
const defendant = fc.constantFrom(armstrong, barnes, [...armstrong, 'name-a'], ['name-a'], [...barnes, 'name-a']);
const issued = fc
  .integer({ min: 0, max: 400 * 24 })
  .map((hours) => new Date(Date.UTC(2026, 2, 1) + hours * 3_600_000).toISOString());
const hearingId = fc.constantFrom('h1', 'h2');
const offenceId = fc.constantFrom('o1', 'o2');
const court = fc.constantFrom('luton-crown', 'stevenage');
const dates = fc.record({ on: day, certainty: fc.constantFrom('fixed' as const, 'warnedWeek' as const) });

const event: fc.Arbitrary<CourtEvent> = fc
  .oneof(
    fc.tuple(
      fc.constant('hearingSet' as const),
      fc.record({ hearingId, court, hearing: fc.constant('trial' as const), defendants: fc.array(defendant), dates })
    ),
    fc.tuple(fc.constant('hearingVacated' as const), fc.record({ hearingId, why: fc.constant('vacated' as const) })),
    fc.tuple(
      fc.constant('listed' as const),
      fc.record({ court, hearing: fc.constant('trial' as const), defendants: fc.array(defendant), dates })
    ),
    fc.tuple(fc.constant('missingFromList' as const), fc.record({ court, on: day })),
    fc.tuple(
      fc.constant('pleaEntered' as const),
      fc.record({ defendant, offenceId, on: day, plea: fc.constantFrom('guilty' as const, 'notGuilty' as const) })
    ),
    fc.tuple(
      fc.constant('verdictGiven' as const),
      fc.record({ defendant, offenceId, on: day, verdict: fc.constantFrom('guilty' as const, 'notGuilty' as const) })
    ),
    fc.tuple(
      fc.constant('sentencePassed' as const),
      fc.record({
        ...{ defendant, offenceId, on: day, court: fc.constant('crown' as const) },
        sentences: fc.constantFrom(['imprisonment' as const], ['fine' as const], ['restrainingOrder' as const]),
      })
    ),
    fc.tuple(fc.constant('warrantIssued' as const), fc.record({ defendant, on: day })),
    fc.tuple(
      fc.constant('bailDecided' as const),
      fc.record({ defendant, on: day, decision: fc.constantFrom('bailed' as const, 'remanded' as const) })
    ),
    fc.tuple(
      fc.constant('orderDecided' as const),
      fc.record({
        ...{ defendant, on: day, order: fc.constant('restrainingOrder' as const) },
        how: fc.constantFrom('made' as const, 'varied' as const, 'discharged' as const, 'changed' as const),
      })
    )
  )
  .chain(([kind, data]) =>
    issued.map((at) => {
      const { dates: when, ...rest } = data as { dates?: object };
      return said(kind, { ...rest, ...when } as never, at);
    })
  );

interface Delivered {
  readonly messages: readonly CourtEvent[];
  readonly arriving: readonly CourtEvent[];
}

/** The same messages shuffled, some doubled, the lost ones repaired at the end. */
const delivered: fc.Arbitrary<Delivered> = fc.array(event, { minLength: 1, maxLength: 25 }).chain((messages) =>
  fc
    .record({
      order: fc.shuffledSubarray([...messages], { minLength: messages.length }),
      doubled: fc.subarray([...messages]),
      lost: fc.subarray([...messages]),
    })
    .map(({ order, doubled, lost }) => {
      const first = order.filter((each) => !lost.includes(each));
      return { messages, arriving: [...first, ...doubled, ...lost] };
    })
);

const linked = [
  linkedCase('victim', { suspects: ['s1', 's2'], matched: { s1: armstrong[0] ?? '', s2: barnes[0] ?? '' } }),
  linkedCase('witness', { role: 'witness', suspects: [] }),
];

function wholeStory(events: readonly CourtEvent[]): PureCourtCase {
  return new PureCourtCase().links(...linked).hears(...events);
}

/** What a case was told last of each thing that is still news, hearings aside: those it may know by another id. */
function outcomesKnown({ record, heard }: PureCourtCase, caseId: string): unknown[] {
  const link = record.linked[caseId];
  const news = link ? newsFor(record, link).filter(({ heading }) => !heading.startsWith('hearing|')) : [];
  return news.map(({ heading, kind, data, suspects }) => {
    const last = heard.filter((telling) => telling.caseId === caseId && telling.fact.kind === kind);
    const isTold = last.some(({ fact }) => isDeepStrictEqual([fact.data, fact.suspects ?? []], [data, suspects]));
    expect(isTold).toBe(true);
    return { heading, data };
  });
}

describe('messages of the courts in any order', () => {
  it('doubled, shuffled and with losses repaired later, end in the same state', () => {
    fc.assert(
      fc.property(delivered, ({ messages, arriving }) => {
        const inOrder = [...messages].sort((one, other) => (one.issuedAt < other.issuedAt ? -1 : 1));
        const [shuffled, straight] = [wholeStory(arriving), wholeStory(inOrder)];
        expect({ ...shuffled.view(), version: 0 }).toEqual({ ...straight.view(), version: 0 });
        expect(tellingsOwed(shuffled.record, '2027-12-31T00:00:00.000Z')).toEqual([]);
        for (const { caseId } of linked)
          expect(outcomesKnown(shuffled, caseId)).toEqual(outcomesKnown(straight, caseId));
      }),
      { numRuns: runs }
    );
  });

  it('leave each case with the hearings of the prosecution, each once', () => {
    fc.assert(
      fc.property(delivered, ({ arriving }) => {
        const story = new PureCourtCase().links(...linked).hears(...arriving);
        const hearings = story
          .view()
          .hearings.filter(({ status, defendants }) => status === 'listed' && defendants.length === 0);
        const known = new Map<string, string | undefined>();
        for (const { kind, data } of story.told('witness')) {
          if (!('hearingId' in data) || data.hearingId === undefined) continue;
          if (kind === 'hearingVacated') known.delete(data.hearingId);
          else if ('on' in data) known.set(data.hearingId, data.on);
        }
        for (const { on } of hearings) expect([...known.values()]).toContain(on);
      }),
      { numRuns: runs }
    );
  });
});
