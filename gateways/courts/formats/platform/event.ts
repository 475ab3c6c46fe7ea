import { nothing, sayings, type AboutProsecution, type Reader, type Reading, type Said } from '../../reading';
import type { CourtFormat } from '../format';

export const hearingRef = (hearingId: string) => `cp:hearing:${hearingId}`;
export const caseRef = (caseId: string) => `cp:case:${caseId}`;
export const offenceRef = (offenceId: string) => `cp:offence:${offenceId}`;
export const platform = (reader: Reader) => sayings('commonPlatform', reader.issuedAt);

/** A reader of an event that speaks of prosecutions, with what it requires. */
export function event<Payload>(
  schema: CourtFormat['schema'],
  read: (payload: Payload, reader: Reader) => readonly AboutProsecution[]
): CourtFormat {
  return {
    schema,
    read(payload, reader): Reading {
      const prosecutions = read(payload as Payload, reader);
      return prosecutions.length > 0 ? { says: 'something', prosecutions } : nothing('namesNoProsecution');
    },
  };
}

/** Something that happened to a hearing: of every prosecution that is heard in it. */
export const ofHearing = <Payload extends object>(
  schema: CourtFormat['schema'],
  hearingIdOf: (payload: Payload) => string,
  says: (payload: Payload, hearingId: string, reader: Reader) => readonly Said[]
) =>
  event<Payload>(schema, (payload, reader) => {
    const hearingId = hearingIdOf(payload);
    return [{ references: [hearingRef(hearingId)], events: says(payload, hearingId, reader), makesKnown: [] }];
  });
