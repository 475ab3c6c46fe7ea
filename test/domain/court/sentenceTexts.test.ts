import { printedSentence } from '../../../domain/court/afterSentence/printedSentence';
import { meaningsOf, sentenceTexts } from '../../../domain/court/afterSentence/texts/sentenceTexts';
import { revealsTheCrime } from '../../../domain/messages/revealing';
import { messageLanguages } from '../../../domain/messages/template';
import { messageTemplates } from '../../../domain/messages/templates';
import { sentences } from '../../../domain/vocabulary';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const meanings = meaningsOf(sentences).map((each) => [each.sentence, each] as const);
const sentencesIn = (text: string) => text.split(/(?<=[.!?])\s+/);
const wordsIn = (text: string) => text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];

/** Groups of vowels, less a silent e: good enough to compare texts by. */
function syllables(word: string): number {
  const spoken = word.toLowerCase().replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '');
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}

/** The school year in which a text can be read (Flesch and Kincaid); five more is the age. */
function grade(text: string): number {
  const words = wordsIn(text);
  const perSentence = words.length / sentencesIn(text).length;
  return 0.39 * perSentence + (11.8 * words.reduce((sum, word) => sum + syllables(word), 0)) / words.length - 15.59;
}

describe('what a sentence means', () => {
  it('is said of every kind that a message of a court or a person can give, in both languages', () => {
    for (const { texts } of sentenceTexts) expect(Object.keys(texts).sort()).toEqual([...sentences].sort());
    for (const [, meaning] of meanings) {
      for (const language of messageLanguages)
        expect(meaning[language]).toEqual({ name: expect.any(String), means: expect.any(String) });
      expect(meaning.cy.means).not.toBe(meaning.en.means);
    }
  });

  it.each(meanings)('%s: a child of eleven can read it, sentence by short sentence', (_sentence, { en, cy }) => {
    expect(grade(en.means)).toBeLessThanOrEqual(6);
    for (const said of sentencesIn(en.means)) expect(wordsIn(said).length).toBeLessThanOrEqual(25);
    for (const said of sentencesIn(cy.means)) expect(wordsIn(said).length).toBeLessThanOrEqual(30);
  });

  it.each(meanings)('%s: speaks as we speak with victims, and says as much in Welsh', (_sentence, { en, cy }) => {
    expect(`${en.name} ${en.means}`).not.toMatch(
      /\b(offender|offence|convict\w*|custod\w*|licence|statutory|pursuant|tribunal|remand\w*|disposal)\b/i
    );
    expect(Math.abs(sentencesIn(en.means).length - sentencesIn(cy.means).length)).toBeLessThanOrEqual(1);
  });

  it('counts its versions from one', () => {
    expect(sentenceTexts.map(({ version }) => version)).toEqual(sentenceTexts.map((_texts, index) => index + 1));
  });

  it('is never part of a message, which holds no free text and nothing of a court', () => {
    for (const { texts } of messageTemplates) {
      for (const { subject, body } of Object.values(texts)) {
        for (const [, { en, cy }] of meanings) {
          for (const said of [en.means, cy.means]) expect(`${subject} ${body}`).not.toContain(said);
        }
      }
    }
    expect(revealsTheCrime('What the court decided')).toBe(true);
  });

  it('is printed with the end of an order and the last day of a review, in the language asked for', () => {
    const { careRecord } = PureCase.open()
      .record('suspectCharged', { how: 'charged' }, after(4), { suspects: ['s1'] })
      .record(
        'sentencePassed',
        { sentences: ['restrainingOrder'], orders: [{ order: 'restrainingOrder', untilOn: '2028-06-04' }] },
        after(30),
        {
          suspects: ['s1'],
        }
      );
    const fact = careRecord.facts[1];
    if (fact?.kind !== 'sentencePassed') throw new Error('no sentence');
    expect(printedSentence(fact, '2026-04-30', 'en').join(' ')).toMatch(
      /ends on 4 June 2028.*The last day to ask is 30 April 2026/
    );
    expect(printedSentence(fact, undefined, 'cy').join(' ')).toContain('4 Mehefin 2028');
    expect(printedSentence(fact, undefined, 'cy').join(' ')).not.toContain('Twrnai');
  });
});
