import { dayIn } from '../time/dayIn';
import type { CarePlan } from './carePlan';
import { printedPage } from '../printedPage';
import type { PlannedHelp } from './pathwayRules';

export const printedLanguages = ['en', 'cy'] as const;
export type PrintedLanguage = (typeof printedLanguages)[number];

interface Words {
  readonly title: string;
  readonly intro: string;
  readonly help: string;
  readonly when: string;
  readonly states: Readonly<Record<CarePlan['actions'][number]['state'], string>>;
  readonly nothing: string;
  readonly toArrange: string;
  readonly change: string;
  readonly actions: Readonly<Record<PlannedHelp, string>>;
}

/** Nothing here says what happened, to whom, or that anybody was harmed: a stranger who finds the paper learns nothing. */
const words: Readonly<Record<PrintedLanguage, Words>> = {
  en: {
    title: 'Your plan',
    intro: 'This is what we agreed with you. You can change it whenever you like.',
    help: 'What we will do',
    when: 'By',
    states: { planned: 'planned', done: 'done', notDone: 'not going ahead' },
    nothing: 'Nothing is planned yet.',
    toArrange: 'Still to be arranged',
    change: 'If anything here is wrong or has changed, tell us the next time we speak.',
    actions: {
      safetyPlanning: 'Talk through everyday arrangements',
      emotionalSupport: 'Somebody to talk to',
      practicalHelp: 'Practical help',
      homeSecurity: 'Help around the home',
      financialAdvice: 'Advice about money',
      healthReferral: 'Help with your health',
      childrenServices: 'Help for your family',
      interpreter: 'An interpreter',
      advocacy: 'Somebody to speak up for you',
      courtSupport: 'Somebody to go with you to an appointment',
    },
  },
  cy: {
    title: 'Eich cynllun',
    intro: 'Dyma beth y cytunwyd arno gyda chi. Gallwch ei newid pryd bynnag y dymunwch.',
    help: 'Beth fyddwn ni’n ei wneud',
    when: 'Erbyn',
    states: { planned: 'wedi’i drefnu', done: 'wedi’i wneud', notDone: 'ddim yn mynd yn ei flaen' },
    nothing: 'Does dim wedi’i drefnu eto.',
    toArrange: 'Eto i’w drefnu',
    change: 'Os oes rhywbeth yn anghywir neu wedi newid, dywedwch wrthym y tro nesaf y byddwn yn siarad.',
    actions: {
      safetyPlanning: 'Trafod trefniadau bob dydd',
      emotionalSupport: 'Rhywun i siarad â nhw',
      practicalHelp: 'Help ymarferol',
      homeSecurity: 'Help o gwmpas y cartref',
      financialAdvice: 'Cyngor am arian',
      healthReferral: 'Help gyda’ch iechyd',
      childrenServices: 'Help i’ch teulu',
      interpreter: 'Cyfieithydd',
      advocacy: 'Rhywun i siarad ar eich rhan',
      courtSupport: 'Rhywun i fynd gyda chi i apwyntiad',
    },
  },
};

/** The same as a page to print: every word of it is ours, so that nothing in it can be markup of somebody else. */
export function printedPlanPage({ actions, notPlanned }: CarePlan, language: PrintedLanguage): string {
  const say = words[language];
  const items = actions.map(({ action, dueOn, state }) => {
    const when =
      state === 'planned'
        ? `${say.when} <time datetime="${dueOn}">${dayIn(dueOn, language)}</time>`
        : sentenceCase(say.states[state]);
    return `<li><strong>${say.actions[action]}</strong> ${when}</li>`;
  });
  const later = notPlanned.map((action) => `<li><strong>${say.actions[action]}</strong></li>`);
  const list = (of: readonly string[]) => `<ul>\n${of.join('\n')}\n</ul>`;
  return printedPage({
    language,
    title: say.title,
    main: `<p>${say.intro}</p>
<h2>${say.help}</h2>
${items.length > 0 ? list(items) : `<p>${say.nothing}</p>`}
${later.length > 0 ? `<h2>${say.toArrange}</h2>\n${list(later)}\n` : ''}<p>${say.change}</p>`,
  });
}

/** The plan for the person to keep, in plain language. It names neither person, case, force nor what happened. */
export function printedPlan({ actions, notPlanned }: CarePlan, language: PrintedLanguage): string {
  const say = words[language];
  const lines = actions.map(({ action, dueOn, state }) =>
    state === 'planned'
      ? `- ${say.actions[action]}. ${say.when} ${dayIn(dueOn, language)}.`
      : `- ${say.actions[action]}: ${say.states[state]}.`
  );
  const later = notPlanned.map((action) => `- ${say.actions[action]}`);
  return [
    say.title,
    '='.repeat(say.title.length),
    '',
    say.intro,
    '',
    say.help,
    '-'.repeat(say.help.length),
    ...(lines.length > 0 ? lines : [say.nothing]),
    '',
    ...(later.length > 0 ? [say.toArrange, '-'.repeat(say.toArrange.length), ...later, ''] : []),
    say.change,
    '',
  ].join('\n');
}

function sentenceCase(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
