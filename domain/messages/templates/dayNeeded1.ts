import type { MessageTemplate } from '../template';

/** They are needed on a day. What for, and whether they can come, somebody asks who can answer questions. */
export const dayNeeded1: MessageTemplate = {
  id: 'day-needed',
  version: 1,
  purpose: 'contact',
  channels: ['text', 'email'],
  texts: {
    en: {
      subject: 'A day to keep free',
      body: 'Please keep a space in your diary on ((on)). We will call you to explain. There is no need to reply to this message.',
    },
    cy: {
      subject: 'Diwrnod i’w gadw’n rhydd',
      body: 'Cadwch le yn eich dyddiadur ar ((on)), os gwelwch yn dda. Byddwn yn eich ffonio i egluro. Nid oes angen ateb y neges hon.',
    },
  },
};
