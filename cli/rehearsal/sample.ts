import { seeded } from '../policeData/seeded';
import type { ReportedCrime } from './readCrimes';

/**
 * So many crimes, the same for the same seed: in turn one of each course that crimes took (which outcomes, in which
 * order; none is one too), so that rare ones are among them however few are wanted. In the order of the files.
 */
export function sampleOf(crimes: readonly ReportedCrime[], count: number, seed: string): ReportedCrime[] {
  const courses = new Map<string, { crime: ReportedCrime; lot: number }[]>();
  for (const crime of crimes) {
    const course = crime.outcomes.map(({ outcome }) => outcome).join(', then ');
    const lot = seeded(`sample ${seed}`, crime.row.crimeId).share();
    const lots = courses.get(course);
    if (lots) lots.push({ crime, lot });
    else courses.set(course, [{ crime, lot }]);
  }
  const drawn = [...courses.values()].map((lots) => lots.sort((one, other) => one.lot - other.lot));
  drawn.sort((one, other) => one.length - other.length);
  const chosen = new Set<ReportedCrime>();
  for (let turn = 0; chosen.size < Math.min(count, crimes.length); turn += 1) {
    for (const lots of drawn) {
      const drawnNow = lots[turn];
      if (drawnNow && chosen.size < count) chosen.add(drawnNow.crime);
    }
  }
  return crimes.filter((crime) => chosen.has(crime));
}
