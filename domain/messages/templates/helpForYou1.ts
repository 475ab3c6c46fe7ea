import type { MessageTemplate } from '../template';

export const helpForYou1: MessageTemplate = {
  id: 'help-for-you',
  version: 1,
  purpose: 'support',
  channels: ['text', 'email', 'letter'],
  texts: {
    en: {
      subject: 'If you would like to talk',
      body: 'If you would like to talk with somebody, now or later, call ((callbackNumber)) and ask for ((contactName)). It is free, and it is your choice.',
    },
    cy: {
      subject: 'Os hoffech siarad',
      body: 'Os hoffech siarad â rhywun, nawr neu’n hwyrach, ffoniwch ((callbackNumber)) a gofynnwch am ((contactName)). Mae’n rhad ac am ddim, a’ch dewis chi yw hynny.',
    },
  },
};
