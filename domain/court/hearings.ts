import type { HearingKind, TrialDay } from '../vocabulary';
import type { CourtEvent, HearingDates, Pause } from './courtEvent';
import { wordsOn, type CourtRecord } from './courtRecord';
import { daysOff, withoutDaysOff } from './daysOff';
import { defendantNamed, type Defendant } from './defendants';
import { hearingsSet } from './hearingParts';
import { listedHearings, type ListedHearing } from './listLines';
import { byIssue, isLaterIssue } from './register';

/** A hearing as all messages together say it is. */
export interface Hearing extends HearingDates {
  /** The court's own id, or `listed-<court>-<day>` of one that is known from a list alone. */
  readonly hearingId: string;
  readonly hearing: HearingKind;
  readonly court?: string | undefined;
  readonly room?: string | undefined;
  readonly status: 'listed' | 'vacated' | 'held';
  readonly trial?: TrialDay | undefined;
  /** Empty: all defendants. */
  readonly defendants: readonly string[];
  /** A later list did not have it: somebody asks the court. It is not thereby vacated. */
  readonly missingFromList: boolean;
  /** The event that gives the day, or took it away. */
  readonly by: CourtEvent;
}

/** The hearings of a prosecution, by day; those with no day last. Lines of lists are laid over hearings of the same day. */
export function hearingsOf(record: CourtRecord, defendants: readonly Defendant[]): Hearing[] {
  const named = (ids: readonly (readonly string[])[]) =>
    unique(ids.flatMap((each) => defendantNamed(defendants, each)?.defendantId ?? []));
  const sets = hearingsSet(record);
  const hearings = sets.map((set) => ofCourt(set, record, named));
  const trialSaidAt = sets
    .filter(({ data }) => data.hearing === 'trial')
    .map(({ issuedAt }) => issuedAt)
    .sort()
    .at(-1);
  const alone: Hearing[] = [];
  for (const listed of listedHearings(record)) {
    const place = hearings.findIndex((hearing) => listed.lines.some((line) => isSame(hearing, line, hearings)));
    const hearing = hearings[place];
    if (hearing) hearings[place] = overlaid(hearing, listed, record);
    else if (!listed.lines.every((line) => isOutdated(line, trialSaidAt))) alone.push(ofList(listed, record, named));
  }
  return [...hearings, ...alone].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

function ofCourt(set: CourtEvent<'hearingSet'>, record: CourtRecord, named: (ids: string[][]) => string[]): Hearing {
  const off = daysOff(record, set);
  const left = withoutDaysOff(
    set.data,
    off.map(({ data }) => data.on)
  );
  const { hearingId, defendants, estimatedMinutes: _minutes, pauses = [], ...given } = left ?? set.data;
  const vacated = wordsOn(record, 'hearingVacated').find(({ data }) => data.hearingId === hearingId);
  const confirmed = wordsOn(record, 'hearingConfirmed').find(({ data }) => data.hearingId === hearingId);
  const held = wordsOn(record, 'hearingHeld')
    .filter(({ data }) => data.hearingId === hearingId)
    .sort(byIssue)
    .at(-1);
  let by: CourtEvent = set;
  let status: Hearing['status'] = 'listed';
  const lastOff = off.at(-1);
  if (lastOff) [by, status] = [lastOff, left ? 'listed' : 'vacated'];
  if (vacated && vacated.issuedAt >= by.issuedAt) [by, status] = [vacated, 'vacated'];
  if (confirmed && confirmed.issuedAt >= by.issuedAt) {
    [by, status] = [confirmed, confirmed.data.stands ? 'listed' : 'vacated'];
  }
  if (status === 'listed' && held && (given.on === undefined || held.data.on >= given.on)) status = 'held';
  return {
    hearingId,
    ...given,
    status,
    ...(held ? { trial: trialOn(held.data, pauses, record) } : {}),
    defendants: named(defendants as string[][]),
    missingFromList: false,
    by,
  };
}

/** A trial that was heard and goes on after a pause, since nobody was cleared or convicted that day, is part heard. */
function trialOn(
  { trial, on }: CourtEvent<'hearingHeld'>['data'],
  pauses: readonly Pause[],
  record: CourtRecord
): TrialDay | undefined {
  const goesOn = pauses.some(({ after, resumesOn }) => after <= on && on < resumesOn);
  const isDecided = wordsOn(record, 'verdictGiven').some(({ data }) => data.on === on);
  return trial === 'effective' && goesOn && !isDecided ? 'partHeard' : trial;
}

function ofList(listed: ListedHearing, record: CourtRecord, named: (ids: string[][]) => string[]): Hearing {
  const { hearingId, court, lines } = listed;
  const line = lines.at(-1) as CourtEvent<'listed'>;
  const { on, defendants, caseNumber: _number, estimatedMinutes: _minutes, ...given } = line.data;
  const confirmed = confirmation(record, [hearingId, ...listed.otherIds]);
  const decided = confirmed && confirmed.issuedAt >= line.issuedAt ? confirmed : undefined;
  return {
    hearingId,
    ...given,
    court,
    on,
    status: decided?.data.stands === false ? 'vacated' : 'listed',
    defendants: named(defendants as string[][]),
    missingFromList: isMissing(listed, record, decided),
    by: decided ?? line,
  };
}

function confirmation(record: CourtRecord, hearingIds: readonly string[]): CourtEvent<'hearingConfirmed'> | undefined {
  return wordsOn(record, 'hearingConfirmed')
    .filter(({ data }) => hearingIds.includes(data.hearingId))
    .sort(byIssue)
    .at(-1);
}

/** The list knows the start and the room better than the case system, once it is the later word. */
function overlaid(hearing: Hearing, listed: ListedHearing, record: CourtRecord): Hearing {
  const confirmed = confirmation(record, [hearing.hearingId, listed.hearingId, ...listed.otherIds]);
  const missingFromList = hearing.status === 'listed' && isMissing(listed, record, confirmed);
  const line = listed.lines.at(-1) as CourtEvent<'listed'>;
  if (line.issuedAt < hearing.by.issuedAt) return { ...hearing, missingFromList };
  const { at, room, on, certainty } = line.data;
  const isFixed = hearing.certainty !== 'fixed' && certainty === 'fixed';
  // A later day of the same hearing is no other day, and its hour is its own.
  if (!isFixed && on !== hearing.on) return { ...hearing, missingFromList };
  const dates = isFixed ? { on, certainty, untilOn: undefined } : {};
  return { ...hearing, ...dates, ...(at ? { at } : {}), ...(room ? { room } : {}), missingFromList };
}

/** A list that came after the last that had it did not have it any more, and nobody has said since that it stands. */
function isMissing(
  { lines }: ListedHearing,
  record: CourtRecord,
  confirmed: CourtEvent<'hearingConfirmed'> | undefined
): boolean {
  const last = lines.at(-1) as CourtEvent<'listed'>;
  const missing = wordsOn(record, 'missingFromList')
    .filter(({ data }) => lines.some((line) => data.court === line.data.court && data.on === line.data.on))
    .sort(byIssue)
    .at(-1);
  if (!missing || !isLaterIssue(missing, last)) return false;
  return confirmed === undefined || confirmed.issuedAt < missing.issuedAt;
}

/** A prosecution has one trial: a list that was printed before the court said otherwise is not another one. */
function isOutdated({ data, issuedAt }: CourtEvent<'listed'>, trialSaidAt: string | undefined): boolean {
  return data.hearing === 'trial' && trialSaidAt !== undefined && issuedAt < trialSaidAt;
}

/** Courts are called differently by each sender: on one day, a prosecution's only hearing is the one that the list means. */
function isSame(hearing: Hearing, line: CourtEvent<'listed'>, hearings: readonly Hearing[]): boolean {
  const { on, court } = line.data;
  if (on === undefined || hearing.on === undefined) return false;
  if (line.data.certainty === 'warnedWeek' && hearing.certainty === 'fixed') {
    return isOfWeek(hearing, line) && isAtCourtOf(hearing, line, hearings);
  }
  if (!covers(hearing, on)) return false;
  if (hearing.court === court) return true;
  const onThatDay = hearings.filter((each) => covers(each, on) && each.status !== 'vacated');
  return onThatDay.length === 1 && onThatDay[0] === hearing;
}

/** A day that the court has fixed in the week for which a list warns of the same kind of hearing. */
function isOfWeek({ hearing, on }: Hearing, { data }: CourtEvent<'listed'>): boolean {
  return hearing === data.hearing && on !== undefined && covers(data, on);
}

function isAtCourtOf(hearing: Hearing, line: CourtEvent<'listed'>, hearings: readonly Hearing[]): boolean {
  if (hearing.court === line.data.court) return true;
  const inThatWeek = hearings.filter((each) => isOfWeek(each, line) && each.status !== 'vacated');
  return inThatWeek.length === 1 && inThatWeek[0] === hearing;
}

function covers({ on, untilOn }: HearingDates, day: string): boolean {
  return on !== undefined && on <= day && day <= (untilOn ?? on);
}

function placeOf({ on, hearingId }: Hearing): string {
  return `${on ?? '~'}|${hearingId}`;
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
