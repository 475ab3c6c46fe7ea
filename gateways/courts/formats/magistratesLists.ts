import { normalisedUrn } from '../../../domain/court/urn';
import { londonDay } from '../../../domain/time/londonTime';
import { courtSlug, defendantIds, hearingKind, wholeName } from '../names';
import { many, sayings, text, versionIn, type Reader, type Reading } from '../reading';
import { anything, listOf, maybe, object, oneOrMore, someOf, time, words } from '../schemas';
import { dayOf, instantOf, onCourtClock } from '../times';
import { grouped, type Listed } from './listed';

interface Person {
  readonly individualForenames?: string;
  readonly individualSurname?: string;
  readonly asn?: string;
}
interface Party {
  readonly partyRole?: string;
  readonly individualDetails?: Person | null;
}
interface CourtHouse {
  readonly courtHouseName?: string;
  readonly lja?: string;
  readonly courtRoom: readonly {
    readonly courtRoomName?: string;
    readonly session: readonly {
      readonly sittings: readonly {
        readonly sittingStart: string;
        readonly hearing: readonly {
          readonly hearingType?: string;
          readonly case?: readonly { readonly caseUrn?: string; readonly party?: readonly Party[] }[];
        }[];
      }[];
    }[];
  }[];
}

const party = object({}, { partyRole: words, individualDetails: anything });
const theCase = object({}, { caseUrn: words, party: maybe(listOf(party)) });
const hearing = object({}, { hearingType: words, case: maybe(listOf(theCase)) });
const sitting = object({ sittingStart: time, hearing: listOf(hearing) });
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
    const courtLists = payload.courtLists as readonly { courtHouse: CourtHouse }[];
    for (const { courtHouse } of courtLists) {
      const named = text(courtHouse.courtHouseName) ?? text(courtHouse.lja) ?? reader.envelope.courtId;
      const court = courtSlug(named ?? '');
      for (const { courtRoomName, session } of courtHouse.courtRoom) {
        for (const { sittingStart, hearing } of session.flatMap(({ sittings }) => sittings)) {
          const at = instantOf(sittingStart);
          if (at === undefined) continue;
          const where = { certainty: 'fixed' as const, on: londonDay(at), at, court, room: text(courtRoomName) };
          for (const each of hearing) {
            for (const { caseUrn, party } of each.case ?? []) {
              const defendants = (party ?? [])
                .filter(({ partyRole }) => partyRole === 'DEFENDANT')
                .map(defendantOf(reader));
              const kind = hearingKind(text(each.hearingType));
              lines.push({
                ...where,
                hearing: kind,
                urn: normalisedUrn(text(caseUrn) ?? ''),
                references: [],
                defendants,
              });
            }
          }
        }
      }
    }
    const prosecutions = grouped(lines, sayings('magistratesLists', publishedAt, version));
    return { says: 'something', list: { family, publishedAt, version, covers: daysOf(lines) }, prosecutions };
  };
}

function defendantOf(reader: Reader) {
  return ({ individualDetails: person }: Party) => {
    const [forename] = (person?.individualForenames ?? '').split(/\s+/);
    const surname = text(person?.individualSurname);
    const ids = defendantIds(reader, { forename, surname, asn: text(person?.asn) });
    return { ids, name: [forename, surname].filter(Boolean).join(' ') };
  };
}

interface LibraCase {
  readonly caseno?: unknown;
  readonly def_name?: string;
  readonly def_name_elements?: { readonly forename1?: string; readonly surname?: string };
  readonly asn?: string;
}
interface LibraSession {
  readonly doh?: string;
  readonly court: string;
  readonly room?: unknown;
  readonly sstart?: string;
  readonly blocks?: unknown;
}

const libraCase = object({ caseno: words }, { def_name: words });
const block = object({}, { bstart: words, cases: someOf(libraCase, 'case') });
const session = object({ court: words }, { doh: time, sstart: words, blocks: someOf(block, 'block') });
const job = object({ sessions: object({ session: oneOrMore(session) }) }, { printdate: time });
const libraDocument = object({ data: object({ job }) }, { info: anything });

/** Libra's list of a magistrates' court: in CaTH's JSON, or in the SOAP envelope in which Libra sends it. */
export const magistratesAdultList = {
  schema: object({ document: libraDocument }),
  read: (payload: Record<string, unknown>, reader: Reader) =>
    readLibra([payload.document as LibraDocument], 'magistratesAdult', reader),
};
export const libraList = {
  schema: object({
    Envelope: object({
      Body: object({ ExternalDocumentRequest: object({ documents: someOf(libraDocument, 'document') }) }),
    }),
  }),
  read: (payload: Record<string, unknown>, reader: Reader) => {
    const { Body } = payload.Envelope as { Body: { ExternalDocumentRequest: { documents: unknown } } };
    return readLibra(many<LibraDocument>(Body.ExternalDocumentRequest.documents, 'document'), 'libra', reader);
  },
};

interface LibraDocument {
  readonly info?: { readonly start_time?: string };
  readonly data: { readonly job: { readonly printdate?: string; readonly sessions: { readonly session: unknown } } };
}

/** Its clocks are those on the wall of the court; the day is the session's, the envelope's, or that of printing. */
function readLibra(documents: readonly LibraDocument[], family: string, reader: Reader): Reading {
  const lines: Listed[] = [];
  let publishedAt = reader.issuedAt;
  for (const { info, data } of documents) {
    const printedOn = dayOf(data.job.printdate);
    publishedAt = onCourtClock(printedOn, text(info?.start_time) ?? '00:00') ?? reader.issuedAt;
    for (const each of many<LibraSession>(data.job.sessions.session)) {
      const on = dayOf(each.doh) ?? reader.envelope.contentOn ?? printedOn;
      if (on === undefined) continue;
      const court = courtSlug(each.court);
      for (const { bstart, cases } of many<{ bstart?: string; cases?: unknown }>(each.blocks, 'block')) {
        const at = onCourtClock(on, text(bstart) ?? text(each.sstart));
        for (const found of many<LibraCase>(cases, 'case')) {
          const caseNumber = text(found.caseno);
          const elements = found.def_name_elements;
          const named = elements?.surname
            ? { forename: text(elements.forename1), surname: text(elements.surname) }
            : wholeName(found.def_name);
          const ids = defendantIds(reader, { ...named, asn: text(found.asn) });
          lines.push({
            ...{ certainty: 'fixed', on, at, court, room: text(each.room), hearing: 'other', caseNumber },
            references: caseNumber ? [`libra:${court}:${caseNumber}`] : [],
            // A Libra case number is not the police's, but some courts write theirs there.
            urn: /^\d{2}[A-Z]{2}\d{7,9}$/.test(caseNumber ?? '') ? caseNumber : undefined,
            defendants: [{ ids, name: text(found.def_name) }],
          });
        }
      }
    }
  }
  const prosecutions = grouped(lines, sayings('magistratesLists', publishedAt));
  return { says: 'something', list: { family, publishedAt, covers: daysOf(lines) }, prosecutions };
}

function daysOf(lines: readonly Listed[]) {
  const days = new Map(lines.flatMap(({ court, on }) => (on ? [[`${court} ${on}`, { court, on }] as const] : [])));
  return [...days.values()];
}
