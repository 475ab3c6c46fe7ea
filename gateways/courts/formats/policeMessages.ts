import { normalisedUrn } from '../../../domain/court/urn';
import { londonDay } from '../../../domain/time/londonTime';
import { courtSlug, defendantIds } from '../names';
import { many, nothing, sayings, text, type Reader, type Reading, type Said } from '../reading';
import { resultSchema, type Result } from '../results';
import { anything, id, listOf, maybe, object, oneOrMore, time, words } from '../schemas';
import { dayOf, instantOf, onCourtClock } from '../times';
import type { CourtFormat } from './format';
import { offenceEvents, offenceSchema, type Offence, type Shared } from './offences';

interface PoliceResult {
  readonly id: string;
  readonly caseId: string;
  readonly urn: string;
  readonly sessionDays?: readonly { readonly sittingDay?: string }[];
  readonly courtCentreWithLJA?: { readonly courtCentre?: { readonly name?: string } };
  readonly defendant: {
    readonly defendantId: string;
    readonly prosecutorReference?: string;
    readonly individualDefendant?: { readonly basePersonDetails?: { firstName?: string; lastName?: string } };
    readonly offences: readonly (Offence & {
      readonly judicialResults?: readonly (Result & { lastSharedDateTime?: string })[];
    })[];
  };
}

/** The result of one defendant, as it is sent back to the police. */
export const policeResult: CourtFormat = {
  schema: object({
    ...{ id, caseId: id, urn: words },
    defendant: object(
      { defendantId: id, offences: listOf(offenceSchema) },
      { judicialResults: maybe(listOf(resultSchema)) }
    ),
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
    const { firstName: forename, lastName: surname } = individualDefendant?.basePersonDetails ?? {};
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
      .filter((at) => at <= reader.issuedAt);
    const events: Said[] = [
      ...days.map((at) => say('hearingHeld', { hearingId, on: londonDay(at) })),
      ...offences.flatMap((offence) => offenceEvents(ids, offence, false, shared)),
    ];
    const urn = normalisedUrn(written);
    const makesKnown = [
      { reference: `cp:case:${caseId}` },
      { reference: `cp:hearing:${hearingId}` },
      ...offences.map((offence) => ({ reference: `cp:offence:${offence.id}`, defendant: ids })),
    ];
    return {
      says: 'something',
      prosecutions: [{ urn, references: urn ? undefined : [`cp:case:${caseId}`], events, makesKnown }],
    };
  },
};

interface Name {
  readonly forename?: string | undefined;
  readonly surname?: string | undefined;
}
interface NewCase {
  readonly urn?: string | undefined;
  readonly court?: string | undefined;
  readonly on?: string | undefined;
  readonly clock?: string | undefined;
  readonly defendants: readonly (Name & { readonly asn?: string | undefined })[];
}

/** A new case that the police sent to the court. Its charges are told by the court, which gives them ids: here, where it begins. */
function newCase({ urn: written, court, on: day, clock, defendants }: NewCase, reader: Reader): Reading {
  const urn = normalisedUrn(written ?? '');
  const on = dayOf(day);
  if (urn === undefined) return nothing('namesNoProsecution');
  const ids = defendants.map((each) => defendantIds(reader, each)).filter((each) => each.length > 0);
  // The clock comes with an offset of its own, `10:00:00.000+01:00`.
  const at =
    on && clock && /[Z+-]/.test(clock)
      ? instantOf(`${on}T${clock.replace(/(\.\d{3})\d*/, '$1')}`)
      : onCourtClock(on, clock);
  const listed = {
    certainty: 'fixed' as const,
    on,
    at,
    court: courtSlug(court ?? ''),
    hearing: 'firstHearing' as const,
    defendants: ids,
  };
  const events = on && court ? [sayings('police', reader.issuedAt)('listed', listed)] : [];
  const names = ids.flat().filter((each) => each.startsWith('name-'));
  return { says: 'something', prosecutions: [{ urn, events, makesKnown: names.map((reference) => ({ reference })) }] };
}

const xmlDefendant = object({}, { ProsecutorReference: words, PoliceIndividualDefendant: anything });
const xmlCase = object({ PTIURN: words, Defendant: oneOrMore(xmlDefendant) }, { InitialHearing: anything });

/** Standard Prosecutor Interface: a new case from the police, in XML. Whoever wraps it in an envelope is unwrapped. */
export const policeCaseXml: CourtFormat = {
  schema: object({ NewCaseMessage: object({ Case: xmlCase }) }),
  read(payload, reader): Reading {
    const { PTIURN, InitialHearing, Defendant } = (payload.NewCaseMessage as { Case: Record<string, unknown> }).Case;
    const first = (InitialHearing ?? {}) as Record<string, unknown>;
    const defendants = many<Record<string, unknown>>(Defendant).map((each) => {
      const person = (
        each.PoliceIndividualDefendant as
          { PersonDefendant?: { BasePersonDetails?: { PersonName?: Record<string, unknown> } } } | undefined
      )?.PersonDefendant?.BasePersonDetails?.PersonName;
      const [forename, surname] = [text(person?.PersonGivenName1), text(person?.PersonFamilyName)];
      return { forename, surname, asn: text(each.ProsecutorReference) };
    });
    const [court, on, clock] = [text(first.CourtHearingLocation), text(first.DateOfHearing), text(first.TimeOfHearing)];
    return newCase({ urn: text(PTIURN), court, on, clock, defendants }, reader);
  },
};

interface JsonCase {
  readonly caseDetails: {
    ptiurn: string;
    initialHearing?: { courtHearingLocation?: string; dateOfHearing?: string; timeOfHearing?: string } | null;
  };
  readonly defendants: readonly {
    readonly prosecutorReference?: string;
    readonly policeIndividualDefendant?: {
      readonly personDefendant?: {
        basePersonDetails?: { personName?: { personGivenName1?: string; personFamilyName?: string } };
      };
    } | null;
  }[];
}

/** The same case as Common Platform's staging hands it on, in JSON; its clock is in UTC. */
export const policeCaseJson: CourtFormat = {
  schema: object({
    caseDetails: object({ ptiurn: words }, { initialHearing: anything }),
    defendants: listOf(anything),
  }),
  read(payload, reader): Reading {
    const { caseDetails, defendants } = payload as unknown as JsonCase;
    const { courtHearingLocation: court, dateOfHearing: on, timeOfHearing } = caseDetails.initialHearing ?? {};
    const named = defendants.map(({ prosecutorReference: asn, policeIndividualDefendant }) => {
      const name = policeIndividualDefendant?.personDefendant?.basePersonDetails?.personName;
      return { forename: name?.personGivenName1, surname: name?.personFamilyName, asn };
    });
    const clock = timeOfHearing === undefined ? undefined : `${timeOfHearing}Z`;
    return newCase({ urn: caseDetails.ptiurn, court, on, clock, defendants: named }, reader);
  },
};

interface Witness {
  readonly forename: string;
  readonly surname: string;
  readonly prosecutionRequireAttendance: boolean;
}

/** Witnesses as the prosecution writes them in its two-way interface: who is to come. They are known by an id made of their name. */
export const prosecutionWitnesses: CourtFormat = {
  schema: object(
    {
      witnesses: listOf(
        object({ forename: words, surname: words, prosecutionRequireAttendance: { type: 'boolean' } }),
        1
      ),
    },
    { urn: words, hearingId: words, days: maybe(listOf(time)) }
  ),
  read(payload, reader): Reading {
    const {
      witnesses,
      urn: written,
      hearingId,
      days,
    } = payload as unknown as { witnesses: Witness[]; urn?: string; hearingId?: string; days?: string[] };
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
