import type { FactData, FactKind } from '../../domain/fact';
import type { FactSource, sentences } from '../../domain/vocabulary';

/** One event that an outcome stands for, as `POST /cases/{id}/events` takes it but for its time. */
export type ImpliedEvent = {
  [K in FactKind]: {
    readonly kind: K;
    readonly data: FactData[K];
    readonly source: FactSource;
    /** It is sent only where the case does not say so already: the outcome implies it rather than tells it. */
    readonly unless?: 'charged' | 'convicted';
  };
}[FactKind];

/** What one outcome of data.police.uk says about a case. */
export interface OutcomeMeaning {
  readonly name: string;
  /** In the order in which they happened; empty where the outcome is no news. */
  readonly events: readonly ImpliedEvent[];
  /** How long after the report such an outcome comes at most, in days: invented, used only where no month is known. */
  readonly withinDays: number;
}

type Sentence = (typeof sentences)[number];

const charged: ImpliedEvent = { kind: 'suspectCharged', data: { how: 'charged' }, source: 'policeRecordsSystem' };
const chargedBefore: ImpliedEvent = { ...charged, unless: 'charged' };
const convictedBefore: ImpliedEvent = {
  kind: 'verdictGiven',
  data: { verdict: 'guilty' },
  source: 'court',
  unless: 'convicted',
};

/** The court's last word: nobody is sentenced who was not charged and found guilty, whichever way the plea went. */
const sentenced = (sentence: Sentence): ImpliedEvent[] => [
  chargedBefore,
  convictedBefore,
  { kind: 'sentencePassed', data: { sentences: [sentence] }, source: 'court' },
];

const resolved = (resolution: FactData['outOfCourtResolution']['resolution']): ImpliedEvent[] => [
  { kind: 'outOfCourtResolution', data: { resolution }, source: 'policeRecordsSystem' },
];

const closed = (reason: FactData['investigationClosed']['reason']): ImpliedEvent[] => [
  { kind: 'investigationClosed', data: { reason }, source: 'policeRecordsSystem' },
];

const noFurtherAction = (
  reason: FactData['noFurtherAction']['reason'],
  rightToReview: boolean
): readonly ImpliedEvent[] => [
  {
    kind: 'noFurtherAction',
    data: { decidedBy: 'police', reason, rightToReview },
    source: 'policeRecordsSystem',
  },
];

/**
 * The whole vocabulary of `Outcome type` and `Last outcome category`. Doubtful choices:
 * - `Unable to prosecute suspect` mixes evidential difficulties with victims who do not support a prosecution and with
 *   suspects who are too young, too ill or dead: no reason is stated, and no Right to Review opens by it.
 * - `Formal action is not in the public interest` is a decision about a known suspect whom there is evidence against, so
 *   the Right to Review opens. `Further action …` follows a diversion out of court: it does not.
 * - `Further investigation …` may have a suspect, but ends an investigation rather than a suspect's track.
 * - `Awaiting court outcome`, `Court result unavailable`: charged, and no more is known. They add a charge only where
 *   none is on record.
 * - `Suspect charged as part of another case` cannot name that case: the files do not. It charges without a URN.
 * - `Suspect charged` includes summonses, which are not told apart; `Offender given a caution` includes conditional ones.
 * - `Under investigation` and `Status update unavailable` are no news.
 */
export const outcomeMeanings: readonly OutcomeMeaning[] = [
  { name: 'Under investigation', events: [], withinDays: 0 },
  { name: 'Status update unavailable', events: [], withinDays: 0 },
  { name: 'Investigation complete; no suspect identified', events: closed('noSuspectIdentified'), withinDays: 30 },
  { name: 'Unable to prosecute suspect', events: noFurtherAction('notStated', false), withinDays: 90 },
  {
    name: 'Formal action is not in the public interest',
    events: noFurtherAction('notInPublicInterest', true),
    withinDays: 90,
  },
  {
    name: 'Further action is not in the public interest',
    events: noFurtherAction('notInPublicInterest', false),
    withinDays: 90,
  },
  {
    name: 'Further investigation is not in the public interest',
    events: closed('furtherInvestigationNotInPublicInterest'),
    withinDays: 60,
  },
  { name: 'Action to be taken by another organisation', events: closed('takenByOtherAgency'), withinDays: 60 },
  { name: 'Local resolution', events: resolved('communityResolution'), withinDays: 60 },
  { name: 'Offender given a caution', events: resolved('caution'), withinDays: 60 },
  { name: 'Offender given penalty notice', events: resolved('penaltyNotice'), withinDays: 30 },
  { name: 'Offender given a drugs possession warning', events: resolved('drugsPossessionWarning'), withinDays: 30 },
  { name: 'Suspect charged', events: [charged], withinDays: 60 },
  {
    name: 'Suspect charged as part of another case',
    events: [{ kind: 'chargedInAnotherCase', data: {}, source: 'policeRecordsSystem' }],
    withinDays: 90,
  },
  { name: 'Awaiting court outcome', events: [chargedBefore], withinDays: 60 },
  { name: 'Court result unavailable', events: [chargedBefore], withinDays: 60 },
  {
    name: 'Defendant sent to Crown Court',
    events: [chargedBefore, { kind: 'sentToCrownCourt', data: {}, source: 'court' }],
    withinDays: 90,
  },
  {
    name: 'Defendant found not guilty',
    events: [chargedBefore, { kind: 'verdictGiven', data: { verdict: 'notGuilty' }, source: 'court' }],
    withinDays: 270,
  },
  {
    name: 'Court case unable to proceed',
    events: [chargedBefore, { kind: 'prosecutionStopped', data: { reason: 'unableToProceed' }, source: 'court' }],
    withinDays: 180,
  },
  { name: 'Offender sent to prison', events: sentenced('imprisonment'), withinDays: 270 },
  { name: 'Offender given suspended prison sentence', events: sentenced('suspendedImprisonment'), withinDays: 270 },
  { name: 'Offender given community sentence', events: sentenced('communityOrder'), withinDays: 270 },
  { name: 'Offender fined', events: sentenced('fine'), withinDays: 180 },
  { name: 'Offender ordered to pay compensation', events: sentenced('compensation'), withinDays: 180 },
  { name: 'Offender given conditional discharge', events: sentenced('conditionalDischarge'), withinDays: 180 },
  { name: 'Offender given absolute discharge', events: sentenced('absoluteDischarge'), withinDays: 180 },
  { name: 'Offender deprived of property', events: sentenced('deprivationOfProperty'), withinDays: 180 },
  { name: 'Offender otherwise dealt with', events: sentenced('otherwiseDealtWith'), withinDays: 270 },
];

const byName: ReadonlyMap<string, OutcomeMeaning> = new Map(outcomeMeanings.map((each) => [each.name, each]));

/** The row of an outcome; undefined for a name that data.police.uk does not use. */
export function outcomeNamed(name: string): OutcomeMeaning | undefined {
  return byName.get(name);
}
