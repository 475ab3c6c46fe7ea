import { normalisedUrn } from '../../../domain/court/urn';
import { addCalendarDays, londonDay } from '../../../domain/time/londonTime';
import { courtSlug, defendantIds, hearingKind } from '../names';
import { nothing, sayings, type Reader, type Reading, type Said } from '../reading';
import { sentenceOf, type Result } from '../results';
import { anything, id, listOf, maybe, object, time, words } from '../schemas';
import { dayOf, instantOf } from '../times';
import type { CourtFormat } from './format';
import { datesOf } from './wholeHearings';

interface Scheduled {
  readonly hearingId: string;
  readonly hearingType?: string;
  readonly hearingDescription?: string;
  readonly weekCommencing?: { readonly startDate?: string; readonly endDate?: string };
  readonly courtSittings?: readonly { readonly sittingStart: string; readonly courtHouse?: string }[];
}

const scheduled = object(
  { hearingId: id },
  { hearingType: words, weekCommencing: anything, courtSittings: maybe(listOf(object({ sittingStart: time }))) }
);

/** The schedule that Common Platform answers with when it is asked about a number; the envelope says which. */
export const courtSchedule: CourtFormat = {
  schema: object({ courtSchedule: listOf(object({ hearings: listOf(scheduled) })) }),
  read(payload, reader): Reading {
    const urn = normalisedUrn(reader.envelope.urn ?? '');
    if (urn === undefined) return nothing('namesNoProsecution');
    const schedules = payload.courtSchedule as { hearings: Scheduled[] }[];
    const say = sayings('commonPlatform', reader.issuedAt);
    const hearings = schedules.flatMap((each) => each.hearings);
    const events = hearings.map((each) => {
      const sittings = (each.courtSittings ?? []).map(({ sittingStart }) => ({ sittingDay: sittingStart }));
      const week = dayOf(each.weekCommencing?.startDate);
      const weekUntil = dayOf(each.weekCommencing?.endDate);
      const dates =
        sittings.length === 0 && week
          ? { certainty: 'warnedWeek' as const, on: week, untilOn: weekUntil ?? addCalendarDays(week, 4) }
          : datesOf(sittings);
      const hearing = hearingKind(each.hearingType, each.hearingDescription);
      return say('hearingSet', { hearingId: each.hearingId, hearing, ...dates, defendants: [] });
    });
    const makesKnown = hearings.map(({ hearingId }) => ({ reference: `cp:hearing:${hearingId}` }));
    return { says: 'something', prosecutions: [{ urn, events, makesKnown }] };
  },
};

interface RegisterEntry {
  readonly prosecutionCase: { readonly caseURN: string };
  readonly defendant: { readonly id: string; masterDefendantId?: string; firstName?: string; lastName?: string };
  readonly hearing: {
    readonly id: string;
    readonly hearingType?: string;
    readonly hearingDate?: string;
    readonly jurisdiction?: string;
    readonly courtDetails?: { readonly court?: { readonly courtHouseName?: string } };
    readonly nextHearing?: { readonly hearingId?: string; dateTime?: string; court?: { courtHouseName?: string } };
  };
  readonly sharedTime?: string;
  readonly offences?: readonly { readonly code?: string; listingNumber?: number; results?: readonly Result[] }[];
}

const entry = object(
  { prosecutionCase: object({ caseURN: words }), defendant: object({ id }), hearing: object({ id }) },
  { sharedTime: time, offences: maybe(listOf(anything)) }
);

/** What a prison is told of a defendant's hearing: where it was, where they go next, and what was ordered. */
export const prisonCourtRegister: CourtFormat = {
  schema: { anyOf: [object({ results: listOf(entry, 1) }), listOf(entry, 1), entry] },
  read(payload, reader): Reading {
    const found = Array.isArray(payload) ? payload : (payload.results ?? payload);
    const entries = (Array.isArray(found) ? found : [found]) as RegisterEntry[];
    return { says: 'something', prosecutions: entries.map((each) => entryOf(each, reader)) };
  },
};

function entryOf(
  { prosecutionCase, defendant: person, hearing, sharedTime, offences = [] }: RegisterEntry,
  reader: Reader
) {
  const issuedAt = instantOf(sharedTime) ?? reader.issuedAt;
  const say = sayings('commonPlatform', issuedAt);
  const { id: platformId, masterDefendantId: masterId, firstName: forename, lastName: surname } = person;
  const defendant = defendantIds(reader, { platformId, masterId, forename, surname });
  const { id: hearingId, hearingType, hearingDate, jurisdiction, courtDetails, nextHearing } = hearing;
  const events: Said[] = [];
  const on = dayOf(hearingDate);
  const name = courtDetails?.court?.courtHouseName;
  if (on) {
    const court = name === undefined ? undefined : courtSlug(name);
    events.push(
      say('hearingSet', {
        hearingId,
        hearing: hearingKind(hearingType),
        certainty: 'fixed',
        on,
        court,
        defendants: [defendant],
      })
    );
    if (on <= londonDay(issuedAt)) events.push(say('hearingHeld', { hearingId, on }));
  }
  if (nextHearing?.hearingId && nextHearing.dateTime) {
    const { hearingId: nextId, dateTime, court } = nextHearing;
    events.push(
      say('hearingDays', { hearingId: nextId, ...datesOf([{ sittingDay: dateTime }]), defendants: [defendant] })
    );
    if (court?.courtHouseName)
      events.push(say('hearingPlace', { hearingId: nextId, court: courtSlug(court.courtHouseName) }));
  }
  for (const [index, { code, listingNumber, results = [] }] of offences.entries()) {
    const sentence = sentenceOf(results);
    const offenceId = `listed-${code ?? ''}-${listingNumber ?? index}`;
    const court = jurisdiction === 'CROWN' ? 'crown' : 'magistrates';
    if (sentence && on) events.push(say('sentencePassed', { defendant, offenceId, on, court, ...sentence }));
  }
  const makesKnown = [hearingId, nextHearing?.hearingId].flatMap((each) =>
    each ? [{ reference: `cp:hearing:${each}` }] : []
  );
  return { urn: normalisedUrn(prosecutionCase.caseURN), events, makesKnown };
}
