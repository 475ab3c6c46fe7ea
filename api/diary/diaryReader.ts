import type { Engine } from '../../commands/engine';
import { diaryOf, type DiaryEntry } from '../../domain/court/diary';
import { longestHearingDays } from '../../domain/court/trialsAhead';
import { addCalendarDays, type CalendarDay, type Instant } from '../../domain/time/londonTime';
import { bandLimits } from '../cases/shownTask';
import { listScope } from '../access/scopes';
import type { Asked } from '../http/endpoint';

export interface DiaryAsked {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly team?: string | undefined;
  /** Only cases in which the caller has something to do, or whose officer they are. */
  readonly mine: boolean;
}

const mostCases = 5_000;
const mostTasks = 100;

/** The diary of whoever asks, of the cases that they may see at this moment. */
export async function readDiary(
  { database }: Pick<Engine, 'database'>,
  who: Pick<Asked, 'caller' | 'roles'>,
  { from, to, team, mine }: DiaryAsked,
  now: Instant
): Promise<DiaryEntry[]> {
  const scope = listScope(who);
  const days = { from: addCalendarDays(from, -longestHearingDays), to };
  const caseIds = mine && scope.kind !== 'own' ? await casesOfCaller() : undefined;
  const found = await database.cases.withHearings(days, scope, { team, caseIds }, mostCases);
  return diaryOf(found, from, to);

  async function casesOfCaller(): Promise<string[]> {
    const filter = { assignee: who.caller.id };
    const { items } = await database.tasks.listTasks(filter, bandLimits(now), scope, { limit: mostTasks });
    return [...new Set(items.map(({ caseId }) => caseId))];
  }
}
