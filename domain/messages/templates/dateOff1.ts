import type { MessageTemplate } from '../template';

/** A day on which they were to come is off. What it was for, they know. */
export const dateOff1: MessageTemplate = {
  id: 'date-off',
  version: 1,
  purpose: 'contact',
  channels: ['text', 'email'],
  texts: {
    en: {
      subject: 'Your appointment is off',
      body: 'Your appointment on ((on)) will not take place. Please do not travel. We will call you. There is no need to reply to this message.',
    },
    cy: {
      subject: 'Ni chynhelir eich apwyntiad',
      body: 'Ni fydd eich apwyntiad ar ((on)) yn digwydd. Peidiwch â theithio, os gwelwch yn dda. Byddwn yn eich ffonio. Nid oes angen ateb y neges hon.',
    },
  },
};
