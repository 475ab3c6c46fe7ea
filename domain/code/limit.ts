export const limitUnits = ['minutes', 'hours', 'workingDays', 'calendarDays', 'months'] as const;

/** How long a duty-holder has. Minutes and hours run by the clock; the others end with a London day, and the first day does not count. */
export interface Limit {
  readonly n: number;
  readonly unit: (typeof limitUnits)[number];
}
