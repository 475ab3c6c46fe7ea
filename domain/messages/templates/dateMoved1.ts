import type { MessageTemplate } from '../template';

/** The new day is told by somebody who can answer questions. */
export const dateMoved1: MessageTemplate = {
  id: 'date-moved',
  version: 1,
  purpose: 'contact',
  channels: ['text', 'email'],
  texts: {
    en: {
      subject: 'Your appointment has moved',
      body: 'Your appointment on ((on)) has moved to another day. Please do not travel on ((on)). We will call you with the new day. There is no need to reply to this message.',
    },
    cy: {
      subject: 'Mae eich apwyntiad wedi symud',
      body: 'Mae eich apwyntiad ar ((on)) wedi symud i ddiwrnod arall. Peidiwch â theithio ar ((on)). Byddwn yn eich ffonio gyda’r diwrnod newydd. Nid oes angen ateb y neges hon.',
    },
  },
};
