import type { MessageTemplate } from '../template';

/** They need not come on a day that they were told of. Why, somebody tells them who can answer questions. */
export const notNeeded1: MessageTemplate = {
  id: 'not-needed',
  version: 1,
  purpose: 'contact',
  channels: ['text', 'email'],
  texts: {
    en: {
      subject: 'You do not need to come',
      body: 'You do not need to come on ((on)). Please do not travel. We will call you to explain. There is no need to reply to this message.',
    },
    cy: {
      subject: 'Nid oes angen i chi ddod',
      body: 'Nid oes angen i chi ddod ar ((on)). Peidiwch â theithio, os gwelwch yn dda. Byddwn yn eich ffonio i egluro. Nid oes angen ateb y neges hon.',
    },
  },
};
