import type { MessageTemplate } from '../template';

/** For news of a release or of changed bail: it reaches also who wants no other contact. */
export const urgentCall1: MessageTemplate = {
  id: 'urgent-call',
  version: 1,
  purpose: 'safety',
  channels: ['text', 'email'],
  texts: {
    en: {
      subject: 'Please call us today',
      body: 'Please call ((callbackNumber)) today and give your reference ((reference)). Any hour is fine.',
    },
    cy: {
      subject: 'Ffoniwch ni heddiw, os gwelwch yn dda',
      body: 'Ffoniwch ((callbackNumber)) heddiw a rhowch eich cyfeirnod ((reference)). Mae unrhyw awr yn iawn.',
    },
  },
};
