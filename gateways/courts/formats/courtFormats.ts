import { crownDailyList, crownFirmList, crownWarnedList } from './crownLists';
import type { CourtFormat } from './format';
import { libraList, magistratesAdultList } from './libraLists';
import { magistratesPublicList, magistratesStandardList } from './magistratesLists';
import { numberChanged } from './numberChanges';
import { platformEvents } from './platform/platformEvents';
import { courtListPublished, platformStandardList } from './platformLists';
import { policeCaseJson, policeCaseXml } from './policeCases';
import { policeResult } from './policeResultEvent';
import { prisonCourtRegister } from './prisonRegister';
import { hearingResultedPointer, resultNotice } from './resultNotices';
import { policeResultXml } from './policeResults';
import { prosecutionWitnesses } from './prosecutionWitnesses';
import { courtSchedule } from './schedules';
import { silentEvents, singleJusticeList } from './silentFormats';
import { wholeHearing } from './wholeHearings';

/** Every kind of message that is understood, by the name that a sender may give it. */
export const courtFormats: Readonly<Record<string, CourtFormat>> = {
  crownDailyList,
  crownFirmList,
  crownWarnedList,
  magistratesStandardList,
  magistratesPublicList,
  magistratesAdultList,
  libraList,
  singleJusticeList,
  platformStandardList,
  wholeHearing,
  courtSchedule,
  prisonCourtRegister,
  resultNotice,
  hearingResultedPointer,
  policeCaseXml,
  policeCaseJson,
  policeResultXml,
  prosecutionWitnesses,
  numberChanged,
  'public.listing.court-list-published': courtListPublished,
  'public.results.police-result-generated': policeResult,
  ...platformEvents,
  ...silentEvents,
};

/** The list types of the Court and Tribunal Hearings service, as its header names them. */
const listTypes: Readonly<Record<string, string>> = {
  CROWN_DAILY_LIST: 'crownDailyList',
  CROWN_DAILY_PDDA_LIST: 'crownDailyList',
  CROWN_FIRM_LIST: 'crownFirmList',
  CROWN_FIRM_PDDA_LIST: 'crownFirmList',
  CROWN_WARNED_LIST: 'crownWarnedList',
  CROWN_WARNED_PDDA_LIST: 'crownWarnedList',
  MAGISTRATES_STANDARD_LIST: 'magistratesStandardList',
  MAGISTRATES_PUBLIC_LIST: 'magistratesPublicList',
  MAGISTRATES_ADULT_COURT_LIST_DAILY: 'magistratesAdultList',
  MAGISTRATES_ADULT_COURT_LIST_FUTURE: 'magistratesAdultList',
  MAGISTRATES_PUBLIC_ADULT_COURT_LIST_DAILY: 'magistratesAdultList',
  MAGISTRATES_PUBLIC_ADULT_COURT_LIST_FUTURE: 'magistratesAdultList',
  SJP_PUBLIC_LIST: 'singleJusticeList',
  SJP_PRESS_LIST: 'singleJusticeList',
  SJP_DELTA_PUBLIC_LIST: 'singleJusticeList',
  SJP_DELTA_PRESS_LIST: 'singleJusticeList',
};

/** The kind that a sender gave, under our name of it; undefined for one that is not known. */
export function kindNamed(given: string): string | undefined {
  const kind = Object.hasOwn(listTypes, given) ? listTypes[given] : given;
  return kind !== undefined && Object.hasOwn(courtFormats, kind) ? kind : undefined;
}

/** What kind of message it is, by what it holds; undefined where that leaves several. */
export function kindOf(payload: unknown): string | undefined {
  if (Array.isArray(payload)) {
    if (at(payload, '0', 'eventType') === 'Hearing_Resulted') return 'hearingResultedPointer';
    return hasAll(payload[0], 'prosecutionCase', 'defendant', 'hearing') ? 'prisonCourtRegister' : undefined;
  }
  const name = at(payload, '_metadata', 'name');
  if (typeof name === 'string') return kindNamed(name);
  return signs.find(([, holds]) => holds(payload))?.[0];
}

const signs: readonly (readonly [string, (payload: unknown) => boolean])[] = [
  ['crownDailyList', (payload) => hasAll(payload, 'DailyList')],
  ['crownFirmList', (payload) => hasAll(payload, 'FirmList')],
  ['crownWarnedList', (payload) => hasAll(payload, 'WarnedList')],
  ['libraList', (payload) => at(payload, 'Envelope', 'Body', 'ExternalDocumentRequest') !== undefined],
  ['numberChanged', (payload) => hasAll(payload, 'CP10')],
  ['policeResultXml', (payload) => hasAll(payload, 'ResultedCaseMessage')],
  ['policeCaseXml', (payload) => hasAll(payload, 'NewCaseMessage')],
  ['magistratesAdultList', (payload) => at(payload, 'document', 'data', 'job') !== undefined],
  ['singleJusticeList', isSingleJustice],
  ['magistratesStandardList', (payload) => hasAll(payload, 'document', 'courtLists') && namesCourt(payload)],
  ['magistratesPublicList', (payload) => hasAll(payload, 'document', 'courtLists')],
  ['platformStandardList', (payload) => hasAll(payload, 'standardList')],
  ['platformStandardList', (payload) => hasAll(payload, 'courtCentreName', 'hearingDates')],
  ['public.listing.court-list-published', (payload) => hasAll(payload, 'courtListId', 'courtLists')],
  ['public.results.police-result-generated', (payload) => hasAll(payload, 'caseId', 'urn', 'defendant')],
  ['public.hearing.resulted', (payload) => Array.isArray(at(payload, 'hearing', 'sharedResultLines'))],
  ['prisonCourtRegister', (payload) => hasAll(payload, 'prosecutionCase', 'defendant', 'hearing')],
  [
    'wholeHearing',
    (payload) =>
      at(payload, 'hearing', 'prosecutionCases') !== undefined ||
      at(payload, 'hearing', 'courtApplications') !== undefined ||
      hasAll(payload, 'prosecutionCases', 'hearingDays') ||
      hasAll(payload, 'courtApplications', 'hearingDays'),
  ],
  ['resultNotice', (payload) => hasAll(payload, 'eventType', 'documentId', 'cases')],
  ['resultNotice', (payload) => hasAll(payload, 'eventType', 'materialId', 'defendant')],
  ['singleJusticeList', (payload) => /^SJP_/.test(String(at(payload, 'listType')))],
  ['public.hearing.adjourned', (payload) => hasAll(payload, 'adjournedHearing', 'nextHearings')],
  ['public.listing.hearing-confirmed', (payload) => hasAll(payload, 'confirmedHearing')],
  ['public.listing.hearing-updated', (payload) => hasAll(payload, 'updatedHearing')],
  ['courtSchedule', (payload) => hasAll(payload, 'courtSchedule')],
  ['policeCaseJson', (payload) => hasAll(payload, 'caseDetails', 'defendants')],
  ['prosecutionWitnesses', (payload) => hasAll(payload, 'witnesses')],
  ['prosecutionWitnesses', (payload) => hasAll(payload, 'surname', 'prosecutionRequireAttendance')],
  ['public.hearing.adjourned', (payload) => hasAll(payload, 'caseId', 'urn', 'hearings')],
  ['public.listing.hearing-listed', (payload) => hasAll(payload, 'hearingId', 'caseUrns')],
  ['public.hearing.trial-vacated', (payload) => hasAll(payload, 'hearingId', 'vacatedTrialReasonId', 'caseDetails')],
  ['public.hearing.initiated', (payload) => hasAll(payload, 'hearingId', 'cases', 'caseDetails')],
  ['public.hearing.hearing-offence-plea-updated', (payload) => hasAll(payload, 'hearingId', 'pleaModel')],
  ['public.hearing.hearing-offence-verdict-updated', (payload) => hasAll(payload, 'hearingId', 'verdicts')],
  ['public.hearing.hearing-offence-verdict-updated', (payload) => at(payload, 'verdict', 'offenceId') !== undefined],
  ['public.hearing.offence-conviction-date-changed', (payload) => hasAll(payload, 'offenceId', 'convictionDate')],
  [
    'public.hearing.defendant-case-withdrawn-or-dismissed',
    (payload) => hasAll(payload, 'defendantId', 'resultedOffences'),
  ],
];

/** Lists of single justices have hearings without a court house or a case number. */
function isSingleJustice(payload: unknown): boolean {
  const rooms = at(payload, 'courtLists', '0', 'courtHouse', 'courtRoom', '0');
  const hearing = at(rooms, 'session', '0', 'sittings', '0', 'hearing', '0');
  return (
    hasAll(hearing, 'offence', 'party') ||
    (hasAll(hearing, 'party') && !hasAll(hearing, 'case') && !hasAll(hearing, 'hearingType'))
  );
}

function namesCourt(payload: unknown): boolean {
  return at(payload, 'courtLists', '0', 'courtHouse', 'courtHouseName') !== undefined;
}

function hasAll(value: unknown, ...fields: readonly string[]): boolean {
  return fields.every((field) => at(value, field) !== undefined);
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, field) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, field)
        ? (found as Record<string, unknown>)[field]
        : undefined,
    value
  );
}
