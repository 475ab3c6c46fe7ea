import type { CalendarDay } from '../time/londonTime';
import type * as words from '../vocabulary';
import type { Channel } from '../vocabulary';

/** Facts of complaints, of the ledger of duties, and of the force’s own standards. Enums, ids and dates only. */
export interface RightsFacts {
  complaintMade: { about: 'police' | 'witnessCareUnit' | 'prosecution' | 'courts' | 'other' };
  complaintAnswered: Record<never, never>;
  /** What became of a duty otherwise than by what the service sees for itself. `duty` is its id in the ledger. */
  dutySettled: { duty: string; as: (typeof words.dutySettlements)[number]; channel?: Channel | undefined };
  dutyReasonGiven: { duty: string; cause: (typeof words.missedDutyCauses)[number]; goodReason: boolean };
  standardsPaused: { reason: (typeof words.pauseReasons)[number]; untilOn: CalendarDay };
  standardsResumed: Record<never, never>;
}
