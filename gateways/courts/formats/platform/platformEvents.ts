import type { Said } from '../../reading';
import { dayOf } from '../../times';
import { normalisedUrn } from '../../../../domain/court/urn';
import { hearingKind } from '../../hearingKind';
import { flag, id, listOf, object, time, urn, words } from '../../schemas';
import type { CourtFormat } from '../format';
import { datesOf, hearingDaySchema, type HearingDay } from '../hearingDays';
import { caseRef, event, hearingRef, ofHearing, platform } from './event';
import { caseDetails, detailed, type CaseDetails } from './detailedCases';
import { adjourned } from './adjourned';
import { confirmed } from './confirmedCases';
import {
  convictionDate,
  convictionRemoved,
  pleaUpdated,
  verdictUpdated,
  withdrawnOrDismissed,
} from './pleasAndVerdicts';
import { resulted } from './resulted';
import { widenedHearings } from './widenedHearings';

const gone = (why: 'vacated' | 'deleted' | 'unallocated') =>
  ofHearing<{ hearingId: string }>(
    object({ hearingId: id }),
    ({ hearingId }) => hearingId,
    (_payload, hearingId, reader) => [platform(reader)('hearingVacated', { hearingId, why })]
  );

const days = object({ hearingId: id, hearingDays: listOf(hearingDaySchema, 1) });

/** Where a day stands the message names all days; where none does, others that it leaves out may stand. */
function daysCancelled(
  hearingId: string,
  hearingDays: readonly HearingDay[],
  say: ReturnType<typeof platform>
): Said[] {
  const dates = datesOf(hearingDays);
  if (dates.on !== undefined) return [say('hearingDays', { hearingId, ...dates })];
  return hearingDays.flatMap(({ sittingDay, startTime, hearingDate }) => {
    const on = dayOf(sittingDay ?? startTime ?? hearingDate);
    return on ? [say('hearingDayOff', { hearingId, on })] : [];
  });
}

/** Events of Common Platform that say something about a prosecution, by the name under which it publishes them. */
export const platformEvents: Readonly<Record<string, CourtFormat>> = {
  ...widenedHearings,
  'public.listing.hearing-listed': event<{ hearingId: string; hearingType?: string; caseUrns: { caseURN: string }[] }>(
    object({ hearingId: id, caseUrns: listOf(object({ caseURN: urn })) }, { hearingType: words }),
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
  'public.hearing.hearing-days-cancelled': ofHearing<{ hearingId: string; hearingDays: HearingDay[] }>(
    days,
    ({ hearingId }) => hearingId,
    ({ hearingDays }, hearingId, reader) => daysCancelled(hearingId, hearingDays, platform(reader))
  ),
  'public.listing.hearing-days-without-court-centre-corrected': ofHearing<{ id: string; hearingDays: HearingDay[] }>(
    object({ id, hearingDays: listOf(hearingDaySchema, 1) }),
    (payload) => payload.id,
    ({ hearingDays }, hearingId, reader) => [platform(reader)('hearingDays', { hearingId, ...datesOf(hearingDays) })]
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
    object({ hearing: object({ id }, { type: words, courtRoomName: words, hearingDays: listOf(time) }) }),
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
  'public.hearing.resulted': resulted,
  'public.hearing.hearing-offence-plea-updated': pleaUpdated,
  'public.hearing.hearing-offence-verdict-updated': verdictUpdated,
  'public.hearing.offence-conviction-date-changed': convictionDate,
  'public.hearing.offence-conviction-date-removed': convictionRemoved,
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
