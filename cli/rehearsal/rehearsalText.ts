import { standings } from '../../domain/code/standing';
import { londonText } from '../../domain/time/londonTime';
import type { Rehearsal } from './rehearseAll';
import type { Standings } from './tally';

/** A rehearsal as a person reads it: what was read, the duties by edition, and by right and month. */
export function rehearsalText(rehearsal: Rehearsal): string {
  const { months, until, rows, cases, events, refused, duties, rungs, fingerprint, seconds, casesASecond } = rehearsal;
  const { crimes, outcomes } = rows;
  const climbed = Object.entries(rungs ?? {}).map(([rung, count]) => `${words(rung)} ${text(count)}`);
  return [
    `Crimes of ${months.first} to ${months.last}, at ${londonText(until)}, with nobody doing anything`,
    line(
      crimes.withVictim,
      `crimes with a victim (${text(crimes.withoutVictim)} without, ` +
        `${text(crimes.repeated)} repeated, ${text(crimes.broken)} broken rows)`
    ),
    line(
      outcomes.ofACrime,
      `outcomes of them (${text(outcomes.ofNoCrimeHere)} of other crimes, ` + `${text(outcomes.broken)} broken rows)`
    ),
    line(cases, 'cases'),
    line(events, `events told${refused > 0 ? `, ${text(refused)} of them refused` : ''}`),
    line(duties.arisen, `duties arisen: ${standingWords(duties)}`),
    line(duties.withDueDate, `of them with a due date, ${text(duties.provisional)} provisional`),
    ...(rungs ? [line(sum(Object.values(rungs)), `rungs: ${climbed.join(', ')}`)] : []),
    '',
    'By edition',
    ...Object.entries(rehearsal.byEdition).map(([id, counts]) =>
      line(counts.arisen, `${id}: ${standingWords(counts)}`)
    ),
    '',
    'By right and month in which the clock started: arisen, of them missed',
    ...table(rehearsal),
    '',
    `Fingerprint of all duties ${fingerprint}`,
    `${seconds.reading.toFixed(1)} s reading, ${seconds.rehearsing.toFixed(1)} s rehearsing, ${seconds.processor.toFixed(1)} s of processor time, ${text(casesASecond)} cases a second`,
  ].join('\n');
}

function table({ byRightAndMonth }: Rehearsal): string[] {
  const rights = [...new Set(byRightAndMonth.map(({ of }) => of))];
  const months = [...new Set(byRightAndMonth.map(({ month }) => month))].sort();
  const cellOf = (of: string, month: string): string => {
    const counts = byRightAndMonth.find((each) => each.of === of && each.month === month);
    return counts ? `${text(counts.arisen)}, ${text(counts.missed)}` : '';
  };
  const lines = [
    ['', ...rights.map(words)],
    ...months.map((month) => [month, ...rights.map((of) => cellOf(of, month))]),
  ];
  const widths = ['month', ...rights].map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines.map((cells) =>
    cells
      .map((cell, column) => cell.padStart(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  );
}

function standingWords(counts: Standings): string {
  const some = standings.filter((standing) => counts[standing] > 0);
  return some.map((standing) => `${words(standing)} ${text(counts[standing])}`).join(', ');
}

function line(count: number, what: string): string {
  return `${text(count).padStart(9)} ${what}`;
}

function text(count: number): string {
  return Math.round(count).toLocaleString('en-GB');
}

function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
