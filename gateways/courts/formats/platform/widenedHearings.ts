import type { AboutProsecution } from '../../reading';
import { anything, id, listOf, object, time } from '../../schemas';
import type { CourtFormat } from '../format';
import { hearingDaySchema, type HearingDay } from '../hearingDays';
import { prosecutionCase, readHearing, type WholeHearing } from '../wholeHearings';
import { confirmedCases, knownCases, partsOf, type ConfirmedCase, type CourtCentre } from './confirmedCases';
import { caseRef, event, hearingRef } from './event';

interface Extended extends Pick<WholeHearing, 'prosecutionCases' | 'jurisdictionType'> {
  readonly hearingId: string;
  readonly hearingDays?: readonly HearingDay[];
  readonly courtCentre?: CourtCentre;
}

/** Further prosecutions, whole, that are heard in a hearing; of the hearing itself it says what it gives and no more. */
const extended = event<Extended>(
  object({ hearingId: id }, { hearingDays: listOf(hearingDaySchema), prosecutionCases: listOf(prosecutionCase) }),
  ({ hearingId, hearingDays = [], courtCentre, prosecutionCases, jurisdictionType }, reader) => {
    const parts = partsOf(hearingId, { hearingDays, courtCentre }, reader);
    const reading = readHearing({ id: hearingId, prosecutionCases, jurisdictionType }, reader.issuedAt, false, reader);
    if (reading.says === 'nothing') return [{ references: [hearingRef(hearingId)], events: parts, makesKnown: [] }];
    return reading.prosecutions.map((about) => ({
      ...about,
      events: [...parts, ...about.events.filter(({ kind }) => kind !== 'hearingSet')],
    }));
  }
);

const addedToHearing = event<{
  hearingId: string;
  existingHearingId?: string;
  confirmedProsecutionCase: ConfirmedCase[];
}>(
  object({ hearingId: id, confirmedProsecutionCase: confirmedCases }, { existingHearingId: id }),
  ({ hearingId, existingHearingId, confirmedProsecutionCase: cases }, reader) =>
    knownCases(cases, [hearingId, ...(existingHearingId ? [existingHearingId] : [])], reader, () => [])
);

const newDefendant = event<{ hearingId: string; caseId: string; hearingDateTime: string; courtCentre?: CourtCentre }>(
  object({ hearingId: id, caseId: id, defendantId: id, hearingDateTime: time }, { courtCentre: anything }),
  ({ hearingId, caseId, hearingDateTime, courtCentre }, reader) => [
    {
      references: [caseRef(caseId)],
      events: partsOf(hearingId, { hearingDays: [{ sittingDay: hearingDateTime }], courtCentre }, reader),
      makesKnown: [{ reference: hearingRef(hearingId) }],
    },
  ]
);

/** Whoever was heard in one hearing is heard in another that came out of it. */
const heardInto = (hearingId: string, from: readonly string[], events: AboutProsecution['events'] = []) => ({
  references: [hearingId, ...from].map(hearingRef),
  events,
  makesKnown: [{ reference: hearingRef(hearingId) }],
});

interface Moved {
  readonly oldHearingIds?: readonly string[];
  readonly newHearingId?: string;
  readonly seedingHearingId?: string;
}

interface Partly {
  readonly hearingIdToBeUpdated: string;
  readonly prosecutionCases: readonly {
    readonly caseId: string;
    readonly defendants: readonly {
      readonly defendantId: string;
      readonly offences: readonly { readonly offenceId: string }[];
    }[];
  }[];
}

const partlyOffences = listOf(object({ offenceId: id }));
const partlyCase = object({ caseId: id, defendants: listOf(object({ defendantId: id, offences: partlyOffences })) });

/** Events that say which prosecutions are heard in which hearing. */
export const widenedHearings: Readonly<Record<string, CourtFormat>> = {
  'public.hearing.hearing-extended': extended,
  'public.listing.case-added-to-hearing': addedToHearing,
  'public.listing.new-defendant-added-for-court-proceedings': newDefendant,
  'public.events.listing.next-hearing-day-changed': event<{
    hearingId: string;
    seedingHearingId?: string;
    hearingStartDate: string;
  }>(
    object({ hearingId: id, hearingStartDate: time }, { seedingHearingId: id }),
    ({ hearingId, seedingHearingId, hearingStartDate }, reader) => {
      const events = partsOf(hearingId, { hearingDays: [{ sittingDay: hearingStartDate }] }, reader);
      return [heardInto(hearingId, seedingHearingId ? [seedingHearingId] : [], events)];
    }
  ),
  'public.events.listing.cases-added-for-updated-related-hearing': event<{
    hearingId: string;
    seedingHearingId: string;
  }>(object({ hearingId: id, seedingHearingId: id }), ({ hearingId, seedingHearingId }) => [
    { ...heardInto(hearingId, []), references: [hearingRef(seedingHearingId)] },
  ]),
  'public.listing.offences-moved-to-next-hearing': event<Moved>(
    object({}, { oldHearingIds: listOf(id), newHearingId: id, seedingHearingId: id }),
    ({ oldHearingIds = [], newHearingId, seedingHearingId }) => {
      const from = [...oldHearingIds, ...(seedingHearingId ? [seedingHearingId] : [])];
      return newHearingId && from.length > 0
        ? [{ ...heardInto(newHearingId, []), references: from.map(hearingRef) }]
        : [];
    }
  ),
  'public.listing.hearing-partially-updated': event<Partly>(
    object({ hearingIdToBeUpdated: id, prosecutionCases: listOf(partlyCase) }),
    ({ hearingIdToBeUpdated, prosecutionCases }, reader) =>
      knownCases(
        prosecutionCases.map(({ caseId, defendants }) => ({
          id: caseId,
          defendants: defendants.map(({ defendantId, offences }) => ({
            id: defendantId,
            offences: offences.map(({ offenceId }) => ({ id: offenceId })),
          })),
        })),
        [hearingIdToBeUpdated],
        reader,
        () => []
      )
  ),
};
