/**
 * How often crimes are reported in each hour of London's clock: few at night, most from late morning to early evening,
 * flatter at the weekend. Coarse: the shape of one US city's reports, rounded to small whole numbers, since English
 * forces publish no times.
 */
const weekdayHours = [2, 2, 2, 1, 1, 1, 1, 2, 3, 4, 4, 4, 4, 5, 5, 5, 5, 4, 4, 4, 3, 3, 3, 3];
const weekendHours = [3, 3, 2, 2, 2, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 4, 3, 3, 3, 3, 3, 3, 3, 3];

/** The 168 weights of a week, from Monday midnight. */
export const hourOfWeekWeights: readonly number[] = [
  ...Array.from({ length: 5 }, () => weekdayHours).flat(),
  ...Array.from({ length: 2 }, () => weekendHours).flat(),
];
