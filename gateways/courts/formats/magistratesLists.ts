import { normalisedUrn } from '../../../domain/court/urn';
import { londonDay, type CalendarDay, type Instant } from '../../../domain/time/londonTime';
import { hearingKind } from '../hearingKind';
import { courtSlug, defendantIds } from '../names';
import { sayings, text, versionIn, type Reader, type Reading } from '../reading';
import { flag, listOf, moment, object, time, words } from '../schemas';
import { instantOf } from '../times';
import { grouped, type Listed } from './listed';

interface Person {
  readonly individualForenames?: string;
  readonly individualSurname?: string;
  readonly asn?: string;
}
interface Party {
  readonly partyRole?: string;
  /** Of an application: it is about this one. */
  readonly subject?: boolean;
  readonly individualDetails?: Person | null;
}
interface MagistratesHearing {
  readonly hearingType?: string;
  readonly case?: readonly { readonly caseUrn?: string; readonly party?: readonly Party[] }[];
  readonly application?: readonly { readonly applicationReference?: string; readonly party?: readonly Party[] }[];
}
interface CourtHouse {
  readonly courtHouseName?: string;
  readonly lja?: string;
  readonly courtRoom: readonly {
    readonly courtRoomName?: string;
    readonly session: readonly {
      readonly sittings: readonly {
        readonly sittingStart: string;
        readonly hearing: readonly MagistratesHearing[];
      }[];
    }[];
  }[];
}

const person = object({}, { individualForenames: words, individualSurname: words, asn: words });
const party = object({}, { partyRole: words, subject: flag, individualDetails: person });
const theCase = object({}, { caseUrn: words, party: listOf(party) });
const application = object({}, { applicationReference: words, party: listOf(party) });
const hearing = object({}, { hearingType: words, case: listOf(theCase), application: listOf(application) });
const sitting = object({ sittingStart: moment, hearing: listOf(hearing) });
const room = object({ session: listOf(object({ sittings: listOf(sitting) })) }, { courtRoomName: words });
const courtHouse = object({ courtRoom: listOf(room) }, { courtHouseName: words, lja: words });
const magistratesSchema = object({
  document: object({ publicationDate: time }),
  courtLists: listOf(object({ courtHouse })),
});

/** CaTH's standard and public lists of magistrates' courts. Their times are in UTC. */
export const magistratesStandardList = { schema: magistratesSchema, read: readSittings('magistratesStandard') };
export const magistratesPublicList = { schema: magistratesSchema, read: readSittings('magistratesPublic') };

function readSittings(family: string) {
  return (payload: Record<string, unknown>, reader: Reader): Reading => {
    const { publicationDate, version: written } = payload.document as { publicationDate: string; version?: unknown };
    const version = versionIn(written);
    const publishedAt = instantOf(publicationDate) ?? reader.issuedAt;
    const lines: Listed[] = [];
    const covers: { court: string; on: CalendarDay }[] = [];
    const courtLists = payload.courtLists as readonly { courtHouse: CourtHouse }[];
    for (const { courtHouse } of courtLists) {
      const named = text(courtHouse.courtHouseName) ?? text(courtHouse.lja) ?? reader.envelope.courtId;
      const court = courtSlug(named ?? '');
      // A court that sits on none of its hearings that day has them no more.
      if (reader.envelope.contentOn) covers.push({ court, on: reader.envelope.contentOn });
      for (const { courtRoomName, session } of courtHouse.courtRoom) {
        for (const { sittingStart, hearing } of session.flatMap(({ sittings }) => sittings)) {
          const at = instantOf(sittingStart) as Instant;
          const where = { certainty: 'fixed' as const, on: londonDay(at), at, court, room: text(courtRoomName) };
          covers.push({ court, on: where.on });
          for (const each of hearing) lines.push(...linesOf(each, where, reader));
        }
      }
    }
    const prosecutions = grouped(lines, sayings('magistratesLists', publishedAt, version));
    return { says: 'something', list: { family, publishedAt, version, covers }, prosecutions };
  };
}

/** Of its cases, and of applications about somebody: both are heard. */
function linesOf(
  { hearingType, case: cases = [], application: applications = [] }: MagistratesHearing,
  where: Pick<Listed, 'certainty' | 'on' | 'at' | 'court' | 'room'>,
  reader: Reader
): Listed[] {
  const hearing = hearingKind(text(hearingType));
  const line = (
    number: string | undefined,
    party: readonly Party[] | undefined,
    isMeant: (each: Party) => boolean
  ) => ({
    ...where,
    hearing,
    urn: normalisedUrn(text(number) ?? ''),
    references: [],
    defendants: (party ?? []).filter(isMeant).map(defendantOf(reader)),
  });
  const isDefendant = ({ partyRole }: Party) => partyRole?.toUpperCase() === 'DEFENDANT';
  return [
    ...cases.map(({ caseUrn, party }) => line(caseUrn, party, isDefendant)),
    ...applications.map(({ applicationReference, party }) =>
      line(applicationReference, party, (each) => each.subject === true || isDefendant(each))
    ),
  ];
}

function defendantOf(reader: Reader) {
  return ({ individualDetails: person }: Party) => {
    const [forename] = (person?.individualForenames ?? '').split(/\s+/);
    const surname = text(person?.individualSurname);
    const ids = defendantIds(reader, { forename, surname, asn: text(person?.asn) });
    return { ids, name: [forename, surname].filter(Boolean).join(' ') };
  };
}
