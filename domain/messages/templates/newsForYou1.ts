import type { MessageTemplate } from '../template';

export const newsForYou1: MessageTemplate = {
  id: 'news-for-you',
  version: 1,
  purpose: 'update',
  channels: ['text', 'email', 'letter'],
  texts: {
    en: {
      subject: 'There is something to tell you',
      body: 'There is something that we would like to tell you. Please call ((callbackNumber)) and give your reference ((reference)).',
    },
    cy: {
      subject: 'Mae gennym rywbeth i’w ddweud wrthych',
      body: 'Mae gennym rywbeth yr hoffem ei ddweud wrthych. Ffoniwch ((callbackNumber)) a rhowch eich cyfeirnod ((reference)).',
    },
  },
};
