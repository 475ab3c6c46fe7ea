import { answersIn, type Answers } from './answers/answers';
import { noAttemptsYet } from './contact/attempts';
import { isDangerUnanswered } from './answers/danger';
import type { CareRecord } from './careRecord';
import { followConsent, noConsentsYet, type Consents } from './referrals/consent';
import { followEvidence, noEvidenceYet, type Evidence } from './code/evidence';
import { followChanges, noChangesYet, type Changes } from './care/changes';
import { endingsOf, type Endings } from './tracks/caseEnd';
import { followConversation, noConversationYet, type Conversation } from './care/conversation';
import { followAttendance, nothingAskedOfWitness, type AttendanceState } from './court/witnesses/attendance';
import { lapseByAge } from './court/measures/turningEighteen';
import { followCourt, nothingInCourtYet, type CourtState } from './court/courtState';
import { effectiveFacts, eventsReviewed, originOf, type EventDecision } from './effectiveFacts';
import {
  tierAfterAmendment,
  tierByAssessment,
  tierByDecision,
  tierByReport,
  type RightsTier,
} from './rights/enhancedRights';
import type { Fact, FactData, FactKind } from './fact';
import { inOrderOfHappening } from './happening';
import type { Offence } from './offences/offence';
import type { Instant } from './time/londonTime';
import { wantsOnlyNews } from './contact/newsWish';
import { followMessages, noMessagesYet, type MessageState } from './messages/messageState';
import { followPortal, nothingWritten, type Portal } from './contact/portal';
import { followSuspects, newTracks, type SuspectTracks } from './tracks/suspectTracks';
import { followSupport, noSupportYet, referByOfficer, type Support } from './referrals/support';
import type { Circumstance, Stance } from './vocabulary';

type Known<K extends FactKind> = { readonly seq: number; readonly at: Instant } & FactData[K];

/** What the effective facts of a case add up to. It is worked out afresh each time and never stored. */
export interface CareState
  extends Endings, Support, Consents, Evidence, Conversation, MessageState, Portal, Changes, CourtState {
  attendance: AttendanceState;
  tier: RightsTier;
  offence: Offence;
  circumstances: readonly Circumstance[];
  owningTeam: string;
  officerInCase?: string | undefined;
  /** Somebody reached the victim, or established that nobody can. */
  firstContact?: { seq: number; at: Instant; outcome: 'made' | FactData['contactImpossible']['reason'] };
  firstContactReviewed: boolean;
  needs?: Known<'needsAssessed'>;
  pathway?: { readonly seq: number; readonly at: Instant } & Omit<FactData['pathwayChosen'], 'proposed'>;
  contract?: {
    seq: number;
    at: Instant;
    everyDays?: number;
    channel?: FactData['victimContractAgreed']['channel'];
    onlyNews?: boolean;
    days?: FactData['victimContractAgreed']['days'];
  };
  /** The last time the victim heard news or an update from us. */
  lastHeard?: { seq: number; at: Instant };
  stances: Partial<Record<Stance, { answer: 'yes' | 'no'; at: Instant }>>;
  /** When a victim who wanted no contact last wanted it again. */
  contactResumed?: { seq: number; at: Instant };
  tracks: SuspectTracks;
  statementTaken?: { seq: number; at: Instant };
  transferAsked?: Known<'transferAsked'>;
  eventsReviewed: ReadonlyMap<number, EventDecision>;
  /** What has been answered of what facts demand. */
  answers: Answers;
  /** Danger was reported, and nobody has said that they act on it: no case but that of the dead ends so. */
  dangerUnanswered: boolean;
  /** The facts that count, in the order of recording. */
  counted: readonly Fact[];
}

/** The state of a case: facts are read in the order in which they happened, since they are told in any order. */
export function careState({ opening, facts }: Pick<CareRecord, 'opening' | 'facts'>): CareState {
  const reviewed = eventsReviewed(facts);
  const counted = effectiveFacts(facts, reviewed);
  const answers = answersIn(counted, facts);
  const state: CareState = {
    tier: tierByReport(opening),
    offence: opening.offence,
    circumstances: opening.circumstances,
    owningTeam: opening.owningTeam,
    officerInCase: opening.officerInCase,
    firstContactReviewed: false,
    ...noSupportYet(),
    ...noConsentsYet(),
    ...noEvidenceYet(),
    ...noMessagesYet(),
    ...nothingWritten(),
    ...noChangesYet(opening),
    ...noConversationYet(noAttemptsYet(opening)),
    ...nothingInCourtYet(),
    ...nothingAskedOfWitness(),
    stances: {},
    tracks: newTracks(opening.suspects),
    eventsReviewed: reviewed,
    answers,
    dangerUnanswered: isDangerUnanswered({ counted, facts, answers, standards: opening.standards }),
    counted,
  };
  for (const { action, at } of opening.officerActions) {
    if (action === 'victimContacted') state.firstContact = { seq: 0, at, outcome: 'made' };
    if (action === 'referralMade') referByOfficer(state, at);
    if (action === 'statementTaken') state.statementTaken = { seq: 0, at };
  }
  for (const fact of inOrderOfHappening(state.counted)) {
    applyFact(state, fact, opening);
    followEvidence(state, fact);
    followSupport(state, fact, `${opening.caseId}.r${originOf(fact, facts)}`);
    followConsent(state, fact);
    followMessages(state, fact);
    followPortal(state, fact);
    followChanges(state, fact);
    followConversation(state, fact, `${opening.caseId}.p${originOf(fact, facts)}`);
    followSuspects(state.tracks, fact);
    followAttendance(state, fact, `${opening.caseId}.b${originOf(fact, facts)}`);
    lapseByAge(opening.role, state, fact.happenedAt);
    followCourt(state, fact);
  }
  return { ...state, ...endingsOf(state.counted, facts) };
}

function applyFact(state: CareState, fact: Fact, opening: CareRecord['opening']): void {
  const { seq, happenedAt: at } = fact;
  switch (fact.kind) {
    case 'contactMade':
      // A contact after it was found impossible is news, but the duty was met by then.
      state.firstContact = { seq, at, ...state.firstContact, outcome: 'made' };
      break;
    case 'contactImpossible':
      state.firstContact ??= { seq, at, outcome: fact.data.reason };
      if (fact.data.reason === 'declined') state.stances.wantsContact = { answer: 'no', at };
      break;
    case 'firstContactReviewed':
      state.firstContactReviewed = true;
      break;
    case 'needsAssessed':
      state.needs = { seq, at, ...fact.data };
      state.tier = tierByAssessment(state.tier, fact.data.enhancedRightsGrounds);
      break;
    case 'tierDecided':
      state.tier = tierByDecision(state.tier, fact.data.tier, fact.data.grounds);
      break;
    case 'pathwayChosen':
      state.pathway = { seq, at, ...decidedIn(fact.data) };
      break;
    case 'victimContractAgreed':
      state.contract = {
        seq,
        at,
        everyDays: fact.data.everyDays,
        channel: fact.data.channel,
        onlyNews: wantsOnlyNews(fact.data),
        days: fact.data.days,
      };
      break;
    case 'victimContractDefaultKept':
      state.contract = { seq, at };
      break;
    case 'victimUpdateGiven':
    case 'victimTold':
      state.lastHeard = { seq, at };
      break;
    case 'victimNotTold':
      // A victim who could not be told an update is tried again when the next one falls due.
      state.lastHeard = { seq, at };
      break;
    case 'stanceChanged':
      if (fact.data.stance === 'wantsContact') changeContactWish(state, fact.data.answer, seq, at);
      state.stances[fact.data.stance] = { answer: fact.data.answer, at };
      break;
    case 'officerActed':
      if (fact.data.action === 'victimContacted') state.firstContact ??= { seq, at, outcome: 'made' };
      if (fact.data.action === 'statementTaken') state.statementTaken = { seq, at };
      break;
    case 'statementTaken':
      state.statementTaken = { seq, at };
      break;
    case 'reportAmended':
      if (fact.data.offence) state.offence = fact.data.offence;
      if (fact.data.circumstances) state.circumstances = fact.data.circumstances;
      if (fact.data.officerInCase) state.officerInCase = fact.data.officerInCase;
      state.tier = tierAfterAmendment(state.tier, { ...opening, ...state });
      break;
    case 'teamChanged':
      state.owningTeam = fact.data.team;
      break;
    case 'transferAsked':
      state.transferAsked = { seq, at, ...fact.data };
      break;
    case 'handoverAcknowledged':
    case 'handoverDeclined':
    case 'caseReopened':
      delete state.transferAsked;
      break;
    default:
      break;
  }
}

/** What was proposed is a note of that day and decides nothing. */
function decidedIn({ proposed: _proposed, ...decided }: FactData['pathwayChosen']) {
  return decided;
}

/** Who says that they want no contact has been reached, and has declined it. */
function changeContactWish(state: CareState, answer: 'yes' | 'no', seq: number, at: Instant): void {
  if (answer === 'no') state.firstContact ??= { seq, at, outcome: 'declined' };
  else if (state.stances.wantsContact?.answer === 'no') state.contactResumed = { seq, at };
}
