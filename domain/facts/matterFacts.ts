import type * as words from '../care/careWords';
import type { CalendarDay } from '../time/londonTime';
import type { Matter } from '../rights/matters';
import type { Answer } from './safetyFacts';

/** Facts of what a victim may ask for, of statements, and of advice and advocacy. Enums, ids and dates only. */
export interface MatterFacts {
  matterExplained: { matter: Matter; format: 'spoken' | 'email' | 'text' | 'letter' | 'leaflet' };
  matterAsked: { matter: Matter };
  matterDeclined: { matter: Matter };
  matterAnswered: Answer & { matter: Matter; outcome: 'granted' | 'partlyGranted' | 'refused' | 'withdrawn' | 'done' };
  /** A statement, or a newer version of one. A business makes its own through its named contact. */
  statementMade: { statement: 'victimPersonal' | 'businessImpact'; version: number };
  statementReadingChosen: Answer & { reading: 'aloudByThem' | 'aloudByAdvocate' | 'notAloud' };
  adviceAsked: { by: (typeof words.adviceAskers)[number]; urgent: boolean };
  adviceGiven: Answer;
  challengeRaised: { to: (typeof words.challengedBodies)[number]; answerOn: CalendarDay };
  challengeAnswered: Answer & { outcome: (typeof words.challengeOutcomes)[number] };
}
