import type { CarePlan } from '../../../domain/care/carePlan';
import { printedLanguages, printedPlan, printedPlanPage } from '../../../domain/care/printedPlan';
import * as words from '../../../domain/vocabulary';

const actions = words.planActions.flatMap((action) =>
  (['planned', 'done', 'notDone'] as const).map((state) => ({
    planActionId: 'x.p1',
    action,
    owner: 'domestic-abuse-team',
    dueOn: '2026-08-01',
    state,
    changedAt: '2026-03-03T10:00:00.000Z',
    overdue: true,
    need: 'drugsAndAlcohol' as const,
    reason: 'notSafe' as const,
  }))
);

const plan: CarePlan = {
  proposal: {
    pathway: 'specialist',
    provisional: false,
    reasons: [{ rule: 'specialistHarm', pathway: 'specialist', because: 'there are specialist services' }],
    help: [],
  },
  differs: false,
  offers: [],
  actions,
  notPlanned: [...words.planActions],
};

/** Words by which somebody who finds the paper could tell what happened, that there is a case, or that it is about safety. */
const telling =
  /victim|crime|offen[cs]e|police|officer|court|abuse|violen|assault|attack|safe|secur|risk|suspect|trial|evidence|drug|alcohol|specialist|troseddau?|heddlu|dioddef|llys|diogel|trais|camdri/i;

describe.each(printedLanguages)('the plan printed in %s', (language) => {
  it('says nothing by which a stranger could tell what happened, whatever is planned', () => {
    const printed = printedPlan(plan, language);
    expect(printed).not.toMatch(telling);
    for (const word of [...words.offenceCategories, ...words.circumstances]) {
      if (word !== 'other' && word !== 'death') expect(printed.toLowerCase()).not.toContain(word.toLowerCase());
    }
    expect(printed).not.toMatch(/undefined|NaN|[a-z][A-Z]/);
  });

  it('is a page too, in its language, with headings in order, without script, and says nothing more', () => {
    const page = printedPlanPage(plan, language);
    expect(page).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">`));
    expect(page.match(/<title>(.*)<\/title>/)?.[1]).toBe(page.match(/<h1>(.*)<\/h1>/)?.[1]);
    expect(page.match(/<h[1-6]>/g)).toEqual(['<h1>', '<h2>', '<h2>']);
    expect(page.match(/<time datetime="2026-08-01">/g)).toHaveLength(words.planActions.length);
    expect(page).not.toMatch(/<script|<link|<img|https?:/);
    const said = page.replace(/<style>[\s\S]*<\/style>/, '').replace(/<[^>]*>/g, ' ');
    expect(said).not.toMatch(telling);
    expect(said).not.toMatch(/undefined|NaN|[<>]/);
    expect(printedPlanPage({ ...plan, actions: [], notPlanned: [] }, language)).not.toMatch(/<ul|<li/);
  });

  it('has short lines in plain words, and a day where something is planned', () => {
    for (const line of printedPlan(plan, language).split('\n')) expect(line.length).toBeLessThan(100);
    expect(printedPlan(plan, language)).toMatch(/1 (August|Awst) 2026/);
  });

  it('says so where nothing is planned', () => {
    const empty = printedPlan({ ...plan, actions: [], notPlanned: [] }, language);
    expect(empty).toMatch(/Nothing is planned yet|Does dim wedi’i drefnu eto/);
  });
});
