import { fieldsOf, messageFields, messageLanguages, rendered } from '../../../domain/messages/template';
import { revealsTheCrime } from '../../../domain/messages/revealing';
import { messageTemplates, newestTemplate, templateIds } from '../../../domain/messages/templates';
import { goesForward, outboxStates, waitAfter } from '../../../domain/messages/outbox';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const named = messageTemplates.map((template) => [`${template.id} ${template.version}`, template] as const);
const values = Object.fromEntries(messageFields.map((field) => [field, '1']));
const inGsmAlphabet = /^[\n\r -~£¥èéùìòÇØøÅåÆæßÉÄÖÑÜäöñüà§¿¡€’â-ŷ]*$/u;

describe('every text that is sent', () => {
  it.each(named)('%s tells a stranger nothing, in either language', (_name, template) => {
    for (const language of messageLanguages) {
      const { subject, body } = rendered(template, language, values);
      expect(revealsTheCrime(`${subject} ${body}`)).toBe(false);
    }
  });

  it.each(named)('%s asks for the same in Welsh as in English, and leaves no gap', (_name, template) => {
    const asked = messageLanguages.map((language) =>
      fieldsOf({ ...template, texts: { en: template.texts[language], cy: template.texts[language] } })
    );
    expect(asked[0]).toEqual(asked[1]);
    for (const language of messageLanguages) {
      const { subject, body } = rendered(template, language, values);
      expect(`${subject} ${body}`).not.toMatch(/\(\(|\)\)|undefined/);
      expect(() => rendered(template, language, {})).toThrow(RangeError);
    }
  });

  it.each(named)('%s fits into a few text messages', (_name, template) => {
    for (const { body } of Object.values(template.texts)) {
      expect(body.length).toBeLessThanOrEqual(306);
      expect(body).toMatch(inGsmAlphabet);
    }
  });

  it('has one newest version, and versions that count from one', () => {
    for (const id of templateIds) {
      const versions = messageTemplates.filter((template) => template.id === id).map(({ version }) => version);
      expect(versions).toEqual(versions.map((_version, index) => index + 1));
      expect(newestTemplate(id)?.version).toBe(versions.length);
    }
  });
});

it.each([
  'We are the police',
  'about the crime you reported',
  'your court case',
  'the man who assaulted you',
  'Domestic Abuse Team',
  'mae’r heddlu am siarad',
  'y drosedd',
  'yr achos llys',
  'PC Smith',
  'sgt Jones',
  'DI Evans',
  'Detective Chief Inspector Low',
  'Hertfordshire Constabulary',
  'Crown Prosecution Service',
  'Women’s Aid',
  'Rhingyll Evans',
])('a stranger would learn something from: %s', (text) => {
  expect(revealsTheCrime(text)).toBe(true);
});

describe('an item of the outbox', () => {
  it('never goes back: what arrived stays so, and what was stopped is not sent', () => {
    for (const end of ['delivered', 'failed', 'stopped', 'discarded'] as const) {
      for (const state of outboxStates) expect(goesForward(end, state)).toBe(false);
    }
    expect(goesForward('sent', 'failed')).toBe(true);
    expect(goesForward('queued', 'delivered')).toBe(true);
    expect(goesForward('sent', 'queued')).toBe(false);
  });

  it('is tried again ever later, but never later than after a quarter of an hour', () => {
    const waits = Array.from({ length: 30 }, (_, index) => waitAfter(index + 1));
    expect(waits[0]).toBe(5_000);
    expect([...waits].sort((one, other) => one - other)).toEqual(waits);
    expect(waits.at(-1)).toBe(900_000);
  });
});

describe('a message that did not reach the victim', () => {
  const messageId = '00000000-0000-4000-8000-000000000009';
  const about = { messageId, template: 'news-for-you', channel: 'text' } as const;

  it('asks for a decision on the next working day, until somebody has decided', () => {
    const victim = PureCase.open().record('messageFailed', { ...about, reason: 'permanent' }, after(1));
    expect(victim.openTask('reviewUnsentMessage')).toMatchObject({ about: [1], messageId });
    const decided = victim.record('messageReviewed', { messageId, decision: 'toldOtherwise' }, after(2));
    expect(decided.openKinds()).not.toContain('reviewUnsentMessage');
  });

  it('because all contact was stopped asks for none of its own', () => {
    const victim = PureCase.open().record('messageStopped', { ...about, reason: 'contactStopped' }, after(1));
    expect(victim.openKinds()).not.toContain('reviewUnsentMessage');
  });
});

it.each(['Di Evans', 'Sam', 'Dai Rees', 'Pat Constantine', 'D. S. Low'])(
  'a stranger learns nothing from: %s',
  (name) => {
    expect(revealsTheCrime(name)).toBe(false);
  }
);
