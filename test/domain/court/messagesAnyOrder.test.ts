import fc from 'fast-check';
import { placesOf } from '../../../commands/court/placeProsecutions';
import type { Reference } from '../../../database/court/courtReferences';
import type { CourtEvent } from '../../../domain/court/courtEvent';
import { tellingsOwed } from '../../../domain/court/tellings';
import { readCourtMessage } from '../../../gateways/courts/readCourtMessage';
import type { AboutProsecution, CourtEnvelope } from '../../../gateways/courts/reading';
import { linkedCase, PureCourtCase } from './courtBuilder';

/** The environment asks for more where a rare order is looked for. */
const runs = Number(process.env['SHUFFLES'] ?? 1_000);
const urn = '41AA1000001';
const uuid = (number: number) => `5c0f6a7e-4f2e-4f9e-9f0e-${String(number).padStart(12, '0')}`;
const people = [
  { id: uuid(1), firstName: 'Abbie', lastName: 'Armstrong', offence: uuid(11) },
  { id: uuid(2), firstName: 'Ben', lastName: 'Barnes', offence: uuid(12) },
] as const;
const caseId = uuid(21);

const day = fc.constantFrom('2026-05-04', '2026-05-05', '2026-05-06', '2026-09-07', '2027-01-18');
const clock = fc.constantFrom('09:30:00', '14:00:00');
const room = fc.constantFrom('1', '2');
const court = fc.constantFrom('Luton Crown Court', 'Stevenage');
const person = fc.constantFrom(...people);
const who = fc.subarray([...people], { minLength: 1 });
const hearingId = fc.constantFrom(uuid(31), uuid(32));
const typed = fc.constantFrom('Trial', 'Sentence', 'Plea and Trial Preparation');
/** Few hours, so that much is said at the same instant. */
const issued = fc.integer({ min: 0, max: 60 }).map((weeks) => new Date(Date.UTC(2026, 2, 1 + weeks * 7)).toISOString());
const sittings = fc
  .tuple(day, clock, fc.integer({ min: 1, max: 3 }))
  .map(([on, time, length]) =>
    Array.from({ length }, (_, index) => new Date(Date.parse(`${on}T${time}Z`) + index * 86_400_000).toISOString())
  );

interface Message {
  readonly kind: string;
  readonly body: object;
  readonly at: string;
}
const message = (kind: string, body: fc.Arbitrary<object>): fc.Arbitrary<Message> =>
  fc.record({ kind: fc.constant(kind), body, at: issued });

const dailyList = issued.chain((PublishedTime) =>
  fc.record({ day, clock, room, court, who, Version: fc.constantFrom('1', '2') }).map((given) => ({
    DailyList: {
      ListHeader: { StartDate: given.day, PublishedTime, Version: given.Version },
      CrownCourt: { CourtHouseName: given.court },
      CourtLists: [
        {
          CourtHouse: { CourtHouseName: given.court },
          Sittings: [
            {
              ...{ SittingAt: given.clock, CourtRoomNumber: given.room },
              Hearings: [
                {
                  HearingDetails: { HearingDescription: 'For Trial', HearingType: 'TRL' },
                  Defendants: given.who.map(({ firstName, lastName }) => ({
                    PersonalDetails: { Name: { CitizenNameForename: [firstName], CitizenNameSurname: lastName } },
                    URN: urn,
                  })),
                },
              ],
            },
          ],
        },
      ],
    },
  }))
);

const warnedList = issued.chain((PublishedTime) =>
  fc.constantFrom('2026-05-04', '2026-09-07').map((StartDate) => ({
    WarnedList: {
      ListHeader: {
        StartDate,
        EndDate: StartDate.replace(/\d\d$/, (on) => String(Number(on) + 4).padStart(2, '0')),
        PublishedTime,
      },
      CrownCourt: { CourtHouseName: 'Luton Crown Court' },
      CourtLists: [
        {
          CourtHouse: { CourtHouseName: 'Luton Crown Court' },
          WithoutFixedDate: [
            {
              HearingType: 'TRL',
              Fixture: [{ Cases: [{ Hearing: [{ HearingDescription: 'For Trial' }], Defendants: [{ URN: urn }] }] }],
            },
          ],
        },
      ],
    },
  }))
);

const platformList = fc.record({ day, clock, at: issued }).map(({ day: sittingDate, clock: time, at }) => ({
  courtCentreId: uuid(41),
  requestedTime: at,
  courtLists: [
    {
      sittingDate,
      hearings: [
        {
          startTime: `${sittingDate}T${time}`,
          hearingType: { description: 'Trial' },
          caseIdentifier: { caseReference: urn },
          defendants: [],
        },
      ],
    },
  ],
}));

const results = fc.constantFrom(
  [],
  [{ label: 'Withdrawn', orderedDate: '2026-05-06' }],
  [{ cjsCode: '1002', label: 'Imprisonment', orderedDate: '2026-09-07', isConvictedResult: true }],
  [{ label: 'Warrant of arrest without bail', orderedDate: '2026-05-06' }]
);
const offence = fc.record(
  {
    plea: fc.record({ pleaDate: day, pleaValue: fc.constantFrom('GUILTY', 'NOT_GUILTY') }),
    verdict: fc.record({
      verdictDate: day,
      verdictType: fc.record({ categoryType: fc.constantFrom('GUILTY', 'NOT_GUILTY', 'NO_VERDICT') }),
    }),
    judicialResults: results,
  },
  { requiredKeys: [] }
);
const wholeHearing = fc
  .record({
    hearingId,
    typed,
    sittings,
    court,
    room,
    who,
    offence,
    sharedTime: fc.option(issued),
    bail: fc.constantFrom('C', 'B', 'U'),
  })
  .map((given) => ({
    hearing: {
      id: given.hearingId,
      jurisdictionType: 'CROWN',
      type: { description: given.typed },
      courtCentre: { name: given.court, roomName: given.room },
      hearingDays: given.sittings.map((sittingDay) => ({ sittingDay })),
      prosecutionCases: [
        {
          id: caseId,
          prosecutionCaseIdentifier: { caseURN: urn },
          defendants: given.who.map(({ id, firstName, lastName, offence: offenceId }) => ({
            id,
            personDefendant: { bailStatus: { code: given.bail }, personDetails: { firstName, lastName } },
            offences: [{ id: offenceId, ...given.offence }],
          })),
        },
      ],
    },
    ...(given.sharedTime ? { sharedTime: given.sharedTime } : {}),
  }));

const anyMessage: fc.Arbitrary<Message> = fc.oneof(
  message('crownDailyList', dailyList),
  message('crownWarnedList', warnedList),
  message('public.listing.court-list-published', platformList),
  message('wholeHearing', wholeHearing),
  message(
    'public.hearing.adjourned',
    fc.record({ hearingId, typed, day, clock, who }).map((given) => ({
      ...{ caseId, urn },
      hearings: [
        {
          ...{ id: given.hearingId, type: given.typed, startDate: given.day, startTime: given.clock },
          defendants: given.who.map(({ id, offence: offenceId }) => ({ id, offences: [{ id: offenceId }] })),
        },
      ],
    }))
  ),
  message(
    'public.listing.hearing-confirmed',
    fc.record({ hearingId, typed, sittings, room }).map((given) => ({
      confirmedHearing: {
        id: given.hearingId,
        type: { description: given.typed },
        courtCentre: { roomName: given.room },
        hearingDays: given.sittings.map((sittingDay) => ({ sittingDay })),
        prosecutionCases: [{ id: caseId }],
      },
    }))
  ),
  message(
    'public.listing.hearing-days-changed-for-hearing',
    fc.record({ hearingId, sittings }).map((given) => ({
      hearingId: given.hearingId,
      hearingDays: given.sittings.map((startTime) => ({ startTime })),
    }))
  ),
  message(
    'public.events.listing.next-hearing-day-changed',
    fc
      .record({ hearingId, sittings })
      .map((given) => ({ hearingId: given.hearingId, hearingStartDate: given.sittings[0] }))
  ),
  message(
    'public.hearing-detail-changed',
    fc.record({ hearingId, typed, sittings, room }).map((given) => ({
      hearing: { id: given.hearingId, type: given.typed, courtRoomName: given.room, hearingDays: given.sittings },
    }))
  ),
  message(
    'public.hearing.trial-vacated',
    hearingId.map((id) => ({ hearingId: id, vacatedTrialReasonId: uuid(51), caseDetails: [{ caseId, caseURN: urn }] }))
  ),
  message('public.listing.vacated-trial-updated', fc.record({ hearingId, isVacated: fc.boolean() })),
  message('public.events.listing.allocated-hearing-deleted', fc.record({ hearingId })),
  message(
    'public.hearing.hearing-offence-plea-updated',
    fc.record({ hearingId, person, day, plea: fc.constantFrom('GUILTY', 'NOT_GUILTY') }).map((given) => ({
      hearingId: given.hearingId,
      pleaModel: {
        offenceId: given.person.offence,
        defendantId: given.person.id,
        plea: { pleaDate: given.day, pleaValue: given.plea },
      },
    }))
  ),
  message(
    'public.hearing.hearing-offence-verdict-updated',
    fc.record({ hearingId, person, day, verdict: fc.constantFrom('GUILTY', 'NOT_GUILTY') }).map((given) => ({
      hearingId: given.hearingId,
      verdicts: {
        offenceId: given.person.offence,
        verdictDate: given.day,
        verdictType: { categoryType: given.verdict },
      },
    }))
  )
);

const idOf = (kind: string, value: string) => `${kind}-${value.replace(/\W/g, '')}`;

function read({ kind, body, at }: Message): readonly AboutProsecution[] {
  const envelope: CourtEnvelope = { kind, occurredAt: at };
  const found = readCourtMessage(JSON.stringify(body), envelope, idOf);
  if ('refused' in found) throw new Error(JSON.stringify([kind, found.refused]));
  return found.reading.says === 'nothing' ? [] : found.reading.prosecutions;
}

const linked = [
  linkedCase('victim', { suspects: ['s1', 's2'], matched: { s1: `cp-${people[0].id}`, s2: `cp-${people[1].id}` } }),
  linkedCase('witness', { role: 'witness', suspects: [] }),
];

/** What messages name by ids of the court waits until another has made them known, and then goes on. */
class Post {
  readonly court = new PureCourtCase().links(...linked);
  private readonly known = new Map<string, Reference>();
  private readonly arrived = new Map<string, readonly AboutProsecution[]>();
  private readonly heard = new Set<string>();

  brings(messageId: string, given: Message): void {
    this.arrived.set(messageId, read(given));
    for (let more = true; more;) {
      more = false;
      for (const [id, prosecutions] of this.arrived) {
        for (const about of prosecutions) more = this.places(id, about, given.at) || more;
      }
    }
  }

  private places(messageId: string, about: AboutProsecution, receivedAt: string): boolean {
    const places = placesOf(about, this.known);
    const events = places
      .flatMap((place) => place.events)
      .map((event) => ({ ...event, messageId, receivedAt }) as CourtEvent)
      .filter(({ receivedAt: _at, ...event }) => {
        const key = JSON.stringify(event);
        return !this.heard.has(key) && this.heard.add(key);
      });
    this.court.hears(...events);
    return places.length > 0 && about.makesKnown.map((each) => this.knows(each)).some((isNew) => isNew);
  }

  private knows({ reference, defendant }: AboutProsecution['makesKnown'][number]): boolean {
    const before = this.known.get(reference);
    const defendants = [...(before?.defendants ?? [])];
    const isNew = defendant !== undefined && !defendants.some((ids) => ids.join() === defendant.join());
    if (before && !isNew) return false;
    this.known.set(reference, { urns: [urn], defendants: isNew ? [...defendants, defendant] : defendants });
    return true;
  }
}

const delivered = fc.array(anyMessage, { minLength: 1, maxLength: 20 }).chain((all) => {
  const messages = all.map((each, index) => [`m${String(index).padStart(2, '0')}`, each] as const);
  return fc
    .record({
      order: fc.shuffledSubarray(messages, { minLength: messages.length }),
      doubled: fc.subarray(messages),
      lost: fc.subarray(messages),
    })
    .map(({ order, doubled, lost }) => ({
      messages,
      arriving: [...order.filter((each) => !lost.includes(each)), ...doubled, ...lost],
    }));
});

/** When a case believes that its hearings are, by everything that it was told. */
function knownTo(court: PureCourtCase, caseId: string): unknown {
  const hearings = new Map<string, unknown>();
  for (const { kind, data } of court.told(caseId)) {
    if (kind === 'hearingVacated') hearings.delete(data.hearingId);
    else if (kind === 'hearingListed' || kind === 'hearingMoved') {
      const { hearingId: id, on, at, untilOn } = data;
      hearings.set(id, JSON.stringify({ on, at, untilOn }));
    }
  }
  return [...hearings.values()].sort();
}

describe('messages as courts send them, in any order', () => {
  it('doubled, shuffled and with losses repaired later, end in the same state, and every case knows it', () => {
    fc.assert(
      fc.property(delivered, ({ messages, arriving }) => {
        const [shuffled, straight] = [new Post(), new Post()];
        for (const [id, each] of arriving) shuffled.brings(id, each);
        const byIssue = [...messages].sort(([, one], [, other]) => (one.at < other.at ? -1 : 1));
        for (const [id, each] of byIssue) straight.brings(id, each);
        expect({ ...shuffled.court.view(), version: 0 }).toEqual({ ...straight.court.view(), version: 0 });
        for (const { court } of [shuffled, straight]) {
          expect(tellingsOwed(court.record, '2027-12-31T00:00:00.000Z')).toEqual([]);
          expect(isToldInVain(court)).toEqual([]);
        }
        // Of a hearing that has been nobody is told who had not heard of it.
        const { hearings } = straight.court.view();
        if (hearings.some(({ status }) => status === 'held')) return;
        for (const { caseId: id } of linked) expect(knownTo(shuffled.court, id)).toEqual(knownTo(straight.court, id));
      }),
      { numRuns: runs }
    );
  });
});

/** Facts that a case was told twice in a row about one thing, with nothing changed. */
function isToldInVain({ heard }: PureCourtCase): unknown[] {
  const last = new Map<string, string>();
  return heard.filter(({ caseId: id, heading, fact, on }) => {
    const key = `${id} ${heading}`;
    const said = JSON.stringify([fact.kind, fact.data, fact.suspects, on]);
    const again = last.get(key) === said;
    last.set(key, said);
    return again;
  });
}
