import type { MessageTemplate } from '../template';

/** The day stands, and the place does not. Where to go instead is told by somebody: its name would say what it is about. */
export const placeMoved1: MessageTemplate = {
  id: 'place-moved',
  version: 1,
  purpose: 'contact',
  channels: ['text', 'email'],
  texts: {
    en: {
      subject: 'The place of your appointment has changed',
      body: 'Your appointment on ((on)) will take place, but somewhere else. Please do not set out until we have called you with the new place. There is no need to reply to this message.',
    },
    cy: {
      subject: 'Mae lleoliad eich apwyntiad wedi newid',
      body: 'Bydd eich apwyntiad ar ((on)) yn digwydd, ond mewn lle arall. Peidiwch â chychwyn nes i ni eich ffonio gyda’r lle newydd, os gwelwch yn dda. Nid oes angen ateb y neges hon.',
    },
  },
};
