import { originOf } from '../../effectiveFacts';
import type { Fact } from '../../fact';
import { isTriedAgain } from '../../tracks/trackStatus';
import { isBroughtIn } from '../afterSentence/contactScheme';
import { quashes, standingSentences } from '../afterSentence/quashed';
import { isYouthSentence } from '../afterSentence/sentenceKinds';
import type { CourtReferral } from './courtPartner';
import type { OfCase } from './courtReferrals';

/** One referral to one partner, from the fact that asked for it to its end. */
export type Episode = Omit<CourtReferral, 'referralId' | 'subject'>;

type Mutable = { -readonly [Key in keyof Episode]: Episode[Key] };

/** The referrals of a case, those that are over too. `counted` comes in the order of happening. */
export function referralEpisodes(facts: readonly Fact[], counted: readonly Fact[], about: OfCase): Episode[] {
  const ofVictim = about.role === 'witness' ? [] : [...toScheme(facts, counted), ...toYouthJustice(facts, counted)];
  return [...toWitnessService(facts, counted, about), ...ofVictim];
}

/** Follows the episodes with one partner: `ask` begins one or goes on with it, `end` ends it. */
class Episodes {
  readonly all: Mutable[] = [];
  private current: Mutable | undefined;

  constructor(
    private readonly partner: Episode['partner'],
    private readonly facts: readonly Fact[]
  ) {}

  get isOpen(): boolean {
    return this.current !== undefined;
  }

  ask(fact: Fact, { byItself = false, agreed = true } = {}): void {
    const { seq } = fact;
    const origin = originOf(fact, this.facts);
    if (!this.current) {
      this.current = { partner: this.partner, origin, seq, standing: 'wanted', byItself, agreed };
      this.all.push(this.current);
    } else Object.assign(this.current, { seq, byItself, agreed });
  }

  end(standing: Episode['standing']): void {
    if (this.current) this.current.standing = standing;
    this.current = undefined;
  }
}

/** The Witness Service: by referral of a witness who has agreed, until they are not needed, or the trial is over. */
function toWitnessService(facts: readonly Fact[], counted: readonly Fact[], { trials }: OfCase): Episode[] {
  const episodes = new Episodes('witnessService', facts);
  let agreed = false;
  let end: Episode['standing'] | undefined;
  for (const fact of counted) {
    const { kind, data, source } = fact;
    if (isTriedAgain(fact)) episodes.end('over');
    if (kind === 'witnessServiceOffered') {
      agreed = data.answer === 'wanted';
      if (data.answer === 'declined') episodes.end('declined');
    } else if (kind === 'witnessServiceReferred') {
      episodes.ask(fact, { agreed });
      end = undefined;
    } else if (kind === 'witnessServiceAnswered' && data.answer !== 'accepted') {
      episodes.end(data.answer === 'declinedByWitness' && source !== 'partner' ? 'declined' : 'over');
    } else end = endsAttendance(fact, end);
  }
  if (end && !trials?.length) episodes.end(end);
  return episodes.all;
}

/** What a fact says of whether a witness still has to come. */
function endsAttendance({ kind, data }: Fact, before: Episode['standing'] | undefined): typeof before {
  switch (kind) {
    case 'witnessRequired':
      return undefined;
    case 'witnessReleased':
    case 'prosecutionStopped':
      return 'notNeeded';
    case 'trialAttendanceDecided':
      return data.needed ? undefined : 'notNeeded';
    case 'verdictGiven':
      return data.verdict === 'juryDischarged' ? before : (before ?? 'over');
    default:
      return before;
  }
}

/**
 * The Victim Contact Scheme: by the sentence itself, unless the victim does not want it; they may opt in again, which a
 * person records. What the scheme has told us begins nothing; a conviction that is quashed takes the referral with it.
 */
function toScheme(facts: readonly Fact[], counted: readonly Fact[]): Episode[] {
  const episodes = new Episodes('victimContactScheme', facts);
  let wasEnded = false;
  for (const [place, fact] of counted.entries()) {
    const { kind, data, source } = fact;
    if (quashes(fact) && !isBroughtIn(counted.slice(0, place + 1))) episodes.end('notNeeded');
    else if (kind === 'sentencePassed' && data.victimContactScheme === true) {
      if (!episodes.isOpen && !wasEnded) episodes.ask(fact, { byItself: true });
    } else if (kind === 'victimContactSchemeReferred' && source !== 'partner') episodes.ask(fact);
    else if (kind === 'victimContactSchemeDeclined' || kind === 'victimContactSchemeNotTaken') {
      wasEnded = true;
      episodes.end(kind === 'victimContactSchemeDeclined' && source !== 'partner' ? 'declined' : 'over');
    }
  }
  return episodes.all;
}

/** The Youth Justice Service: once somebody asked it, for as long as a sentence of somebody under 18 stands. */
function toYouthJustice(facts: readonly Fact[], counted: readonly Fact[]): Episode[] {
  const episodes = new Episodes('youthJusticeService', facts);
  for (const fact of counted) {
    const { kind, data, source } = fact;
    if (kind === 'youthJusticeAsked') episodes.ask(fact);
    else if (kind === 'youthJusticeAnswered' && data.answer !== 'willTell') {
      episodes.end(data.answer === 'victimDoesNotWant' && source !== 'partner' ? 'declined' : 'over');
    }
  }
  const wasYouth = facts.some((fact) => fact.kind === 'sentencePassed' && isYouthSentence(fact));
  const isYouth = counted.some((fact) => fact.kind === 'sentencePassed' && isYouthSentence(fact));
  if (wasYouth && !isYouth) episodes.end('sentInError');
  else if (wasYouth && !standingSentences(counted).some(isYouthSentence)) episodes.end('notNeeded');
  return episodes.all;
}
