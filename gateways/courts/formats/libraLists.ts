import { normalisedUrn } from '../../../domain/court/urn';
import type { CalendarDay } from '../../../domain/time/londonTime';
import { courtSlug, defendantIds, wholeName } from '../names';
import { many, sayings, text, type Reader, type Reading } from '../reading';
import { anything, object, someOf, time, wording, words } from '../schemas';
import { dayOf, onCourtClock } from '../times';
import { grouped, type Listed } from './listed';

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
const session = object({ court: wording }, { doh: time, sstart: words, blocks: someOf(block, 'block') });
const job = object({}, { printdate: time, sessions: someOf(session, 'session') });
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
  readonly data: { readonly job: { readonly printdate?: string; readonly sessions?: unknown } };
}

/** Its clocks are those on the wall of the court; the day is the session's, the envelope's, or that of printing. */
function readLibra(documents: readonly LibraDocument[], family: string, reader: Reader): Reading {
  const lines: Listed[] = [];
  const covers: { court: string; on: CalendarDay }[] = [];
  let publishedAt = reader.issuedAt;
  for (const { info, data } of documents) {
    const printedOn = dayOf(data.job.printdate);
    publishedAt = onCourtClock(printedOn, text(info?.start_time) ?? '00:00') ?? reader.issuedAt;
    for (const each of many<LibraSession>(data.job.sessions, 'session')) {
      const on = dayOf(each.doh) ?? reader.envelope.contentOn ?? printedOn;
      if (on === undefined) continue;
      const court = courtSlug(each.court);
      covers.push({ court, on });
      for (const { bstart, cases } of many<{ bstart?: string; cases?: unknown }>(each.blocks, 'block')) {
        const at = onCourtClock(on, text(bstart) ?? text(each.sstart));
        for (const found of many<LibraCase>(cases, 'case')) {
          const caseNumber = text(found.caseno);
          const number = normalisedUrn(caseNumber ?? '');
          const elements = found.def_name_elements;
          const named = elements?.surname
            ? { forename: text(elements.forename1), surname: text(elements.surname) }
            : wholeName(found.def_name);
          const ids = defendantIds(reader, { ...named, asn: text(found.asn) });
          lines.push({
            ...{ certainty: 'fixed', on, at, court, room: text(each.room), hearing: 'other', caseNumber },
            references: caseNumber ? [`libra:${court}:${caseNumber}`] : [],
            // A Libra case number is not the police's, but some courts write theirs there.
            urn: /^\d{2}[A-Z]{2}\d{7,9}(\/\d{1,2})?$/.test(number ?? '') ? number : undefined,
            defendants: [{ ids, name: text(found.def_name) }],
          });
        }
      }
    }
  }
  const prosecutions = grouped(lines, sayings('magistratesLists', publishedAt));
  return { says: 'something', list: { family, publishedAt, covers }, prosecutions };
}
