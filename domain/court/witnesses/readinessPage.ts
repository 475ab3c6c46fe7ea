import { printedPage, printedTable, shown } from '../../printedPage';
import { londonDayText } from '../../time/londonTime';
import { itemWords, ownerWords } from './agenda';
import type { ListedTrial } from './trialList';

/** The agenda of a readiness meeting as a page to print, with room to write. It names cases, never people. */
export function readinessPage(trials: readonly ListedTrial[], court: string | undefined): string {
  const title = `Readiness of trials${court === undefined ? '' : ` at ${shown(court)}`}`;
  const main = trials.length === 0 ? '<p>There is no trial in these weeks.</p>' : trials.map(sectionOf).join('\n');
  return printedPage({ language: 'en', title, main, hasTables: true });
}

function sectionOf({ on, court, daysLeft, urns, witnesses, ready, missing }: ListedTrial): string {
  const place = court === undefined ? '' : `, ${shown(court)}`;
  const left = daysLeft === 1 ? '1 day left' : `${daysLeft} days left`;
  const rows = missing.map(({ item, owes, caseIds }) => [
    itemWords[item],
    ownerWords(owes),
    `${caseIds.length} of ${witnesses}`,
    caseIds.length === witnesses ? 'all of them' : caseIds.map(shown).join('<br>'),
    '',
  ]);
  // Forty numbers in each line would hide the line that is about one witness.
  const all = missing.find(({ caseIds }) => caseIds.length === witnesses)?.caseIds;
  const headings = ['What is missing', 'Who owes it', 'Witnesses', 'Cases', 'Decision, owner, day'];
  return `<section>
<h2>Trial of <time datetime="${on}">${londonDayText(on)}</time>${place}: ${left}</h2>
<p>${urns.length === 0 ? '' : `Prosecution ${urns.map(shown).join(', ')}. `}${ready} of ${witnesses} witnesses have everything.</p>
${all === undefined ? '' : `<p>All of them: ${all.map(shown).join(', ')}.</p>`}
${rows.length === 0 ? '<p>Nothing is missing.</p>' : printedTable('What is missing', headings, rows)}
</section>`;
}
