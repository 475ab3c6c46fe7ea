import type { DefendantIds } from '../../../domain/court/courtEvent';
import { normalisedUrn } from '../../../domain/court/urn';
import { londonDay, type CalendarDay } from '../../../domain/time/londonTime';
import { courtSlug, defendantIds } from '../names';
import { many, sayings, text, type AboutProsecution, type Reader, type Reading, type Said } from '../reading';
import { bailByPoliceCode, pleaByPoliceCode, verdictByPoliceCode } from '../courtWords';
import type { Result } from '../results';
import { anything, object, oneOrMore, time, urn, words } from '../schemas';
import { dayOf, onCourtClock } from '../times';
import type { CourtFormat } from './format';
import { foundOn, resultEvents, type Shared } from './offences';

interface Hearing {
  readonly CourtHearingLocation?: unknown;
  readonly DateOfHearing: string;
  readonly TimeOfHearing?: unknown;
}
interface ResultedOffence {
  readonly BaseOffenceDetails: { readonly OffenceSequenceNumber: unknown; readonly OffenceCode: unknown };
  readonly ConvictionDate?: string;
  readonly Finding?: unknown;
  readonly Plea?: unknown;
  readonly Result: unknown;
}
interface ResultOfOffence {
  readonly ResultCode?: unknown;
  /** Up to four letters that say more than the code: `S` is wholly suspended. */
  readonly ResultCodeQualifier?: unknown;
  readonly ResultText?: unknown;
  readonly NextHearing?: { readonly NextHearingDetails?: Hearing };
  readonly Outcome?: { readonly ResultAmountSterling?: unknown; readonly Duration?: Record<string, unknown> };
}
interface ResultedDefendant {
  readonly ProsecutorReference?: unknown;
  readonly CourtIndividualDefendant?: {
    readonly BailConditions?: unknown;
    readonly BailStatus?: unknown;
    readonly PersonDefendant?: { readonly BasePersonDetails?: { readonly PersonName?: Record<string, unknown> } };
  };
  readonly Offence: unknown;
}

const hearing = object({ DateOfHearing: time }, { CourtHearingLocation: words, TimeOfHearing: words });
const result = object(
  {},
  { ResultCode: words, ResultText: words, NextHearing: object({}, { NextHearingDetails: hearing }) }
);
const offence = object(
  { BaseOffenceDetails: object({ OffenceSequenceNumber: words, OffenceCode: words }), Result: oneOrMore(result) },
  { ConvictionDate: time, Finding: words, Plea: words }
);
const defendant = object(
  { Offence: oneOrMore(offence) },
  { ProsecutorReference: words, CourtIndividualDefendant: anything }
);
const session = object({
  CourtHearing: object({ Hearing: hearing }),
  Case: oneOrMore(object({ PTIURN: urn, Defendant: defendant })),
});

/** Standard Prosecutor Interface: what magistrates decided, as it goes back to the police in XML. */
export const policeResultXml: CourtFormat = {
  schema: object({ ResultedCaseMessage: object({ Session: session }) }),
  read(payload, reader): Reading {
    const { Session } = payload.ResultedCaseMessage as {
      Session: { CourtHearing: { Hearing: Hearing }; Case: unknown };
    };
    const on = dayOf(Session.CourtHearing.Hearing.DateOfHearing) as CalendarDay;
    const cases = many<{ PTIURN: string; Defendant: ResultedDefendant }>(Session.Case);
    const prosecutions = cases.map(({ PTIURN, Defendant: found }): AboutProsecution => {
      const ids = idsOf(found, reader);
      const names = ids.filter((id) => id.startsWith('name-')).map((reference) => ({ reference }));
      const conditions = text(found.CourtIndividualDefendant?.BailConditions);
      return {
        ...{ urn: normalisedUrn(PTIURN), events: eventsOf(found, ids, on, reader), makesKnown: names },
        ...(conditions === undefined ? {} : { bailWords: [{ defendant: ids, text: conditions }] }),
      };
    });
    return { says: 'something', prosecutions };
  },
};

function idsOf(
  { ProsecutorReference, CourtIndividualDefendant: person }: ResultedDefendant,
  reader: Reader
): DefendantIds {
  const name = person?.PersonDefendant?.BasePersonDetails?.PersonName;
  const [forename, surname] = [text(name?.PersonGivenName1), text(name?.PersonFamilyName)];
  return defendantIds(reader, { forename, surname, asn: text(ProsecutorReference) });
}

function eventsOf(found: ResultedDefendant, ids: DefendantIds, on: CalendarDay, reader: Reader): Said[] {
  const say = sayings('police', reader.issuedAt);
  const shared: Shared = { say, issuedAt: reader.issuedAt, isShared: true, court: 'magistrates' };
  const decision = bailByPoliceCode[text(found.CourtIndividualDefendant?.BailStatus) ?? ''];
  const events = many<ResultedOffence>(found.Offence).flatMap((each): Said[] => {
    const { OffenceCode, OffenceSequenceNumber } = each.BaseOffenceDetails;
    const offenceCode = text(OffenceCode);
    const offenceId = `listed-${offenceCode ?? ''}-${text(OffenceSequenceNumber) ?? ''}`;
    const verdict = verdictByPoliceCode[text(each.Finding)?.toUpperCase() ?? ''];
    const plea = pleaByPoliceCode[text(each.Plea) ?? ''];
    const results = many<ResultOfOffence>(each.Result);
    return [
      say('offenceCharged', { defendant: ids, offenceId, offenceCode }),
      ...(plea ? [say('pleaEntered', { defendant: ids, offenceId, plea, on })] : []),
      ...(verdict
        ? [say('verdictGiven', { defendant: ids, offenceId, verdict, ...foundOn(dayOf(each.ConvictionDate), on) })]
        : []),
      ...resultEvents(
        ids,
        offenceId,
        results.map((one) => resultOf(one, on)),
        false,
        shared
      ),
      ...results.flatMap(({ NextHearing }) => nextOf(NextHearing?.NextHearingDetails, ids, say)),
    ];
  });
  const isPast = on <= londonDay(reader.issuedAt);
  return [...events, ...(decision && isPast ? [say('bailDecided', { defendant: ids, decision, on })] : [])];
}

function resultOf({ ResultCode, ResultCodeQualifier, ResultText, Outcome }: ResultOfOffence, on: CalendarDay): Result {
  const { DurationValue, DurationUnit, DurationEndDate } = Outcome?.Duration ?? {};
  const [cjsCode, label, unit, end] = [ResultCode, ResultText, DurationUnit, DurationEndDate].map(text);
  const amount = text(Outcome?.ResultAmountSterling);
  return {
    qualifiers: many<unknown>(ResultCodeQualifier).flatMap((each) => text(each)?.trim().toUpperCase() ?? []),
    ...{ orderedDate: on, ...(cjsCode ? { cjsCode } : {}), ...(label ? { label } : {}) },
    durationElement: {
      ...(unit ? { primaryDurationUnit: unit, primaryDurationValue: Number(text(DurationValue)) } : {}),
      ...(end ? { durationEndDate: end } : {}),
    },
    prompts: amount ? [{ label: 'Amount of compensation', value: amount }] : [],
  };
}

function nextOf(next: Hearing | undefined, defendant: DefendantIds, say: Shared['say']): Said[] {
  const [on, court] = [dayOf(next?.DateOfHearing), text(next?.CourtHearingLocation)];
  if (!on || !court) return [];
  const at = onCourtClock(on, text(next?.TimeOfHearing));
  const listed = { certainty: 'fixed' as const, on, at, court: courtSlug(court), hearing: 'other' as const };
  return [say('listed', { ...listed, defendants: defendant.length > 0 ? [defendant] : [] })];
}
