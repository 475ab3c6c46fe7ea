import { Router } from 'express';
import { serve, setup } from 'swagger-ui-express';

export const partnerContractPath = '/partners/openapi.json';

/**
 * The contract as a document at `/openapi.json`, and to read and try at `/docs`; nothing is loaded from elsewhere. Beside
 * it the one that a support service's own system keeps, which says nothing of anybody and is for everybody.
 */
export function documentation(document: object, forPartners: object): Router {
  const [text, partnersText] = [document, forPartners].map((each) => JSON.stringify(each));
  return Router()
    .get('/openapi.json', (_req, res) => {
      res.type('application/json').send(text);
    })
    .get(partnerContractPath, (_req, res) => {
      res.type('application/json').send(partnersText);
    })
    .use('/docs', serve, setup(undefined, { swaggerOptions: { url: '/openapi.json', validatorUrl: null } }));
}
