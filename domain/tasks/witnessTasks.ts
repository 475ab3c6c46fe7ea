import type { FactKind } from '../fact';
import type { Role } from '../vocabulary';

/** Work for a witness who is to come to court, and for one who need not come any more. */
export const witnessTasks = {
  askAttendance: {
    role: 'witness-care-officer',
    outcomes: ['attendanceAnswered', 'attendanceDoubted', 'witnessReleased'],
    asks: 'The witness is on the list of witnesses to attend: tell them when and where, and ask whether they can come',
  },
  confirmRelease: {
    role: 'witness-care-officer',
    outcomes: ['witnessReleased', 'witnessRequired'],
    asks: 'The trial is not going ahead as it was: ask the prosecution whether the witness need still come',
  },
  tellReleased: {
    role: 'witness-care-officer',
    outcomes: ['releaseTold'],
    asks: 'The witness need not come: tell them before they set out',
  },
  checkWitnessSafety: {
    role: 'witness-care-officer',
    outcomes: ['witnessSafetyChecked'],
    asks: 'A witness may not come: whether anybody leans on them, before anything else is said',
  },
  informProsecution: {
    role: 'witness-care-officer',
    outcomes: ['prosecutionInformed'],
    asks: 'The prosecution is to know today that a witness may not come',
  },
  explainSummons: {
    role: 'witness-care-officer',
    outcomes: ['attendanceCompelled', 'attendanceAnswered'],
    asks: 'What a summons and a warrant are, explained to a witness who refuses',
  },
  arrangeCourtVisit: {
    role: 'witness-care-officer',
    outcomes: ['courtVisitChanged'],
    asks: 'A visit to the court before the trial: offered, answered, arranged, and whether it took place',
  },
  arrangeSeparateWaiting: {
    role: 'witness-care-officer',
    outcomes: ['separateWaitingChanged'],
    asks: 'Somewhere to wait apart from the defendant and their people: offered, asked of the court, confirmed',
  },
  arrangeCompanion: {
    role: 'witness-care-officer',
    outcomes: ['companionNamed'],
    asks: 'Somebody to sit with the witness at court: offered, asked of the prosecution and the court, agreed',
  },
  refreshStatement: {
    role: 'officer-in-case',
    outcomes: ['statementRefreshChanged', 'statementRefreshed'],
    asks: 'The witness’s own statement or recording, to be read or watched again before they give evidence',
  },
  referToWitnessService: {
    role: 'witness-care-officer',
    outcomes: ['witnessServiceOffered', 'witnessServiceReferred'],
    asks: 'The Witness Service: offered, and referred to with what they need to know',
  },
  askArrangement: {
    role: 'witness-care-officer',
    outcomes: ['arrangementAsked', 'attendanceAnswered'],
    asks: 'What the witness needs in order to come on that day, to be asked of the Victim Hub',
  },
  tellTimeAtCourt: {
    role: 'witness-care-officer',
    outcomes: ['timeAtCourtTold'],
    asks: 'The day and time at court, and whether they can be reached by phone where they are on standby',
  },
  explainExpenses: {
    role: 'witness-care-officer',
    outcomes: ['expensesExplained'],
    asks: 'What a witness is paid back, and the form for it',
  },
  chaseWitnessService: {
    role: 'witness-care-officer',
    outcomes: ['witnessServiceAnswered'],
    asks: 'The Witness Service has not said whether it has reached the witness',
  },
  bookArrangement: {
    role: 'witness-care-officer',
    outcomes: ['arrangementBooked', 'arrangementRefused', 'arrangementCancelled'],
    asks: 'Something asked for the day at court, to be booked by the Victim Hub',
  },
  changeArrangement: {
    role: 'witness-care-officer',
    outcomes: ['arrangementBooked', 'arrangementRefused', 'arrangementCancelled'],
    asks: 'Something booked for another time or court than is set now: change it, so that nobody is fetched too late or to the wrong place',
  },
  confirmArrangement: {
    role: 'witness-care-officer',
    outcomes: ['arrangementConfirmed', 'arrangementCancelled'],
    asks: 'What was booked for the day at court, to be told to the witness',
  },
  cancelArrangement: {
    role: 'witness-care-officer',
    outcomes: ['arrangementCancelled'],
    asks: 'Something booked for a day on which nobody needs to come: cancel it, so that nobody travels in vain',
  },
  recordAttendance: {
    role: 'witness-care-officer',
    outcomes: ['attendanceRecorded'],
    asks: 'Whether the witness came, how long they waited, and when they were let go',
  },
  sendExpenses: {
    role: 'witness-care-officer',
    outcomes: ['expensesSent'],
    asks: 'A claim for expenses, to be sent to the prosecution',
  },
  carryOutReadinessDecision: {
    role: 'witness-care-officer',
    outcomes: ['readinessDone'],
    asks: 'What a readiness meeting decided for this witness',
  },
} as const satisfies Record<string, { role: Role; outcomes: readonly FactKind[]; asks: string }>;
