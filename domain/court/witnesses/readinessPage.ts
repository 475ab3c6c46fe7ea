import { printedPage, printedTable, shown } from '../../printedPage';
import { itemWords, missingForAll, ownerWords, timeLeft, trialDays } from './agenda';
import type { ListedTrial } from './trialList';

/** The agenda of a readiness meeting as a page to print, with room to write. It names cases, never people. */
export function readinessPage(trials: readonly ListedTrial[], court: string | undefined): string {
  const title = `Readiness of trials${court === undefined ? '' : ` at ${shown(court)}`}`;
  const main = trials.length === 0 ? '<p>There is no trial in these weeks.</p>' : trials.map(sectionOf).join('\n');
  return printedPage({ language: 'en', title, main, hasTables: true });
}

function sectionOf(trial: ListedTrial): string {
  const { court, urns, witnesses, ready, missing } = trial;
  const place = court === undefined ? '' : `, ${shown(court)}`;
  const rows = missing.map(({ item, owes, caseIds }) => [
    itemWords[item],
    ownerWords(owes),
    `${caseIds.length} of ${witnesses}`,
    caseIds.length === witnesses ? 'all of them' : caseIds.map(shown).join('<br>'),
    '',
  ]);
  const all = missingForAll(trial);
  const headings = ['What is missing', 'Who owes it', 'Witnesses', 'Cases', 'Decision, owner, day'];
  return `<section>
<h2>Trial of ${trialDays(trial)}${place}: ${timeLeft(trial)}</h2>
<p>${urns.length === 0 ? '' : `Prosecution ${urns.map(shown).join(', ')}. `}${ready} of ${witnesses} witnesses have everything.</p>
${all === undefined ? '' : `<p>All of them: ${all.map(shown).join(', ')}.</p>`}
${rows.length === 0 ? '<p>Nothing is missing.</p>' : printedTable('What is missing', headings, rows)}
</section>`;
}
