import type { MessageTemplate } from '../template';

/** The written acknowledgement of Right 3, in words that tell a stranger nothing. */
export const acknowledgement1: MessageTemplate = {
  id: 'acknowledgement',
  version: 1,
  purpose: 'acknowledgement',
  channels: ['text', 'email', 'letter'],
  texts: {
    en: {
      subject: 'Thank you for getting in touch',
      body: 'Thank you for getting in touch. We have what you told us. Your reference is ((reference)). To speak with us, call ((callbackNumber)) and give the reference.',
    },
    cy: {
      subject: 'Diolch am gysylltu â ni',
      body: 'Diolch am gysylltu. Mae’r hyn a ddywedoch wrthym gennym. Eich cyfeirnod yw ((reference)). I siarad â ni, ffoniwch ((callbackNumber)) a rhowch y cyfeirnod.',
    },
  },
};
