import { printedPage, printedTable, shown } from '../../printedPage';
import { londonDayText, type CalendarDay } from '../../time/londonTime';
import type { Span } from './datesToAvoid';
import type { TrialWindow } from './trialWindows';

interface Matrix {
  readonly courtDays: number;
  readonly from: CalendarDay;
  readonly until: CalendarDay;
  readonly complete: boolean;
  readonly witnesses: readonly {
    readonly caseId: string;
    readonly role: string;
    readonly answeredAt?: string | undefined;
    readonly none: boolean;
    readonly unavailable: readonly Span[];
    readonly takenOn?: readonly CalendarDay[] | undefined;
  }[];
  readonly windows: readonly TrialWindow[];
  readonly notAsked: readonly string[];
}

/** When witnesses can come, as a page for listing: days alone, never why, and no name. */
export function availabilityPage({ courtDays, from, until, complete, witnesses, windows, notAsked }: Matrix): string {
  const good = windows.filter(({ missing }) => missing.length === 0);
  const bad = windows.filter(({ missing }) => missing.length > 0);
  const others = notAsked.length;
  const everybody = others === 0 ? 'everybody can come' : `everybody who was asked can come; ${others} not asked yet`;
  const rowOf = ({ startsFrom, startsUntil, missing }: TrialWindow) => [
    spanText({ fromOn: startsFrom, untilOn: startsUntil }),
    missing.length === 0 ? everybody : `without ${missing.map(shown).join(', ')}`,
  ];
  const ofWitness = witnesses.map((witness) => [
    shown(witness.caseId),
    witness.role === 'witness' ? 'witness' : 'victim',
    [
      ...(witness.answeredAt === undefined ? ['not asked yet'] : witness.none ? ['no dates to avoid'] : []),
      ...witness.unavailable.map(spanText),
      ...(witness.takenOn ?? []).map(dayText),
    ].join('<br>'),
  ]);
  const parts = [
    `<p>For a trial of ${courtDays === 1 ? '1 court day' : `${courtDays} court days`}, between ${spanText({ fromOn: from, untilOn: until })}.</p>`,
    ...(complete ? [] : ['<p><strong>Not complete:</strong> there are witnesses whose cases you may not see.</p>']),
    printedTable('Days on which it may begin', ['Begins', 'Who can come'], [...good, ...bad].map(rowOf)),
    printedTable('Witnesses', ['Case', 'As', 'Cannot come'], ofWitness),
  ];
  return printedPage({ language: 'en', title: 'When the witnesses can come', main: parts.join('\n'), hasTables: true });
}

function spanText({ fromOn, untilOn }: Span): string {
  return fromOn === untilOn ? dayText(fromOn) : `${dayText(fromOn)} to ${dayText(untilOn)}`;
}

function dayText(on: CalendarDay): string {
  return `<time datetime="${on}">${londonDayText(on)}</time>`;
}
