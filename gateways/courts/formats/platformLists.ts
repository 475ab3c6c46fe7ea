import { normalisedUrn } from '../../../domain/court/urn';
import { addCalendarDays } from '../../../domain/time/londonTime';
import { hearingKind } from '../hearingKind';
import { courtSlug, defendantIds } from '../names';
import { sayings, text, type Reader, type Reading } from '../reading';
import { anything, flag, id, listOf, object, time, wording, words } from '../schemas';
import { dayOf, instantOf, onCourtClock } from '../times';
import type { CourtFormat } from './format';
import { grouped, type Listed } from './listed';

interface Published {
  readonly courtCentreId: string;
  readonly requestedTime?: string;
  readonly endDate?: string;
  readonly publishCourtListType?: string;
  readonly courtLists: readonly {
    readonly sittingDate: string;
    readonly weekCommencing?: boolean;
    readonly hearings: readonly {
      readonly startTime?: string;
      readonly hearingType?: { readonly description?: string };
      readonly weekCommencing?: boolean;
      readonly caseIdentifier?: { readonly caseReference?: string };
      readonly defendants?: readonly {
        readonly id: string;
        readonly masterDefendantId?: string;
        readonly personDefendant?: { readonly personDetails?: { firstName?: string; lastName?: string } };
      }[];
    }[];
  }[];
}

const publishedHearing = object(
  {},
  { startTime: time, weekCommencing: flag, caseIdentifier: anything, defendants: listOf(object({ id })) }
);

/** The list that Common Platform's listing publishes; it gives the court by its id alone. Its clocks are local. */
export const courtListPublished: CourtFormat = {
  schema: object(
    {
      courtCentreId: id,
      courtLists: listOf(object({ sittingDate: time, hearings: listOf(publishedHearing) }, { weekCommencing: flag })),
    },
    { requestedTime: time }
  ),
  read(payload, reader): Reading {
    const list = payload as unknown as Published;
    const court = `cp-${list.courtCentreId.toLowerCase()}`.slice(0, 45);
    const publishedAt = instantOf(list.requestedTime) ?? reader.issuedAt;
    const covers = new Map<string, { court: string; on: string }>();
    const lines = list.courtLists.flatMap(({ sittingDate, weekCommencing, hearings }) =>
      hearings.flatMap((each): Listed[] => {
        const on = dayOf(sittingDate);
        if (on === undefined) return [];
        const isWeek = each.weekCommencing === true || weekCommencing === true;
        if (!isWeek) covers.set(on, { court, on });
        const fixed = { certainty: 'fixed' as const, on, at: onCourtClock(on, each.startTime?.slice(11)) };
        const dates = isWeek ? { certainty: 'warnedWeek' as const, on, untilOn: addCalendarDays(on, 4) } : fixed;
        const defendants = (each.defendants ?? []).map((one) => {
          const { firstName: forename, lastName: surname } = one.personDefendant?.personDetails ?? {};
          const named = { platformId: one.id, masterId: one.masterDefendantId, forename, surname };
          return { ids: defendantIds(reader, named), name: [forename, surname].filter(Boolean).join(' ') };
        });
        const urn = normalisedUrn(text(each.caseIdentifier?.caseReference) ?? '');
        return [
          { ...dates, court, hearing: hearingKind(each.hearingType?.description), urn, references: [], defendants },
        ];
      })
    );
    const prosecutions = grouped(lines, sayings('courtListing', publishedAt));
    const family = `published-${list.publishCourtListType ?? 'list'}`;
    return { says: 'something', list: { family, publishedAt, covers: [...covers.values()] }, prosecutions };
  },
};

interface StandardHearing {
  readonly id?: string;
  readonly startTime?: string;
  readonly hearingType?: string;
  readonly caseNumber?: string;
  readonly defendants?: readonly { readonly id?: string; readonly firstName?: string; readonly surname?: string }[];
}
interface StandardList {
  readonly courtCentreName: string;
  readonly hearingDates: readonly {
    readonly hearingDate: string;
    readonly courtRooms: readonly {
      courtRoomName?: string;
      timeslots: readonly { hearings: readonly StandardHearing[] }[];
    }[];
  }[];
}

const slot = object({
  hearings: listOf(object({}, { caseNumber: words, startTime: words, defendants: listOf(anything) })),
});
const courtRoom = object({ timeslots: listOf(slot) }, { courtRoomName: words });

const standardList = object({
  courtCentreName: wording,
  hearingDates: listOf(object({ hearingDate: time, courtRooms: listOf(courtRoom) })),
});

/** The standard list as Common Platform hands it to the publication service, with its own ids. */
export const platformStandardList: CourtFormat = {
  schema: { if: object({ standardList: {} }), then: object({ standardList }), else: standardList },
  read(payload, reader: Reader): Reading {
    const { courtCentreName, hearingDates } = (payload.standardList ?? payload) as StandardList;
    const court = courtSlug(courtCentreName);
    const lines: Listed[] = [];
    for (const { hearingDate, courtRooms } of hearingDates) {
      const on = dayOf(hearingDate);
      for (const { courtRoomName: room, timeslots } of on ? courtRooms : []) {
        for (const each of timeslots.flatMap(({ hearings }) => hearings)) {
          const defendants = (each.defendants ?? []).map(({ id: platformId, firstName: forename, surname }) => ({
            ids: defendantIds(reader, { platformId, forename, surname }),
            name: [forename, surname].filter(Boolean).join(' '),
          }));
          const where = { certainty: 'fixed' as const, on, at: onCourtClock(on, each.startTime), court, room };
          const urn = normalisedUrn(text(each.caseNumber) ?? '');
          lines.push({ ...where, hearing: hearingKind(each.hearingType), urn, references: [], defendants });
        }
      }
    }
    const covers = hearingDates.flatMap(({ hearingDate }) => {
      const on = dayOf(hearingDate);
      return on ? [{ court, on }] : [];
    });
    const prosecutions = grouped(lines, sayings('magistratesLists', reader.issuedAt));
    return {
      says: 'something',
      list: { family: 'platformStandard', publishedAt: reader.issuedAt, covers },
      prosecutions,
    };
  },
};
