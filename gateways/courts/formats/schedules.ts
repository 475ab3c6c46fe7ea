import { normalisedUrn } from '../../../domain/court/urn';
import { addCalendarDays } from '../../../domain/time/londonTime';
import { hearingKind } from '../hearingKind';
import { nothing, sayings, type Reading } from '../reading';
import { anything, id, listOf, object, time, words } from '../schemas';
import { dayOf } from '../times';
import type { CourtFormat } from './format';
import { datesOf } from './hearingDays';

interface Scheduled {
  readonly hearingId: string;
  readonly hearingType?: string;
  readonly hearingDescription?: string;
  readonly weekCommencing?: { readonly startDate?: string; readonly endDate?: string };
  readonly courtSittings?: readonly { readonly sittingStart: string; readonly courtHouse?: string }[];
}

const scheduled = object(
  { hearingId: id },
  { hearingType: words, weekCommencing: anything, courtSittings: listOf(object({ sittingStart: time })) }
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
