import { normalisedUrn } from '../../../domain/court/urn';
import { londonDay } from '../../../domain/time/londonTime';
import { defendantIds } from '../names';
import { sayings, type Reading, type Said } from '../reading';
import { resultSchema, type Result } from '../results';
import { id, listOf, object, wording } from '../schemas';
import { instantOf } from '../times';
import { bailEvents, bailWords, type PersonDefendant } from './bail';
import type { CourtFormat } from './format';
import { offenceEvents, offenceSchema, type Offence, type Shared } from './offences';

interface Named {
  readonly firstName?: string;
  readonly lastName?: string;
}

interface PoliceResult {
  readonly id: string;
  readonly caseId: string;
  readonly urn: string;
  readonly sessionDays?: readonly { readonly sittingDay?: string }[];
  readonly courtCentreWithLJA?: { readonly courtCentre?: { readonly name?: string } };
  readonly defendant: {
    readonly defendantId: string;
    readonly prosecutorReference?: string;
    readonly individualDefendant?: PersonDefendant & { readonly basePersonDetails?: Named; readonly person?: Named };
    readonly offences: readonly (Offence & {
      readonly judicialResults?: readonly (Result & { lastSharedDateTime?: string })[];
    })[];
  };
}

/** The result of one defendant, as it is sent back to the police. */
export const policeResult: CourtFormat = {
  schema: object({
    ...{ id, caseId: id, urn: wording },
    defendant: object({ defendantId: id, offences: listOf(offenceSchema) }, { judicialResults: listOf(resultSchema) }),
  }),
  read(payload, reader): Reading {
    const {
      id: hearingId,
      caseId,
      urn: written,
      sessionDays = [],
      courtCentreWithLJA,
      defendant: found,
    } = payload as unknown as PoliceResult;
    const { defendantId: platformId, prosecutorReference: asn, individualDefendant, offences } = found;
    const { person, basePersonDetails } = individualDefendant ?? {};
    const { firstName: forename, lastName: surname } = person ?? basePersonDetails ?? {};
    const ids = defendantIds(reader, { platformId, asn, forename, surname });
    const name = courtCentreWithLJA?.courtCentre?.name ?? '';
    const say = sayings('police', reader.issuedAt);
    const shared: Shared = {
      say,
      issuedAt: reader.issuedAt,
      isShared: true,
      court: /crown/i.test(name) ? 'crown' : 'magistrates',
    };
    const days = sessionDays
      .flatMap(({ sittingDay }) => instantOf(sittingDay) ?? [])
      .filter((at) => at <= reader.issuedAt)
      .sort();
    const events: Said[] = [
      ...days.map((at) => say('hearingHeld', { hearingId, on: londonDay(at) })),
      ...offences.flatMap((offence) => offenceEvents(ids, offence, false, shared)),
      ...days
        .slice(-1)
        .flatMap((at) => bailEvents({ personDefendant: individualDefendant }, ids, londonDay(at), shared)),
    ];
    const words = bailWords({ personDefendant: individualDefendant, offences }, ids);
    const urn = normalisedUrn(written);
    const makesKnown = [
      { reference: `cp:case:${caseId}` },
      { reference: `cp:hearing:${hearingId}` },
      ...offences.map((offence) => ({ reference: `cp:offence:${offence.id}`, defendant: ids })),
    ];
    const references = urn ? undefined : [`cp:case:${caseId}`];
    const prosecution = { urn, references, events, makesKnown, ...(words.length > 0 ? { bailWords: words } : {}) };
    return { says: 'something', prosecutions: [prosecution] };
  },
};
