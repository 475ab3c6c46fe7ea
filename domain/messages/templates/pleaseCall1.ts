import type { MessageTemplate } from '../template';

export const pleaseCall1: MessageTemplate = {
  id: 'please-call',
  version: 1,
  purpose: 'contact',
  channels: ['text', 'email', 'letter'],
  texts: {
    en: {
      subject: 'Please call us back',
      body: 'Hello. Please call ((callbackNumber)) when it suits you and ask for ((contactName)). There is no need to reply to this message.',
    },
    cy: {
      subject: 'Ffoniwch ni’n ôl, os gwelwch yn dda',
      body: 'Helo. Ffoniwch ((callbackNumber)) pan fydd yn gyfleus a gofynnwch am ((contactName)). Nid oes angen ateb y neges hon.',
    },
  },
};
