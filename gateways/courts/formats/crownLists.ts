import { normalisedUrn } from '../../../domain/court/urn';
import { addCalendarDays, type CalendarDay } from '../../../domain/time/londonTime';
import { hearingKind } from '../hearingKind';
import { courtSlug, defendantIds } from '../names';
import { many, sayings, text, versionIn, type AboutProsecution, type Reader, type Reading } from '../reading';
import { anything, object, oneOrMore, someOf, time, wording, words } from '../schemas';
import { clockInNote, courtInstant, dayOf, onCourtClock } from '../times';
import { grouped, type Listed } from './listed';

interface Header {
  readonly StartDate: string;
  readonly EndDate?: string;
  readonly PublishedTime: string;
  readonly Version?: unknown;
}
interface Defendant {
  readonly URN?: string;
  readonly ASNs?: unknown;
  readonly PersonalDetails?: {
    readonly IsMasked?: string;
    readonly Name?: { readonly CitizenNameForename?: unknown; readonly CitizenNameSurname?: unknown };
  };
}
interface Hearing {
  readonly HearingDetails?: { readonly HearingDescription?: string; readonly HearingType?: string };
  readonly HearingDescription?: string;
  readonly HearingType?: string;
  readonly TimeMarkingNote?: string;
  readonly CaseNumber?: unknown;
  readonly Defendants?: unknown;
}
interface CourtList {
  readonly SittingDate?: string;
  readonly CourtHouse?: { readonly CourtHouseName?: string };
  readonly Sittings?: unknown;
  readonly WithFixedDate?: unknown;
  readonly WithoutFixedDate?: unknown;
}
interface List {
  readonly ListHeader: Header;
  readonly CrownCourt: { readonly CourtHouseName: string };
  readonly CourtLists: unknown;
  readonly ReserveList?: unknown;
}

const defendant = object({}, { URN: words, PersonalDetails: object({}, { IsMasked: words, Name: anything }) });
const hearing = object({}, { CaseNumber: words, HearingDetails: anything, Defendants: someOf(defendant, 'Defendant') });
const sitting = object({}, { SittingAt: words, CourtRoomNumber: anything, Hearings: someOf(hearing, 'Hearing') });
const listOfSittings = object({ Sittings: someOf(sitting, 'Sitting') }, { SittingDate: time, CourtHouse: anything });
const fixture = object({}, { FixedDate: time, Cases: someOf(object({}, { CaseNumber: words }), 'Case') });
const fixtures = oneOrMore(object({}, { Fixture: oneOrMore(fixture) }));
const listOfFixtures = object({}, { WithFixedDate: fixtures, WithoutFixedDate: fixtures, CourtHouse: anything });

const listSchema = (name: string, courtList: object) =>
  object({
    [name]: object(
      {
        ListHeader: object({ StartDate: time, PublishedTime: time }, { EndDate: time }),
        CrownCourt: object({ CourtHouseName: wording }),
        CourtLists: someOf(courtList, 'CourtList'),
      },
      { ReserveList: someOf(hearing, 'Hearing') }
    ),
  });

/** Lists of the Crown Court as CaTH publishes them, and as XHIBIT wrote them in XML: the same names in both. */
export const crownDailyList = { schema: listSchema('DailyList', listOfSittings), read: readSittings('DailyList') };
export const crownFirmList = { schema: listSchema('FirmList', listOfSittings), read: readSittings('FirmList') };
export const crownWarnedList = { schema: listSchema('WarnedList', listOfFixtures), read: readWarned };

function readSittings(name: 'DailyList' | 'FirmList') {
  return (payload: Record<string, unknown>, reader: Reader): Reading => {
    const { ListHeader: header, CrownCourt, CourtLists, ReserveList } = payload[name] as List;
    const lines: Listed[] = [];
    const covers: { court: string; on: CalendarDay }[] = [];
    for (const each of many<CourtList>(CourtLists, 'CourtList')) {
      const court = courtSlug(text(each.CourtHouse?.CourtHouseName) ?? CrownCourt.CourtHouseName);
      const on = dayOf(each.SittingDate) ?? dayOf(header.StartDate);
      if (on === undefined) continue;
      covers.push({ court, on });
      for (const sitting of many<Record<string, unknown>>(each.Sittings, 'Sitting')) {
        const room = text(sitting.CourtRoomNumber);
        for (const hearing of many<Hearing>(sitting.Hearings, 'Hearing')) {
          const clock = clockInNote(hearing.TimeMarkingNote) ?? text(sitting.SittingAt);
          const dates = { certainty: 'fixed' as const, on, at: onCourtClock(on, clock) };
          lines.push(lineOf(hearing, { ...dates, court, room }, reader));
        }
      }
    }
    // In reserve a case has no day of its own: it is called in when another falls away.
    const [from, until] = [dayOf(header.StartDate), dayOf(header.EndDate)];
    for (const hearing of many<Hearing>(ReserveList, 'Hearing')) {
      const dates = { certainty: 'warnedWeek' as const, on: from, untilOn: until ?? from };
      lines.push(lineOf(hearing, { ...dates, court: courtSlug(CrownCourt.CourtHouseName) }, reader));
    }
    return {
      says: 'something',
      list: { family: 'crown', ...published(header, reader), covers },
      prosecutions: told(lines, header, reader),
    };
  };
}

/** A warned case has no day: it may be called in any day of the weeks that the list is of. */
function readWarned(payload: Record<string, unknown>, reader: Reader): Reading {
  const { ListHeader: header, CrownCourt, CourtLists } = payload.WarnedList as List;
  const from = dayOf(header.StartDate) as CalendarDay;
  const until = dayOf(header.EndDate) ?? addCalendarDays(from, 6);
  const lines: Listed[] = [];
  const covers: { court: string; on: CalendarDay }[] = [];
  for (const each of many<CourtList>(CourtLists, 'CourtList')) {
    const court = courtSlug(text(each.CourtHouse?.CourtHouseName) ?? CrownCourt.CourtHouseName);
    covers.push({ court, on: from });
    for (const [groups, isFixed] of [
      [each.WithFixedDate, true],
      [each.WithoutFixedDate, false],
    ] as const) {
      for (const group of many<{ HearingType?: string; Fixture?: unknown }>(groups)) {
        for (const fixture of many<{ FixedDate?: string; Cases?: unknown }>(group.Fixture)) {
          for (const found of many<Hearing & { Hearing?: unknown }>(fixture.Cases, 'Case')) {
            const [first] = many<Hearing & { HearingDate?: string }>(found.Hearing);
            const day = isFixed ? dayOf(fixture.FixedDate ?? first?.HearingDate) : undefined;
            const dates = day
              ? { certainty: 'fixed' as const, on: day }
              : { certainty: 'warnedWeek' as const, on: from, untilOn: until };
            const described = { HearingType: group.HearingType, ...first, ...found } as Hearing;
            lines.push(lineOf(described, { ...dates, court }, reader));
          }
        }
      }
    }
  }
  return {
    says: 'something',
    list: { family: 'crownWarned', ...published(header, reader), covers },
    prosecutions: told(lines, header, reader),
  };
}

function lineOf(
  hearing: Hearing,
  where: Pick<Listed, 'certainty' | 'on' | 'at' | 'untilOn' | 'court' | 'room'>,
  reader: Reader
): Listed {
  const { HearingDetails: details = hearing } = hearing;
  const caseNumber = text(hearing.CaseNumber);
  const defendants = many<Defendant>(hearing.Defendants, 'Defendant').map(({ URN, ASNs, PersonalDetails: person }) => {
    const isMasked = person?.IsMasked?.toLowerCase() === 'yes';
    const forename = text(many(person?.Name?.CitizenNameForename)[0]);
    const surname = text(person?.Name?.CitizenNameSurname);
    const [asn] = many(ASNs, 'ASN').map(text);
    return {
      urn: normalisedUrn(text(URN) ?? ''),
      ids: defendantIds(reader, { forename, surname, asn, isMasked }),
      name: isMasked ? undefined : [forename, surname].filter(Boolean).join(' '),
    };
  });
  const kind = hearingKind(text(details.HearingDescription), text(details.HearingType));
  return {
    ...where,
    hearing: kind,
    caseNumber,
    defendants,
    references: caseNumber ? [`crown:${where.court}:${caseNumber}`] : [],
  };
}

function published(header: Header, { issuedAt }: Reader) {
  return { publishedAt: courtInstant(header.PublishedTime) ?? issuedAt, version: versionIn(header.Version) };
}

function told(lines: readonly Listed[], header: Header, reader: Reader): AboutProsecution[] {
  const { publishedAt, version } = published(header, reader);
  return grouped(lines, sayings('crownCourtLists', publishedAt, version));
}
