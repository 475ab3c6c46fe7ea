import { normalisedUrn } from '../../../domain/court/urn';
import { londonDay } from '../../../domain/time/londonTime';
import { defendantIds, hearingKind } from '../names';
import {
  nothing,
  sayings,
  text,
  type AboutProsecution,
  type KnownReference,
  type Reader,
  type Reading,
  type Said,
} from '../reading';
import { pleaIn, type Result } from '../results';
import { anything, flag, id, listOf, maybe, object, time, words } from '../schemas';
import { dayOf, instantOf, onCourtClock } from '../times';
import type { CourtFormat } from './format';
import { resultEvents, verdictEvents, type Shared, type Verdict } from './offences';
import { datesOf, hearingDaySchema, type HearingDay } from './wholeHearings';

const hearingRef = (hearingId: string) => `cp:hearing:${hearingId}`;
const caseRef = (caseId: string) => `cp:case:${caseId}`;
const offenceRef = (offenceId: string) => `cp:offence:${offenceId}`;
const platform = (reader: Reader) => sayings('commonPlatform', reader.issuedAt);

/** A reader of an event that speaks of prosecutions, with what it requires. */
function event<Payload>(
  schema: CourtFormat['schema'],
  read: (payload: Payload, reader: Reader) => readonly AboutProsecution[]
): CourtFormat {
  return {
    schema,
    read(payload, reader): Reading {
      const prosecutions = read(payload as Payload, reader);
      return prosecutions.length > 0 ? { says: 'something', prosecutions } : nothing('namesNoProsecution');
    },
  };
}

/** Something that happened to a hearing: of every prosecution that is heard in it. */
const ofHearing = <Payload extends object>(
  schema: CourtFormat['schema'],
  hearingIdOf: (payload: Payload) => string,
  says: (payload: Payload, hearingId: string, reader: Reader) => readonly Said[]
) =>
  event<Payload>(schema, (payload, reader) => {
    const hearingId = hearingIdOf(payload);
    return [{ references: [hearingRef(hearingId)], events: says(payload, hearingId, reader), makesKnown: [] }];
  });

const gone = (why: 'vacated' | 'deleted' | 'unallocated') =>
  ofHearing<{ hearingId: string }>(
    object({ hearingId: id }),
    ({ hearingId }) => hearingId,
    (_payload, hearingId, reader) => [platform(reader)('hearingVacated', { hearingId, why })]
  );

interface NamedDefendant {
  readonly defendantId?: string;
  readonly defendantFirstName?: string;
  readonly defendantLastName?: string;
}
interface CaseDetails {
  readonly caseId?: string;
  readonly caseURN?: string;
  readonly caseUrn?: string;
  readonly defendantDetails?: readonly NamedDefendant[];
}

const caseDetails = object(
  {},
  { caseId: words, caseURN: words, caseUrn: words, defendantDetails: maybe(listOf(anything)) }
);

function detailed(
  details: readonly CaseDetails[],
  hearingId: string,
  reader: Reader,
  says: (ids: string[][]) => Said[]
): AboutProsecution[] {
  return details.map(({ caseId, caseURN, caseUrn, defendantDetails = [] }) => {
    const named = defendantDetails.map(({ defendantId, defendantFirstName, defendantLastName }) => [
      ...defendantIds(reader, { platformId: defendantId, forename: defendantFirstName, surname: defendantLastName }),
    ]);
    const urn = normalisedUrn(caseURN ?? caseUrn ?? '');
    const known = [hearingRef(hearingId), ...(caseId ? [caseRef(caseId)] : [])];
    return {
      urn,
      references: urn ? undefined : known,
      events: says(named),
      makesKnown: known.map((reference) => ({ reference })),
    };
  });
}

interface Adjourned {
  readonly caseId: string;
  readonly urn: string;
  readonly hearings: readonly {
    readonly id: string;
    readonly type?: string;
    readonly startDate?: string;
    readonly startTime?: string;
    readonly estimateMinutes?: number;
    readonly defendants?: readonly { readonly id: string; readonly offences?: readonly { readonly id: string }[] }[];
  }[];
}

const adjournedHearing = object({ id }, { type: words, startDate: time, defendants: maybe(listOf(object({ id }))) });

const adjourned = event<Adjourned>(
  object({ caseId: id, urn: words, hearings: listOf(adjournedHearing) }),
  ({ caseId, urn: written, hearings }, reader) => {
    const urn = normalisedUrn(written);
    const makesKnown: KnownReference[] = [{ reference: caseRef(caseId) }];
    const events = hearings.map(({ id: hearingId, type, startDate, startTime, estimateMinutes, defendants = [] }) => {
      makesKnown.push({ reference: hearingRef(hearingId) });
      for (const each of defendants) {
        const defendant = defendantIds(reader, { platformId: each.id });
        makesKnown.push(...(each.offences ?? []).map((offence) => ({ reference: offenceRef(offence.id), defendant })));
      }
      const on = dayOf(startDate);
      return platform(reader)('hearingSet', {
        hearingId,
        hearing: hearingKind(type),
        ...(on
          ? { certainty: 'fixed' as const, on, at: onCourtClock(on, startTime) }
          : { certainty: 'toBeFixed' as const }),
        estimatedMinutes: estimateMinutes,
        defendants: defendants.map((each) => defendantIds(reader, { platformId: each.id })),
      });
    });
    return [{ urn, references: urn ? undefined : [caseRef(caseId)], events, makesKnown }];
  }
);

interface Confirmed {
  readonly id: string;
  readonly type?: { readonly description?: string };
  readonly courtCentre?: { readonly name?: string; readonly roomName?: string };
  readonly hearingDays?: readonly HearingDay[];
  readonly prosecutionCases?: readonly {
    id: string;
    defendants?: readonly { id: string; offences?: readonly { id: string }[] }[];
  }[];
}

const confirmedSchema = object(
  { id },
  { hearingDays: maybe(listOf(hearingDaySchema)), prosecutionCases: maybe(listOf(object({ id }))) }
);

/** A hearing as listing confirmed it: it names prosecutions by Common Platform's own id of the case. */
const confirmed = (field: 'confirmedHearing' | 'updatedHearing') =>
  event<Record<string, Confirmed>>(object({ [field]: confirmedSchema }), (payload, reader) => {
    const { id: hearingId, type, courtCentre, hearingDays = [], prosecutionCases = [] } = payload[field] as Confirmed;
    const say = platform(reader);
    const events: Said[] = [say('hearingDays', { hearingId, ...datesOf(hearingDays) })];
    if (type?.description) events.push(say('hearingKind', { hearingId, hearing: hearingKind(type.description) }));
    return prosecutionCases.map(({ id: caseId, defendants = [] }) => ({
      references: [caseRef(caseId)],
      events: [
        ...events,
        ...(courtCentre?.roomName ? [say('hearingPlace', { hearingId, room: courtCentre.roomName })] : []),
      ],
      makesKnown: [
        { reference: hearingRef(hearingId) },
        ...defendants.flatMap((each) =>
          (each.offences ?? []).map((offence) => ({
            reference: offenceRef(offence.id),
            defendant: defendantIds(reader, { platformId: each.id }),
          }))
        ),
      ],
    }));
  });

interface PleaModel {
  readonly hearingId: string;
  readonly pleaModel: {
    readonly offenceId: string;
    readonly prosecutionCaseId?: string;
    readonly defendantId: string;
    readonly plea?: { readonly pleaDate?: string; readonly pleaValue?: string } | null;
  };
}

const pleaUpdated = event<PleaModel>(
  object({
    hearingId: id,
    pleaModel: object({ offenceId: id, defendantId: id }, { prosecutionCaseId: id, plea: anything }),
  }),
  ({ hearingId, pleaModel: { offenceId, prosecutionCaseId, defendantId, plea } }, reader) => {
    const defendant = defendantIds(reader, { platformId: defendantId });
    const [pleaded, on] = [pleaIn(plea?.pleaValue), dayOf(plea?.pleaDate)];
    const events = pleaded && on ? [platform(reader)('pleaEntered', { defendant, offenceId, plea: pleaded, on })] : [];
    const makesKnown = [{ reference: hearingRef(hearingId) }, { reference: offenceRef(offenceId), defendant }];
    const references = [...(prosecutionCaseId ? [caseRef(prosecutionCaseId)] : []), offenceRef(offenceId)];
    return [{ references, events, makesKnown }];
  }
);

/** The id of nobody: it is put in place of by the defendant of the offence, once that is known. */
const whoeverIsCharged: readonly string[] = [];

const verdictUpdated = event<{ hearingId: string; verdicts?: Verdict; verdict?: Verdict }>(
  {
    ...object({ hearingId: id }),
    anyOf: ['verdict', 'verdicts'].map((field) => object({ [field]: object({ offenceId: id }) })),
  },
  ({ verdicts, verdict = verdicts }, reader) => {
    const offenceId = verdict?.offenceId ?? '';
    const events = verdict ? verdictEvents(whoeverIsCharged, offenceId, verdict, { say: platform(reader) }) : [];
    return [{ references: [offenceRef(offenceId)], defendantOf: offenceRef(offenceId), events, makesKnown: [] }];
  }
);

const convictionDate = event<{ caseId: string; offenceId: string; convictionDate: string }>(
  object({ caseId: id, offenceId: id, convictionDate: time }),
  ({ caseId, offenceId, convictionDate: written }, reader) => {
    const on = dayOf(written);
    const guilty = { defendant: whoeverIsCharged, offenceId, verdict: 'guilty' as const };
    const events = on ? [platform(reader)('verdictGiven', { ...guilty, on })] : [];
    return [
      {
        references: [offenceRef(offenceId), caseRef(caseId)],
        defendantOf: offenceRef(offenceId),
        events,
        makesKnown: [],
      },
    ];
  }
);

const endings = { DISMISSED: 'dismissed', WITHDRAWN: 'withdrawn', DISCONTINUED: 'discontinued' } as const;

const withdrawnOrDismissed = event<{ caseId: string; defendantId: string; resultedOffences: Record<string, string> }>(
  object({
    caseId: id,
    defendantId: id,
    resultedOffences: { type: 'object', additionalProperties: { type: 'string' } },
  }),
  ({ caseId, defendantId, resultedOffences }, reader) => {
    const defendant = defendantIds(reader, { platformId: defendantId });
    const offences = Object.entries(resultedOffences);
    const on = londonDay(reader.issuedAt);
    const events = offences.flatMap(([offenceId, result]) => {
      const how = endings[result as keyof typeof endings] as (typeof endings)[keyof typeof endings] | undefined;
      return how ? [platform(reader)('offenceEnded', { defendant, offenceId, how, on })] : [];
    });
    const makesKnown = offences.map(([offenceId]) => ({ reference: offenceRef(offenceId), defendant }));
    return [{ references: [caseRef(caseId)], events, makesKnown }];
  }
);

interface ResultLines {
  readonly hearing: {
    readonly id: string;
    readonly courtCentre?: { readonly courtCentreName?: string };
    readonly defendants?: readonly {
      readonly id: string;
      readonly person?: { readonly firstName?: string; readonly lastName?: string };
      readonly cases?: readonly {
        readonly id: string;
        readonly urn?: string;
        readonly offences?: readonly {
          readonly id: string;
          code?: string;
          plea?: { date?: string; value?: string };
          verdict?: { verdictCategory?: string; verdictDate?: string };
        }[];
      }[];
    }[];
    readonly sharedResultLines?: readonly (Result & { caseId?: string; defendantId?: string; offenceId?: string })[];
  };
  readonly sharedTime?: string;
}

/** The older form of a resulted hearing: results stand in lines beside the defendants. */
const resultLines = event<ResultLines>(
  object({
    hearing: object({ id }, { defendants: maybe(listOf(object({ id }))), sharedResultLines: maybe(listOf(anything)) }),
  }),
  ({ hearing, sharedTime }, reader) => {
    const issuedAt = instantOf(text(sharedTime)) ?? reader.issuedAt;
    const say = sayings('commonPlatform', issuedAt);
    const court = /crown/i.test(hearing.courtCentre?.courtCentreName ?? '') ? 'crown' : 'magistrates';
    const shared: Shared = { say, issuedAt, isShared: true, court };
    const found = (hearing.defendants ?? []).flatMap(({ id: platformId, person, cases = [] }) => {
      const defendant = defendantIds(reader, { platformId, forename: person?.firstName, surname: person?.lastName });
      return cases.map(({ id: caseId, urn: written, offences = [] }): AboutProsecution => {
        const events = offences.flatMap(({ id: offenceId, code, plea, verdict }): Said[] => {
          const [pleaded, pleadedOn] = [pleaIn(plea?.value), dayOf(plea?.date)];
          const verdictType = { categoryType: verdict?.verdictCategory ?? '' };
          return [
            say('offenceCharged', { defendant, offenceId, offenceCode: code }),
            ...(pleaded && pleadedOn
              ? [say('pleaEntered', { defendant, offenceId, plea: pleaded, on: pleadedOn })]
              : []),
            ...(verdict
              ? verdictEvents(defendant, offenceId, { verdictDate: verdict.verdictDate ?? '', verdictType }, shared)
              : []),
          ];
        });
        const urn = normalisedUrn(written ?? '');
        const makesKnown = [caseRef(caseId), hearingRef(hearing.id)].map((reference) => ({ reference }));
        const offencesKnown = offences.map((offence) => ({ reference: offenceRef(offence.id), defendant }));
        return {
          urn,
          references: urn ? undefined : [caseRef(caseId)],
          events,
          makesKnown: [...makesKnown, ...offencesKnown],
        };
      });
    });
    const byOffence = new Map<string, NonNullable<ResultLines['hearing']['sharedResultLines']>[number][]>();
    for (const line of hearing.sharedResultLines ?? []) {
      if (!line.offenceId || !line.defendantId || !line.caseId) continue;
      byOffence.set(line.offenceId, [...(byOffence.get(line.offenceId) ?? []), line]);
    }
    const results = [...byOffence].map(([offenceId, lines]): AboutProsecution => {
      const defendant = defendantIds(reader, { platformId: lines[0]?.defendantId });
      const events = resultEvents(defendant, offenceId, lines, false, shared);
      return {
        references: [caseRef(lines[0]?.caseId ?? '')],
        events,
        makesKnown: [{ reference: offenceRef(offenceId), defendant }],
      };
    });
    return [...found, ...results];
  }
);

const days = object({ hearingId: id, hearingDays: listOf(hearingDaySchema, 1) });

/** Events of Common Platform that say something about a prosecution, by the name under which it publishes them. */
export const platformEvents: Readonly<Record<string, CourtFormat>> = {
  'public.listing.hearing-listed': event<{ hearingId: string; hearingType?: string; caseUrns: { caseURN: string }[] }>(
    object({ hearingId: id, caseUrns: listOf(object({ caseURN: words })) }, { hearingType: words }),
    ({ hearingId, hearingType, caseUrns }, reader) =>
      caseUrns.map(({ caseURN }) => ({
        urn: normalisedUrn(caseURN),
        events: [platform(reader)('hearingKind', { hearingId, hearing: hearingKind(hearingType) })],
        makesKnown: [{ reference: hearingRef(hearingId) }],
      }))
  ),
  'public.listing.hearing-confirmed': confirmed('confirmedHearing'),
  'public.listing.hearing-updated': confirmed('updatedHearing'),
  'public.listing.hearing-added-to-case': event<{ caseId: string; hearingId: string }>(
    object({ caseId: id, hearingId: id }),
    ({ caseId, hearingId }) => [
      { references: [caseRef(caseId)], events: [], makesKnown: [{ reference: hearingRef(hearingId) }] },
    ]
  ),
  'public.listing.hearing-days-changed-for-hearing': ofHearing<{ hearingId: string; hearingDays: HearingDay[] }>(
    days,
    ({ hearingId }) => hearingId,
    ({ hearingDays }, hearingId, reader) => [platform(reader)('hearingDays', { hearingId, ...datesOf(hearingDays) })]
  ),
  'public.listing.hearing-days-without-court-centre-corrected': ofHearing<{ id: string; hearingDays: HearingDay[] }>(
    object({ id, hearingDays: listOf(hearingDaySchema, 1) }),
    (payload) => payload.id,
    ({ hearingDays }, hearingId, reader) => [platform(reader)('hearingDays', { hearingId, ...datesOf(hearingDays) })]
  ),
  'public.events.listing.next-hearing-day-changed': ofHearing<{ hearingId: string; hearingStartDate: string }>(
    object({ hearingId: id, hearingStartDate: time }),
    ({ hearingId }) => hearingId,
    ({ hearingStartDate }, hearingId, reader) => [
      platform(reader)('hearingDays', { hearingId, ...datesOf([{ sittingDay: hearingStartDate }]) }),
    ]
  ),
  'public.listing.vacated-trial-updated': ofHearing<{ hearingId: string; isVacated: boolean }>(
    object({ hearingId: id, isVacated: flag }),
    ({ hearingId }) => hearingId,
    ({ isVacated }, hearingId, reader) => [
      isVacated
        ? platform(reader)('hearingVacated', { hearingId, why: 'vacated' })
        : platform(reader)('hearingConfirmed', { hearingId, stands: true }),
    ]
  ),
  'public.events.listing.allocated-hearing-deleted': gone('deleted'),
  'public.events.listing.unallocated-hearing-deleted': gone('deleted'),
  'public.listing.events.hearing-deleted': gone('deleted'),
  'public.events.listing.hearing-unallocated': gone('unallocated'),
  'public.hearing-detail-changed': ofHearing<{
    hearing: { id: string; type?: string; courtRoomName?: string; hearingDays?: string[] };
  }>(
    object({ hearing: object({ id }, { type: words, courtRoomName: words, hearingDays: maybe(listOf(time)) }) }),
    ({ hearing }) => hearing.id,
    ({ hearing }, hearingId, reader) => {
      const say = platform(reader);
      const sittings = (hearing.hearingDays ?? []).map((sittingDay) => ({ sittingDay }));
      return [
        ...(hearing.type ? [say('hearingKind', { hearingId, hearing: hearingKind(hearing.type) })] : []),
        ...(sittings.length > 0 ? [say('hearingDays', { hearingId, ...datesOf(sittings) })] : []),
        ...(hearing.courtRoomName ? [say('hearingPlace', { hearingId, room: hearing.courtRoomName })] : []),
      ];
    }
  ),
  'public.hearing.initiated': event<{ hearingId: string; hearingDateTime?: string; caseDetails: CaseDetails[] }>(
    object({ hearingId: id, caseDetails: listOf(caseDetails) }, { hearingDateTime: time }),
    ({ hearingId, hearingDateTime, caseDetails: details }, reader) =>
      detailed(details, hearingId, reader, (defendants) => [
        platform(reader)('hearingDays', { hearingId, ...datesOf([{ sittingDay: hearingDateTime ?? '' }]), defendants }),
      ])
  ),
  'public.hearing.trial-vacated': event<{ hearingId: string; caseDetails: CaseDetails[] }>(
    object({ hearingId: id, caseDetails: listOf(caseDetails) }),
    ({ hearingId, caseDetails: details }, reader) =>
      detailed(details, hearingId, reader, () => [platform(reader)('hearingVacated', { hearingId, why: 'vacated' })])
  ),
  'public.hearing.adjourned': adjourned,
  'public.hearing.resulted': resultLines,
  'public.hearing.hearing-offence-plea-updated': pleaUpdated,
  'public.hearing.hearing-offence-verdict-updated': verdictUpdated,
  'public.hearing.offence-conviction-date-changed': convictionDate,
  'public.hearing.defendant-case-withdrawn-or-dismissed': withdrawnOrDismissed,
  'public.hearing.hearing-witness-added': ofHearing<{ hearingId: string; witness: string }>(
    object({ hearingId: id, witness: words }),
    ({ hearingId }) => hearingId,
    ({ witness }, hearingId, reader) => [
      platform(reader)('witnessRequired', {
        witness: `name-${reader.idOf('name', witness.toLowerCase())}`,
        hearingId,
        days: [],
        attend: true,
      }),
    ]
  ),
};
