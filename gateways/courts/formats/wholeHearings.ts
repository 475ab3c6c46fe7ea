import type { DefendantIds } from '../../../domain/court/courtEvent';
import { normalisedUrn } from '../../../domain/court/urn';
import { londonDay } from '../../../domain/time/londonTime';
import type { TrialDay } from '../../../domain/vocabulary';
import { hearingKind } from '../hearingKind';
import { courtSlug, defendantIds } from '../names';
import {
  nothing,
  sayings,
  text,
  type AboutProsecution,
  type BailWords,
  type KnownReference,
  type Reader,
  type Reading,
  type Said,
} from '../reading';
import { appealEvents, type Application } from './appeals';
import { applicationResults, bailVariations, casesOf, variedBailWords } from './applications';
import { bailEvents, bailWords, rearrestEvents, type PersonDefendant } from './bail';
import { datesOf, hearingDaySchema, lastHeldOn, type HearingDay } from './hearingDays';
import { offenceEvents, offenceSchema, type Offence, type Shared } from './offences';
import { anything, flag, id, listOf, object, time, wording, words } from '../schemas';
import { instantOf } from '../times';

interface Defendant {
  readonly id: string;
  readonly masterDefendantId?: string | undefined;
  readonly isYouth?: boolean;
  readonly prosecutionAuthorityReference?: string;
  readonly personDefendant?: PersonDefendant | undefined;
  readonly offences?: readonly Offence[];
}
export interface WholeHearing {
  readonly id: string;
  readonly jurisdictionType?: string | undefined;
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
        readonly prosecutionCaseIdentifier?:
          | {
              readonly caseURN?: string;
              readonly prosecutionAuthorityReference?: string;
            }
          | undefined;
        readonly defendants?: readonly Defendant[];
      }[]
    | null
    | undefined;
}

const defendant = object({ id }, { offences: listOf(offenceSchema), personDefendant: anything, isYouth: flag });
export const prosecutionCase = object(
  { id },
  {
    prosecutionCaseIdentifier: object({}, { caseURN: wording, prosecutionAuthorityReference: wording }),
    defendants: listOf(defendant),
  }
);
const hearingSchema = object(
  { id, hearingDays: listOf(hearingDaySchema) },
  { type: anything, courtCentre: anything, prosecutionCases: listOf(prosecutionCase), jurisdictionType: words }
);

/** Common Platform's whole hearing: alone, or with when its results were shared. */
export const wholeHearing = {
  schema: {
    if: object({ hearing: anything }),
    then: object({ hearing: hearingSchema }, { sharedTime: time }),
    else: hearingSchema,
  },
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

export function readHearing(hearing: WholeHearing, issuedAt: string, isShared: boolean, reader: Reader): Reading {
  const prosecutions = casesOf(hearing).map((each): AboutProsecution => {
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
      if (!isShared) continue;
      const on = lastHeldOn(hearing.hearingDays ?? [], issuedAt) ?? londonDay(issuedAt);
      events.push(
        ...bailEvents(one, ids, on, shared),
        ...rearrestEvents(one, ids, on, hearing.type?.description, shared)
      );
    }
    const applications = hearing.courtApplications ?? [];
    if (isShared) {
      const known = [...idsOf.values()];
      events.push(...appealEvents(applications, each.id, known, shared));
      events.push(...bailVariations(applications, each.id, known, shared));
      events.push(...applicationResults(applications, each.id, known, shared));
    }
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
    const words = isShared
      ? [
          ...defendants.flatMap((one) => bailWords(one, idsOf.get(one.id) ?? [])),
          ...variedBailWords(applications, each.id, [...idsOf.values()]),
        ]
      : [];
    return { urn, references: urn ? undefined : [`cp:case:${each.id}`], events, makesKnown, ...someWords(words) };
  });
  return prosecutions.length > 0 ? { says: 'something', prosecutions } : nothing('namesNoProsecution');
}

function someWords(words: readonly BailWords[]): Pick<AboutProsecution, 'bailWords'> {
  return words.length > 0 ? { bailWords: words } : {};
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
  const on = isShared ? lastHeldOn(hearing.hearingDays ?? [], issuedAt) : undefined;
  if (on) events.push(say('hearingHeld', { hearingId, on, trial: kind === 'trial' ? trialDay(hearing) : undefined }));
  return events;
}

function trialDay({ isEffectiveTrial, crackedIneffectiveTrial }: WholeHearing): TrialDay | undefined {
  const said = crackedIneffectiveTrial?.type?.toLowerCase() ?? '';
  if (said.startsWith('crack')) return 'cracked';
  if (said.startsWith('ineffective')) return 'ineffective';
  return isEffectiveTrial ? 'effective' : undefined;
}
