import { valuesInWords } from '../../commands/valuesInWords';
import { messageLanguages, rendered } from '../../domain/messages/template';
import { messageTemplates } from '../../domain/messages/templates';

const on = '2026-11-24';

it('a day is said in the words of the language, softened in Welsh as it stands after ar', () => {
  expect(valuesInWords({ on, from: '09:00' }, 'en')).toEqual({ on: 'Tuesday 24 November', from: '09:00' });
  expect(valuesInWords({ on }, 'cy').on).toMatch(/^ddydd Mawrth,? 24 Tachwedd$/);
});

it('every Welsh text has the day after ar', () => {
  const marked = { callbackNumber: '1', contactName: '1', reference: '1', from: '1', to: '1', on: '(day)' };
  for (const template of messageTemplates) {
    for (const language of messageLanguages.filter((each) => each === 'cy')) {
      const { subject, body } = rendered(template, language, marked);
      expect(`${subject} ${body}`.replaceAll('ar (day)', '')).not.toContain('(day)');
    }
  }
});
