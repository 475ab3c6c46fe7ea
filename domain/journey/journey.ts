import { contactScheme } from './afterSentence/contactScheme';
import { courtMoney } from './afterSentence/courtMoney';
import { orderEnds } from './afterSentence/orderEnds';
import { otherNews } from './afterSentence/otherNews';
import { undulyLenient } from './afterSentence/undulyLenient';
import { youthJustice } from './afterSentence/youthJustice';
import { answersOwed } from './answers/answersOwed';
import { prosecutionReview } from './answers/prosecutionReview';
import { acknowledgement } from './acknowledgement';
import { attending } from './witnesses/attending';
import { anotherChannel } from './anotherChannel';
import { availability } from './availability';
import { carePathway } from './carePathway';
import { closure } from './closure';
import { codeDuties } from './codeDuties';
import { contactWish } from './contactWish';
import { custody } from './custody';
import { dateOff } from './dateOff';
import { eighteenth } from './eighteenth';
import { explaining } from './explaining';
import { firstContact } from './firstContact';
import { investigation } from './investigation';
import { missedDuties } from './missedDuties';
import { needsAssessment } from './needsAssessment';
import { portalMessages } from './updates/portalMessages';
import { officerAsked } from './updates/officerAsked';
import { preparing } from './witnesses/preparing';
import { planActions } from './planActions';
import { reassessment } from './reassessment';
import { referral } from './referral';
import { specialMeasures } from './specialMeasures';
import type { Step } from './step';
import { unsentMessages } from './unsentMessages';
import { victimContract } from './victimContract';
import { victimUpdates } from './updates/victimUpdates';

/**
 * What a Victim Care Officer does, in the order of the role profile. Each step looks at the record and names the work
 * to have open; all of them are asked every time, so that one phone call may answer several, in any order.
 */
export const journey: readonly Step[] = [
  firstContact,
  anotherChannel,
  acknowledgement,
  explaining,
  needsAssessment,
  reassessment,
  carePathway,
  planActions,
  referral,
  victimContract,
  victimUpdates,
  officerAsked,
  contactWish,
  unsentMessages,
  portalMessages,
  codeDuties,
  missedDuties,
  answersOwed,
  eighteenth,
  investigation,
  prosecutionReview,
  availability,
  specialMeasures,
  dateOff,
  attending,
  preparing,
  custody,
  undulyLenient,
  contactScheme,
  youthJustice,
  otherNews,
  orderEnds,
  courtMoney,
  closure,
];
