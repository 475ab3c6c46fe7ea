import type { DefendantIds } from '../../../domain/court/courtEvent';
import type { CalendarDay } from '../../../domain/time/londonTime';
import { bailByCode } from '../courtWords';
import { text, type BailWords, type Said } from '../reading';
import { dayOf } from '../times';
import type { Offence, Shared } from './offences';

interface Held {
  readonly personDefendant?: PersonDefendant | undefined;
}

export interface PersonDefendant {
  readonly arrestSummonsNumber?: string;
  readonly bailStatus?: { readonly code?: string };
  readonly bailConditions?: unknown;
  readonly custodyTimeLimit?: string;
  readonly personDetails?: { readonly firstName?: string; readonly lastName?: string };
}

/** Where a defendant stays after a hearing, and until when they may be kept. */
export function bailEvents(
  { personDefendant }: Held,
  defendant: DefendantIds,
  on: CalendarDay,
  { say }: Shared
): Said[] {
  const decision = bailByCode[personDefendant?.bailStatus?.code ?? ''];
  const custodyTimeLimitOn = dayOf(personDefendant?.custodyTimeLimit);
  return decision ? [say('bailDecided', { defendant, decision, on, custodyTimeLimitOn })] : [];
}

/** The conditions as the court wrote them beside the defendant, or else in the results that are about bail. */
export function bailWords(
  { personDefendant, offences = [] }: Held & { readonly offences?: readonly Offence[] },
  defendant: DefendantIds
): BailWords[] {
  const results = offences.flatMap(({ judicialResults }) => judicialResults ?? []);
  const ofResults = results
    .filter(({ label = '', isDeleted }) => /\bbail\b/i.test(label) && !isDeleted)
    .flatMap(({ resultText }) => text(resultText) ?? []);
  const said = text(personDefendant?.bailConditions) ?? [...new Set(ofResults)].join('\n');
  return said === '' ? [] : [{ defendant, text: said }];
}

/** A hearing for a breach of bail or on a warrant, and the letter of somebody who was arrested again, say so. */
export function rearrestEvents(
  { personDefendant }: Held,
  defendant: DefendantIds,
  on: CalendarDay,
  hearingType: string | undefined,
  { say }: Shared
): Said[] {
  const code = personDefendant?.bailStatus?.code ?? '';
  if (
    code !== rearrested &&
    !/\bbreach of bail\b|\bappearing on warrant\b|\bexecution of (a )?(bench )?warrant\b/i.test(hearingType ?? '')
  )
    return [];
  const stays = bailByCode[code];
  if (stays === undefined && code !== rearrested) return [];
  const isBailed = stays === 'bailed' || stays === 'bailedWithConditions';
  const decision = isBailed ? 'bailed' : stays === 'remanded' ? 'remanded' : 'otherwiseDealtWith';
  return [say('rearrestHeard', { defendant, decision, on })];
}

/** Common Platform's letter for "re-arrested after release on bail". */
const rearrested = 'R';
