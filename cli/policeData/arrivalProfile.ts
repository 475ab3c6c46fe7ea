/**
 * How often crimes are reported in each hour of London's clock, in whole-number weights: few at night, most from late
 * morning to early evening, flatter at the weekend. Our own coarse estimate of a common shape, not a measurement.
 */
const weekdayHours = [2, 2, 2, 1, 1, 1, 1, 2, 3, 4, 4, 4, 4, 5, 5, 5, 5, 4, 4, 4, 3, 3, 3, 3];
const weekendHours = [3, 3, 2, 2, 2, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 4, 3, 3, 3, 3, 3, 3, 3, 3];

/** The 168 weights of a week, from Monday midnight. */
export const hourOfWeekWeights: readonly number[] = [
  ...Array.from({ length: 5 }, () => weekdayHours).flat(),
  ...Array.from({ length: 2 }, () => weekendHours).flat(),
];
