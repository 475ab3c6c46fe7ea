import { normalisedUrn } from '../../../../domain/court/urn';
import { hearingKind } from '../../hearingKind';
import { defendantIds } from '../../names';
import type { KnownReference } from '../../reading';
import { anything, id, listOf, object, time, urn, words } from '../../schemas';
import { dayOf, onCourtClock } from '../../times';
import type { AboutProsecution } from '../../reading';
import type { NextHearing } from '../../results';
import type { CourtFormat } from '../format';
import { adjournedTo } from '../offences';
import { confirmedCases, knownCases, type ConfirmedCase } from './confirmedCases';
import { caseRef, event, hearingRef, offenceRef, platform } from './event';

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

const adjournedHearing = object({ id }, { type: words, startDate: time, defendants: listOf(object({ id })) });

/** The older form: one case, and the hearings to come with ids of their own. */
const adjournedOfCase = event<Adjourned>(
  object({ caseId: id, urn, hearings: listOf(adjournedHearing) }),
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

interface NextHearings {
  readonly adjournedHearing: string;
  readonly nextHearings: readonly (NextHearing & { readonly nextHearingProsecutionCases?: readonly ConfirmedCase[] })[];
}

const nextHearing = object(
  {},
  { listedStartDateTime: time, weekCommencingDate: time, nextHearingProsecutionCases: confirmedCases }
);

/** To each hearing to come its cases; where it names none, whoever was heard in the one that was adjourned. */
const adjournedToHearings = event<NextHearings>(
  object({ adjournedHearing: id, nextHearings: listOf(nextHearing, 1) }),
  ({ adjournedHearing, nextHearings }, reader) =>
    nextHearings.flatMap((next): AboutProsecution[] => {
      const { existingHearingId, nextHearingProsecutionCases: cases = [] } = next;
      const known = existingHearingId ? [existingHearingId] : [];
      const say = platform(reader);
      if (cases.length > 0) {
        return knownCases(cases, known, reader, (defendants) => adjournedTo(defendants, next, say));
      }
      const makesKnown = known.map((hearingId) => ({ reference: hearingRef(hearingId) }));
      return [{ references: [hearingRef(adjournedHearing)], events: adjournedTo([], next, say), makesKnown }];
    })
);

/** A hearing that was adjourned, in either form in which Common Platform publishes it. */
export const adjourned: CourtFormat = {
  schema: { if: object({ nextHearings: anything }), then: adjournedToHearings.schema, else: adjournedOfCase.schema },
  read: (payload, reader) => ('nextHearings' in payload ? adjournedToHearings : adjournedOfCase).read(payload, reader),
};
