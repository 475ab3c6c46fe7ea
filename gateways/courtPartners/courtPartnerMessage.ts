import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { Person } from '../../database/people/person';
import type { CourtReferral } from '../../domain/court/partners/courtPartner';
import { isYouthSentence } from '../../domain/court/afterSentence/sentenceKinds';
import { effectiveFacts, eventsReviewed } from '../../domain/effectiveFacts';
import type { Fact, FactKind } from '../../domain/fact';
import { inOrderOfHappening } from '../../domain/happening';
import { londonDay, type CalendarDay, type Instant } from '../../domain/time/londonTime';
import { safeContactOf } from '../supportService/safeContact';
import type { CourtReferralMessage } from './courtPartnerContract';

interface Known {
  readonly about: CaseSummary;
  readonly person: Person;
  readonly crimeReference?: string | undefined;
  /** All facts of the case. */
  readonly facts: readonly Fact[];
}

/** What a partner at court is told, as it stands at this moment, and no more than its part needs. */
export function courtPartnerMessage(
  { referralId, partner, subject, seq }: CourtReferral,
  { about, person, crimeReference, facts }: Known,
  now: Instant
): CourtReferralMessage {
  const counted = inOrderOfHappening(effectiveFacts(facts, eventsReviewed(facts)));
  const { name, dateOfBirth, language, interpreterNeeded } = person;
  const { homeForce: force, owningTeam: team, urns } = about;
  const asked = facts[seq - 1];
  return {
    contract: 'victim-case-service/court-referral/1',
    ...{ referralId, partner, subject, force, team, urns: [...urns] },
    ...(crimeReference && partner !== 'witnessService' ? { crimeReference } : {}),
    madeAt: asked?.recordedAt ?? now,
    person: {
      name,
      ...(dateOfBirth && partner === 'victimContactScheme' ? { dateOfBirth } : {}),
      ...(language ? { language } : {}),
      ...(interpreterNeeded ? { interpreterNeeded } : {}),
      ...(subject === 'referral' ? { contact: safeContactOf(person) } : {}),
    },
    ...(partner === 'witnessService' ? { attendance: attendanceOf(about, counted, londonDay(now)) } : sentenceOf()),
    ...noticeOf(asked),
  };

  function sentenceOf(): Pick<CourtReferralMessage, 'sentence'> {
    const passed = counted.filter((fact): fact is Fact<'sentencePassed'> => fact.kind === 'sentencePassed');
    const isTheirs = (fact: Fact<'sentencePassed'>) =>
      partner === 'youthJusticeService' ? isYouthSentence(fact) : fact.data.victimContactScheme === true;
    const sentence = passed.findLast(isTheirs) ?? passed.at(-1);
    if (!sentence) return {};
    const { court, sentences, custodyDays } = sentence.data;
    const offence = about.offenceCategory as NonNullable<CourtReferralMessage['sentence']>['offence'];
    const passedOn = londonDay(sentence.happenedAt);
    const more = { ...(court ? { court } : {}), ...(custodyDays === undefined ? {} : { custodyDays }) };
    return { sentence: { passedOn, sentences: [...sentences], offence, ...more } };
  }
}

function attendanceOf(
  { trials = [], hearings }: CaseSummary,
  counted: readonly Fact[],
  today: CalendarDay
): NonNullable<CourtReferralMessage['attendance']> {
  const last = <K extends FactKind>(kind: K) => counted.findLast((fact) => fact.kind === kind) as Fact<K> | undefined;
  const theirs = new Set(trials.map(({ hearingId }) => hearingId));
  const calls = new Map(
    counted.flatMap((fact) => (fact.kind === 'witnessCalledFor' ? [[fact.data.on, fact.data] as const] : []))
  );
  const coming = hearings.filter(
    ({ hearingId, vacated, on, untilOn = on }) => theirs.has(hearingId) && !vacated && untilOn >= today
  );
  const called = [...calls.values()].filter(
    ({ on, hearingId }) =>
      on >= today && (hearingId === undefined || coming.some((each) => each.hearingId === hearingId))
  );
  return {
    needs: [...(last('witnessServiceReferred')?.data.needs ?? [])],
    hearings: coming.map(({ hearing, on, untilOn, at, court }) => ({
      ...{ hearing, on },
      ...(untilOn ? { untilOn } : {}),
      ...(at ? { startsAt: at } : {}),
      ...(court ? { court } : {}),
    })),
    calledFor:
      coming.length === 0
        ? []
        : called.map(({ on, at, standby }) => ({ on, ...(at ? { at } : {}), ...(standby ? { standby } : {}) })),
  };
}

function noticeOf(asked: Fact | undefined): Pick<CourtReferralMessage, 'notice'> {
  if (asked?.kind === 'releasePlanned') return { notice: { of: 'release', on: asked.data.releaseOn } };
  if (asked?.kind !== 'paroleNotified') return {};
  const { stage, on } = asked.data;
  return { notice: { of: 'parole', stage, ...(on ? { on } : {}) } };
}
