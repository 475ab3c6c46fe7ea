import { normalisedUrn } from '../../../domain/court/urn';
import { courtSlug, defendantIds } from '../names';
import { many, nothing, sayings, text, type Reader, type Reading } from '../reading';
import { anything, listOf, object, oneOrMore, time, wording, words } from '../schemas';
import { dayOf, instantOf, onCourtClock } from '../times';
import type { CourtFormat } from './format';

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
const xmlCase = object(
  { PTIURN: words, Defendant: oneOrMore(xmlDefendant) },
  { InitialHearing: object({}, { DateOfHearing: time }) }
);

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
    caseDetails: object(
      { ptiurn: words },
      { initialHearing: object({}, { courtHearingLocation: wording, dateOfHearing: time, timeOfHearing: wording }) }
    ),
    defendants: listOf(object({}, { prosecutorReference: wording })),
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
