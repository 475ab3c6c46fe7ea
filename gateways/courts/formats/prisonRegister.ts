import { normalisedUrn } from '../../../domain/court/urn';
import { londonDay } from '../../../domain/time/londonTime';
import { hearingKind } from '../hearingKind';
import { courtSlug, defendantIds } from '../names';
import { sayings, type AboutProsecution, type Reader, type Reading, type Said } from '../reading';
import { bailByCode, pleaIn, verdictIn } from '../courtWords';
import { sentenceOf } from '../results';
import { id, listOf, object, time, urn, wording, words } from '../schemas';
import { resultsInWords, type WordedResult } from '../wordedResults';
import { dayOf, instantOf } from '../times';
import type { CourtFormat } from './format';
import { datesOf } from './hearingDays';
import { foundOn } from './offences';

interface RegisteredOffence {
  readonly code?: string;
  readonly listingNumber?: number;
  readonly pleaDate?: string;
  readonly pleaValue?: string;
  readonly verdict?: string;
  readonly convictionDate?: string;
  readonly results?: readonly WordedResult[];
}
interface RegisterEntry {
  readonly prosecutionCase: { readonly caseURN: string };
  readonly defendant: {
    readonly id: string;
    readonly masterDefendantId?: string;
    readonly firstName?: string;
    readonly lastName?: string;
    readonly postHearingCustodyStatus?: string;
  };
  readonly hearing: {
    readonly id: string;
    readonly hearingType?: string;
    readonly hearingDate?: string;
    readonly jurisdiction?: string;
    readonly courtDetails?: { readonly court?: { readonly courtHouseName?: string } };
    readonly nextHearing?: { readonly hearingId?: string; dateTime?: string; court?: { courtHouseName?: string } };
  };
  readonly sharedTime?: string;
  readonly offences?: readonly RegisteredOffence[];
}

const resultText = object({}, { label: wording, value: words });
const offence = object(
  {},
  {
    ...{ code: words, pleaDate: time, pleaValue: wording, verdict: wording, convictionDate: time },
    results: listOf(object({}, { resultTexts: listOf(resultText) })),
  }
);
const court = object({}, { courtHouseName: wording });
const hearing = object(
  { id },
  {
    ...{ hearingDate: time, hearingType: wording, courtDetails: object({}, { court }) },
    nextHearing: object({}, { hearingId: id, dateTime: time, court }),
  }
);
const defendant = object({ id }, { masterDefendantId: id, firstName: wording, lastName: wording });
const entry = object(
  { prosecutionCase: object({ caseURN: urn }), defendant, hearing },
  { sharedTime: time, offences: listOf(offence) }
);

/** What a prison is told of a defendant's hearing: where it was, where they go next, and what was ordered. */
export const prisonCourtRegister: CourtFormat = {
  schema: {
    if: { type: 'array' },
    then: listOf(entry),
    else: { if: object({ results: {} }), then: object({ results: listOf(entry) }), else: entry },
  },
  read(payload, reader): Reading {
    const found = Array.isArray(payload) ? payload : (payload.results ?? payload);
    const entries = (Array.isArray(found) ? found : [found]) as RegisterEntry[];
    return { says: 'something', prosecutions: entries.map((each) => entryOf(each, reader)) };
  },
};

function entryOf(
  { prosecutionCase, defendant: person, hearing, sharedTime, offences = [] }: RegisterEntry,
  reader: Reader
): AboutProsecution {
  const issuedAt = instantOf(sharedTime) ?? reader.issuedAt;
  const say = sayings('commonPlatform', issuedAt);
  const { id: platformId, masterDefendantId: masterId, firstName: forename, lastName: surname } = person;
  const defendant = defendantIds(reader, { platformId, masterId, forename, surname });
  const on = dayOf(hearing.hearingDate);
  const decision = bailByCode[person.postHearingCustodyStatus ?? ''];
  const events = [
    ...hearingEvents(hearing, defendant, issuedAt, say),
    ...offences.flatMap((each, index) => offenceEvents(each, index, { hearing, defendant, on, say })),
    ...(decision && on ? [say('bailDecided', { defendant, decision, on })] : []),
  ];
  const makesKnown = [hearing.id, hearing.nextHearing?.hearingId].flatMap((each) =>
    each ? [{ reference: `cp:hearing:${each}` }] : []
  );
  return { urn: normalisedUrn(prosecutionCase.caseURN), events, makesKnown };
}

type Say = ReturnType<typeof sayings>;

function hearingEvents(
  { id: hearingId, hearingType, hearingDate, courtDetails, nextHearing }: RegisterEntry['hearing'],
  defendant: readonly string[],
  issuedAt: string,
  say: Say
): Said[] {
  const [on, name] = [dayOf(hearingDate), courtDetails?.court?.courtHouseName];
  const events: Said[] = [];
  if (on) {
    const set = {
      hearingId,
      hearing: hearingKind(hearingType),
      certainty: 'fixed' as const,
      on,
      defendants: [defendant],
    };
    events.push(say('hearingSet', { ...set, court: name === undefined ? undefined : courtSlug(name) }));
    if (on <= londonDay(issuedAt)) events.push(say('hearingHeld', { hearingId, on }));
  }
  if (nextHearing?.hearingId && nextHearing.dateTime) {
    const { hearingId: nextId, dateTime, court: nextCourt } = nextHearing;
    const dates = datesOf([{ sittingDay: dateTime }]);
    events.push(say('hearingDays', { hearingId: nextId, ...dates, defendants: [defendant] }));
    const nextName = nextCourt?.courtHouseName;
    if (nextName) events.push(say('hearingPlace', { hearingId: nextId, court: courtSlug(nextName) }));
  }
  return events;
}

/** A day of conviction without a verdict is one where nobody pleaded guilty. */
function offenceEvents(
  { code, listingNumber, pleaDate, pleaValue, verdict, convictionDate, results = [] }: RegisteredOffence,
  index: number,
  {
    hearing,
    defendant,
    on,
    say,
  }: { hearing: RegisterEntry['hearing']; defendant: readonly string[]; on?: string | undefined; say: Say }
): Said[] {
  const offenceId = `listed-${code ?? ''}-${listingNumber ?? index}`;
  const plea = pleaIn(pleaValue);
  const [pleadedOn, convictedOn] = [dayOf(pleaDate) ?? on, dayOf(convictionDate)];
  const found = verdictIn(verdict) ?? (convictedOn && plea !== 'guilty' ? 'guilty' : undefined);
  const day = convictedOn ?? on;
  const sentence = sentenceOf(resultsInWords(results));
  const court = hearing.jurisdiction === 'CROWN' ? ('crown' as const) : ('magistrates' as const);
  return [
    ...(code ? [say('offenceCharged', { defendant, offenceId, offenceCode: code })] : []),
    ...(plea && pleadedOn ? [say('pleaEntered', { defendant, offenceId, plea, on: pleadedOn })] : []),
    ...(found && day
      ? [say('verdictGiven', { defendant, offenceId, verdict: found, ...foundOn(convictedOn, day) })]
      : []),
    ...(sentence && on ? [say('sentencePassed', { defendant, offenceId, on, court, ...sentence })] : []),
  ];
}
