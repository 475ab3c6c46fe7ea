import express, { Router } from 'express';

/** Routes of a stub that takes JSON of up to 1 MB and, where a key is given, answers 401 to whoever does not show it. */
export function stubRouter(key?: string): Router {
  const router = Router();
  router.use(express.json({ limit: '1mb' }), (req, res, next) => {
    if (key !== undefined && req.get('authorization') !== `Bearer ${key}`) res.sendStatus(401);
    else next();
  });
  return router;
}
