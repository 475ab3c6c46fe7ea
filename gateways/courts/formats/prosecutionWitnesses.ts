import { normalisedUrn } from '../../../domain/court/urn';
import { nothing, sayings, type Reading } from '../reading';
import { listOf, object, time, words } from '../schemas';
import { dayOf } from '../times';
import type { CourtFormat } from './format';

interface Witness {
  readonly forename: string;
  readonly surname: string;
  readonly prosecutionRequireAttendance: boolean;
}

const witness = object({ forename: words, surname: words, prosecutionRequireAttendance: { type: 'boolean' } });
const about = { urn: words, hearingId: words, days: listOf(time) };

/** Witnesses as the prosecution writes them in its two-way interface: who is to come. They are known by an id made of their name. */
export const prosecutionWitnesses: CourtFormat = {
  schema: {
    if: object({ witnesses: {} }),
    then: object({ witnesses: listOf(witness, 1) }, about),
    else: { allOf: [witness, object({}, about)] },
  },
  read(payload, reader): Reading {
    const { urn: written, hearingId, days } = payload as { urn?: string; hearingId?: string; days?: string[] };
    const witnesses = (payload.witnesses ?? [payload]) as Witness[];
    const urn = normalisedUrn(written ?? reader.envelope.urn ?? '');
    if (urn === undefined) return nothing('namesNoProsecution');
    const say = sayings('prosecution', reader.issuedAt);
    const events = witnesses.map(({ forename, surname, prosecutionRequireAttendance: attend }) => {
      const witness = `name-${reader.idOf('name', `${forename} ${surname}`.toLowerCase())}`;
      return say('witnessRequired', {
        witness,
        hearingId,
        days: (days ?? []).flatMap((day) => dayOf(day) ?? []),
        attend,
      });
    });
    return { says: 'something', prosecutions: [{ urn, events, makesKnown: [] }] };
  },
};
