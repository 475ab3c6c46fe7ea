import { englandAndWalesCalendar } from '../published/bankHolidays';
import type { CalendarDay } from '../domain/time/londonTime';
import type { WorkingCalendar } from '../domain/time/workingDays';

export type CalendarActivities = typeof calendarActivities;

export const calendarActivities = {
  /** The bank holidays as published now, from the year before `from`. It only reads; twice is harmless. */
  async bankHolidays({ from }: { from: CalendarDay }): Promise<WorkingCalendar> {
    return englandAndWalesCalendar(from);
  },
};
