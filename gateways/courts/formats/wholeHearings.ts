import type { DefendantIds, HearingDates } from '../../../domain/court/courtEvent';
import { normalisedUrn } from '../../../domain/court/urn';
import { londonDay, type CalendarDay } from '../../../domain/time/londonTime';
import type { TrialDay } from '../../../domain/vocabulary';
import { courtSlug, defendantIds, hearingKind } from '../names';
import {
  many,
  nothing,
  sayings,
  text,
  type AboutProsecution,
  type KnownReference,
  type Reader,
  type Reading,
  type Said,
} from '../reading';
import { appealEvents, type Application } from './appeals';
import { offenceEvents, offenceSchema, type Offence, type Shared } from './offences';
import { bailByCode } from '../results';
import { anything, flag, id, listOf, maybe, object, time, words } from '../schemas';
import { dayOf, instantOf } from '../times';

export interface HearingDay {
  readonly sittingDay?: string;
  readonly startTime?: string;
  readonly hearingDate?: string;
  readonly listedDurationMinutes?: number;
  readonly durationMinutes?: number;
  readonly isCancelled?: boolean | null;
}
interface Defendant {
  readonly id: string;
  readonly masterDefendantId?: string;
  readonly isYouth?: boolean;
  readonly prosecutionAuthorityReference?: string;
  readonly personDefendant?: {
    readonly arrestSummonsNumber?: string;
    readonly bailStatus?: { readonly code?: string };
    readonly custodyTimeLimit?: string;
    readonly personDetails?: { readonly firstName?: string; readonly lastName?: string };
  };
  readonly offences?: readonly Offence[];
}
interface WholeHearing {
  readonly id: string;
  readonly jurisdictionType?: string;
  readonly type?: { readonly description?: string };
  readonly courtCentre?: { readonly name?: string; readonly roomName?: string };
  readonly hearingDays?: readonly HearingDay[];
  readonly isVacatedTrial?: boolean;
  readonly isEffectiveTrial?: boolean;
  readonly hasSharedResults?: boolean;
  readonly crackedIneffectiveTrial?: { readonly type?: string } | null;
  readonly courtApplications?: readonly Application[] | null;
  readonly prosecutionCases?:
    | readonly {
        readonly id: string;
        readonly prosecutionCaseIdentifier?: {
          readonly caseURN?: string;
          readonly prosecutionAuthorityReference?: string;
        };
        readonly defendants?: readonly Defendant[];
      }[]
    | null;
}

const defendant = object({ id }, { offences: maybe(listOf(offenceSchema)), personDefendant: anything, isYouth: flag });
const prosecutionCase = object({ id }, { prosecutionCaseIdentifier: anything, defendants: maybe(listOf(defendant)) });
export const hearingDaySchema = object({}, { sittingDay: time, startTime: time, hearingDate: time, isCancelled: flag });
const hearingSchema = object(
  { id, hearingDays: listOf(hearingDaySchema) },
  { type: anything, courtCentre: anything, prosecutionCases: maybe(listOf(prosecutionCase)), jurisdictionType: words }
);

/** Common Platform's whole hearing: alone, or with when its results were shared. */
export const wholeHearing = {
  schema: { anyOf: [object({ hearing: hearingSchema }, { sharedTime: time }), hearingSchema] },
  read(payload: Record<string, unknown>, reader: Reader): Reading {
    const hearing = (payload.hearing ?? payload) as WholeHearing;
    const sharedAt = instantOf(text(payload.sharedTime));
    return readHearing(
      hearing,
      sharedAt ?? reader.issuedAt,
      sharedAt !== undefined || hearing.hasSharedResults === true,
      reader
    );
  },
};

function readHearing(hearing: WholeHearing, issuedAt: string, isShared: boolean, reader: Reader): Reading {
  const prosecutions = (hearing.prosecutionCases ?? []).map((each): AboutProsecution => {
    const defendants = each.defendants ?? [];
    const idsOf = new Map(defendants.map((one) => [one.id, idsOfDefendant(one, reader)]));
    const { caseURN, prosecutionAuthorityReference } = each.prosecutionCaseIdentifier ?? {};
    const say = sayings('commonPlatform', issuedAt);
    const shared: Shared = {
      say,
      issuedAt,
      isShared,
      court: hearing.jurisdictionType === 'CROWN' ? 'crown' : 'magistrates',
    };
    const events: Said[] = hearingEvents(hearing, [...idsOf.values()], shared);
    for (const one of defendants) {
      const ids = idsOf.get(one.id) ?? [];
      for (const offence of one.offences ?? [])
        events.push(...offenceEvents(ids, offence, one.isYouth === true, shared));
      if (isShared) events.push(...bailEvents(one, ids, lastHeldOn(hearing, issuedAt) ?? londonDay(issuedAt), shared));
    }
    const applications = hearing.courtApplications ?? [];
    if (isShared) events.push(...appealEvents(applications, each.id, [...idsOf.values()], shared));
    const makesKnown: KnownReference[] = [
      { reference: `cp:case:${each.id}` },
      { reference: `cp:hearing:${hearing.id}` },
      ...defendants.flatMap((one) =>
        (one.offences ?? []).map((offence) => ({
          reference: `cp:offence:${offence.id}`,
          defendant: idsOf.get(one.id) ?? [],
        }))
      ),
      ...[...idsOf.values()]
        .flatMap((ids) => ids.filter((found) => found.startsWith('name-')))
        .map((reference) => ({ reference })),
    ];
    const urn = normalisedUrn(caseURN ?? prosecutionAuthorityReference ?? '');
    return { urn, references: urn ? undefined : [`cp:case:${each.id}`], events, makesKnown };
  });
  return prosecutions.length > 0 ? { says: 'something', prosecutions } : nothing('namesNoProsecution');
}

function idsOfDefendant(
  { id: platformId, masterDefendantId, personDefendant }: Defendant,
  reader: Reader
): DefendantIds {
  const { firstName: forename, lastName: surname } = personDefendant?.personDetails ?? {};
  const asn = personDefendant?.arrestSummonsNumber;
  return defendantIds(reader, { platformId, masterId: masterDefendantId, asn, forename, surname });
}

function hearingEvents(
  hearing: WholeHearing,
  defendants: readonly DefendantIds[],
  { say, issuedAt, isShared }: Shared
): Said[] {
  const { id: hearingId, type, courtCentre, hearingDays = [] } = hearing;
  const kind = hearingKind(type?.description);
  const events: Said[] = [
    say('hearingSet', {
      hearingId,
      hearing: kind,
      ...datesOf(hearingDays),
      court: courtCentre?.name ? courtSlug(courtCentre.name) : undefined,
      room: courtCentre?.roomName,
      defendants: [...defendants],
    }),
  ];
  if (hearing.isVacatedTrial) return [...events, say('hearingVacated', { hearingId, why: 'vacated' })];
  const on = isShared ? lastHeldOn(hearing, issuedAt) : undefined;
  if (on) events.push(say('hearingHeld', { hearingId, on, trial: kind === 'trial' ? trialDay(hearing) : undefined }));
  return events;
}

function trialDay({ isEffectiveTrial, crackedIneffectiveTrial }: WholeHearing): TrialDay | undefined {
  const said = crackedIneffectiveTrial?.type?.toLowerCase() ?? '';
  if (said.startsWith('crack')) return 'cracked';
  if (said.startsWith('ineffective')) return 'ineffective';
  return isEffectiveTrial ? 'effective' : undefined;
}

function bailEvents({ personDefendant }: Defendant, defendant: DefendantIds, on: CalendarDay, { say }: Shared): Said[] {
  const decision = bailByCode[personDefendant?.bailStatus?.code ?? ''];
  const custodyTimeLimitOn = dayOf(personDefendant?.custodyTimeLimit);
  return decision ? [say('bailDecided', { defendant, decision, on, custodyTimeLimitOn })] : [];
}

/** The last day of the hearing that lay in the past when its results were shared. */
function lastHeldOn({ hearingDays = [] }: WholeHearing, issuedAt: string): CalendarDay | undefined {
  return daysOf(hearingDays)
    .filter((on) => on <= londonDay(issuedAt))
    .at(-1);
}

function daysOf(days: readonly HearingDay[]): CalendarDay[] {
  const standing = days.filter(({ isCancelled }) => !isCancelled);
  return standing
    .flatMap(({ sittingDay, startTime, hearingDate }) => dayOf(sittingDay ?? startTime ?? hearingDate) ?? [])
    .sort();
}

/** From its first day that was not cancelled to its last. Without one its date is to be fixed. */
export function datesOf(days: readonly HearingDay[]): HearingDates {
  const [on, ...others] = daysOf(days);
  if (on === undefined) return { certainty: 'toBeFixed' };
  const starts = many<HearingDay>(days).filter(({ isCancelled }) => !isCancelled);
  const at = starts.flatMap(({ sittingDay, startTime }) => instantOf(sittingDay ?? startTime) ?? []).sort()[0];
  const untilOn = others.at(-1);
  return { certainty: 'fixed', on, at, untilOn: untilOn === on ? undefined : untilOn };
}
