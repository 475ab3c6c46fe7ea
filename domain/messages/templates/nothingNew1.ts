import type { MessageTemplate } from '../template';

export const nothingNew1: MessageTemplate = {
  id: 'nothing-new',
  version: 1,
  purpose: 'update',
  nothingNew: true,
  channels: ['text', 'email', 'letter'],
  texts: {
    en: {
      subject: 'Nothing new so far',
      body: 'Nothing has changed since we last spoke. We have not forgotten you. Your reference is ((reference)); our number is ((callbackNumber)).',
    },
    cy: {
      subject: 'Dim byd newydd hyd yn hyn',
      body: 'Nid oes dim wedi newid ers i ni siarad ddiwethaf. Nid ydym wedi anghofio amdanoch. Eich cyfeirnod yw ((reference)); ein rhif yw ((callbackNumber)).',
    },
  },
};
