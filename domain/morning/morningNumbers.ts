import type { Instant } from '../time/londonTime';
import { silenceWords, type Silence } from './silence';
import { dutiesOfTheDay } from './dutiesOfTheDay';
import type { MorningRead } from './morningRead';
import { notReached } from './notReached';
import { safety } from './safety';
import type { Section } from './section';
import { trials } from './trials';
import { unowned } from './unowned';

/** The sections of a morning, in the order in which they are read. */
export const sectionNames = [
  'notReached',
  'noSafeWay',
  'escalations',
  'releaseNewsUntold',
  'highRiskNotAssessed',
  'dutiesDueToday',
  'dutiesMissed',
  'updatesDueToday',
  'updatesMissed',
  'casesWithoutOfficer',
  'tasksWithoutOwner',
  'casesWithoutNextDate',
  'trialsNotReady',
  'silentCases',
] as const;
export type SectionName = (typeof sectionNames)[number];

/** What the last nightly check found of the team, longest silent first. */
export interface NightlyFindings {
  readonly count: number;
  readonly items: readonly { readonly caseId: string; readonly since: Instant; readonly why: readonly Silence[] }[];
}

/** What a supervisor needs to know of a team at the start of the day, as of one instant. */
export function morningNumbers(read: MorningRead, night: NightlyFindings): Readonly<Record<SectionName, Section>> {
  const silentCases = {
    count: night.count,
    items: night.items.map(({ caseId, since, why }) => ({
      caseId,
      since,
      why: why.map((each) => silenceWords[each]).join(' '),
    })),
  };
  return {
    ...notReached(read),
    ...safety(read),
    ...dutiesOfTheDay(read),
    ...unowned(read),
    ...trials(read),
    silentCases,
  };
}
