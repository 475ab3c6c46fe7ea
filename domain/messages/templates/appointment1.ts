import type { MessageTemplate } from '../template';

export const appointment1: MessageTemplate = {
  id: 'appointment',
  version: 1,
  purpose: 'contact',
  channels: ['text', 'email', 'letter'],
  texts: {
    en: {
      subject: 'Our call',
      body: 'We will call you on ((on)) between ((from)) and ((to)), as agreed. If that does not suit you any more, call ((callbackNumber)).',
    },
    cy: {
      subject: 'Ein galwad',
      body: 'Byddwn yn eich ffonio ar ((on)) rhwng ((from)) a ((to)), fel y cytunwyd. Os nad yw hynny’n gyfleus mwyach, ffoniwch ((callbackNumber)).',
    },
  },
};
