import { Router } from 'express';
import { serve, setup } from 'swagger-ui-express';

/** The contract as a document at `/openapi.json`, and to read and try at `/docs`; nothing is loaded from elsewhere. */
export function documentation(document: object): Router {
  const text = JSON.stringify(document);
  return Router()
    .get('/openapi.json', (_req, res) => {
      res.type('application/json').send(text);
    })
    .use('/docs', serve, setup(undefined, { swaggerOptions: { url: '/openapi.json', validatorUrl: null } }));
}
