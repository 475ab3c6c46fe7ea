import type { DefendantIds } from '../../../../domain/court/courtEvent';
import { hearingKind } from '../../hearingKind';
import { courtSlug, defendantIds } from '../../names';
import type { AboutProsecution, KnownReference, Reader, Said } from '../../reading';
import { anything, id, listOf, object } from '../../schemas';
import { datesOf, hearingDaySchema, type HearingDay } from '../hearingDays';
import { caseRef, event, hearingRef, offenceRef, platform } from './event';

/** A case as listing writes it: by Common Platform's own ids alone. */
export interface ConfirmedCase {
  readonly id: string;
  readonly defendants?: readonly { readonly id: string; readonly offences?: readonly { readonly id: string }[] }[];
}

const confirmedDefendant = object({ id }, { offences: listOf(object({ id })) });
export const confirmedCases = listOf(object({ id }, { defendants: listOf(confirmedDefendant) }));

/** These cases, what is said of each, and that their offences are theirs and these hearings of them. */
export function knownCases(
  cases: readonly ConfirmedCase[],
  hearingIds: readonly string[],
  reader: Reader,
  says: (defendants: readonly DefendantIds[]) => readonly Said[]
): AboutProsecution[] {
  return cases.map(({ id: caseId, defendants = [] }) => {
    const offences = defendants.flatMap(({ id: platformId, offences: charged = [] }): KnownReference[] => {
      const defendant = defendantIds(reader, { platformId });
      return charged.map((offence) => ({ reference: offenceRef(offence.id), defendant }));
    });
    return {
      references: [caseRef(caseId)],
      events: says(defendants.map(({ id: platformId }) => defendantIds(reader, { platformId }))),
      makesKnown: [...hearingIds.map((hearingId) => ({ reference: hearingRef(hearingId) })), ...offences],
    };
  });
}

export interface CourtCentre {
  readonly name?: string;
  readonly roomName?: string;
}

interface HearingParts {
  readonly hearingDays?: readonly HearingDay[] | undefined;
  readonly kind?: string | undefined;
  readonly courtCentre?: CourtCentre | undefined;
}

/** Of a hearing what a message says: its days, kind and place, each where it is given. */
export function partsOf(
  hearingId: string,
  { hearingDays = [], kind, courtCentre }: HearingParts,
  reader: Reader
): Said[] {
  const say = platform(reader);
  const { name, roomName: room } = courtCentre ?? {};
  const court = name ? courtSlug(name) : undefined;
  return [
    ...(hearingDays.length > 0 ? [say('hearingDays', { hearingId, ...datesOf(hearingDays) })] : []),
    ...(kind ? [say('hearingKind', { hearingId, hearing: hearingKind(kind) })] : []),
    ...(court || room ? [say('hearingPlace', { hearingId, court, room })] : []),
  ];
}

interface Confirmed {
  readonly id: string;
  readonly existingHearingId?: string;
  readonly type?: { readonly description?: string };
  readonly courtCentre?: CourtCentre;
  readonly hearingDays?: readonly HearingDay[];
  readonly prosecutionCases?: readonly ConfirmedCase[];
}

const confirmedSchema = object(
  { id },
  { hearingDays: listOf(hearingDaySchema), prosecutionCases: confirmedCases, courtCentre: anything }
);

/** A hearing as listing confirmed it: it names prosecutions by Common Platform's own id of the case. */
export const confirmed = (field: 'confirmedHearing' | 'updatedHearing') =>
  event<Record<string, Confirmed>>(object({ [field]: confirmedSchema }), (payload, reader) => {
    const hearing = payload[field] as Confirmed;
    const { id: hearingId, type, courtCentre, hearingDays = [], prosecutionCases = [] } = hearing;
    const events = partsOf(hearingId, { hearingDays, kind: type?.description, courtCentre }, reader);
    if (prosecutionCases.length === 0) return [{ references: [hearingRef(hearingId)], events, makesKnown: [] }];
    return knownCases(prosecutionCases, [hearingId], reader, () => events);
  });
